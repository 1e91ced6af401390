namespace KnowledgeBase.Crawling.Robots;

/// <summary>What a host's robots.txt means for us now.</summary>
abstract record RobotsAnswer
{
    RobotsAnswer()
    {
    }

    /// <summary>These rules hold.</summary>
    /// <param name="Rules">The rules.</param>
    /// <param name="FetchedAt">How old they are.</param>
    public sealed record Known(RobotsRules Rules, DateTimeOffset FetchedAt) : RobotsAnswer;

    /// <summary>The host is in trouble, so that nothing may be fetched (RFC 9309, 2.3.1.4).</summary>
    /// <param name="Reason">What it answered.</param>
    /// <param name="RetryAt">When to ask again.</param>
    public sealed record Unreachable(string Reason, DateTimeOffset RetryAt) : RobotsAnswer;

    /// <summary>No connection: the host is not there.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NoHost(string Reason) : RobotsAnswer;
}
