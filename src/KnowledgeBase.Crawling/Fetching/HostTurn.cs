namespace KnowledgeBase.Crawling.Fetching;

/// <summary>The right to make one request to a host now.</summary>
sealed class HostTurn(Action end) : IDisposable
{
    Action? _end = end;

    /// <summary>Gives the turn to the next, a gap later.</summary>
    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
