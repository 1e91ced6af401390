using System.Collections.Concurrent;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>Keeps requests to one host apart in time and one at a time, whoever makes them; and leaves a host alone that is in trouble.</summary>
sealed class HostPacer(CrawlerOptions options, TimeProvider time)
{
    /// <summary>One broken connection may be chance; a third in a row is a host in trouble.</summary>
    const int FailuresBorne = 2;

    static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LongestRest = TimeSpan.FromHours(6);

    readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the caller's turn. The turn ends when it is disposed of, and the gap begins.</summary>
    public async Task<HostTurn> TakeTurnAsync(string host, TimeSpan? gap, TimeSpan? crawlDelay, CancellationToken cancel)
    {
        Host state = HostOf(host);
        await state.Turn.WaitAsync(cancel);
        try
        {
            TimeSpan apart = GapOf(state, gap, crawlDelay);
            TimeSpan wait = state.LastEnd + apart - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancel);
            return new HostTurn(() => End(state));
        }
        catch
        {
            state.Turn.Release();
            throw;
        }
    }

    /// <summary>Until when a host wants to be left alone; null when it may be asked now.</summary>
    public DateTimeOffset? FindRest(string host) => HostOf(host).RestUntil is var until && until > time.GetUtcNow() ? until : null;

    /// <summary>Sets the rest a host was given in an earlier run.</summary>
    public void Remember(string host, DateTimeOffset restUntil, int failures)
    {
        Host state = HostOf(host);
        (state.RestUntil, state.Failures) = (restUntil, failures);
    }

    /// <summary>Notes an answer; it ends a row of failures.</summary>
    public void NoteAnswer(string host, TimeSpan took)
    {
        Host state = HostOf(host);
        (state.LastTook, state.Failures) = (took, 0);
    }

    /// <summary>Notes that a host is in trouble, or asked for time. Returns until when it rests; null when the failure may be chance.</summary>
    /// <param name="host">The host.</param>
    /// <param name="retryAt">When it wants us back; null when it did not say.</param>
    /// <param name="isSaid">True when the host itself says that it is too much (429, 503).</param>
    public DateTimeOffset? NoteTrouble(string host, DateTimeOffset? retryAt, bool isSaid)
    {
        Host state = HostOf(host);
        state.Failures++;
        if (!isSaid && state.Failures <= FailuresBorne)
            return null;
        // Twice as long each time, and never for all crawlers of the world at the same moment.
        double times = Math.Pow(2, Math.Min(state.Failures - 1, 12)) * (0.75 + (Random.Shared.NextDouble() / 2));
        TimeSpan rest = FirstRest * times < LongestRest ? FirstRest * times : LongestRest;
        DateTimeOffset until = retryAt ?? time.GetUtcNow() + rest;
        state.RestUntil = until;
        return until;
    }

    /// <summary>How often a host failed in a row.</summary>
    public int FailuresOf(string host) => HostOf(host).Failures;

    TimeSpan GapOf(Host state, TimeSpan? gap, TimeSpan? crawlDelay)
    {
        // A host that needs long for an answer has little to spare.
        TimeSpan wished = Longer(crawlDelay ?? TimeSpan.Zero, 2 * state.LastTook);
        return Longer(Longer(options.DefaultGap, gap ?? TimeSpan.Zero), wished < options.MaxGap ? wished : options.MaxGap);
    }

    static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    void End(Host state)
    {
        state.LastEnd = time.GetUtcNow();
        state.Turn.Release();
    }

    Host HostOf(string host) => _hosts.GetOrAdd(host, static _ => new Host());

    sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset LastEnd { get; set; } = DateTimeOffset.MinValue + TimeSpan.FromDays(1);

        public TimeSpan LastTook { get; set; }

        public DateTimeOffset RestUntil { get; set; }

        public int Failures { get; set; }
    }
}
