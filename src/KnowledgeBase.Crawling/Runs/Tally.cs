using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Counts what a run does, from many hosts at once.</summary>
sealed class Tally(int publishers, IProgress<StageProgress>? progress)
{
    readonly Lock _lock = new();
    readonly Dictionary<string, HostActivity> _hosts = new(StringComparer.Ordinal);
    int? _waiting;

    public int Fetched { get; private set; }

    public int Unchanged { get; private set; }

    public int Failed { get; private set; }

    /// <summary>How far the run has come.</summary>
    public CrawlActivity Activity
    {
        get
        {
            lock (_lock)
                return new(publishers, _waiting, Fetched, Unchanged, Failed, [.. _hosts.Values.OrderBy(host => host.Host, StringComparer.Ordinal)]);
        }
    }

    /// <summary>Says how many pages are due.</summary>
    public void Expect(int pages)
    {
        lock (_lock)
            _waiting = pages;
    }

    /// <summary>Says what is done at a host from now on.</summary>
    public void Begin(string host, HostWork work, DateTimeOffset? restUntil)
    {
        lock (_lock)
            _hosts[host] = _hosts.GetValueOrDefault(host, new(host, work, 0, 0, 0, null)) with { Work = work, RestUntil = restUntil };
    }

    /// <summary>Counts a source: only its failure is a result of the run.</summary>
    public void CountSource(string outcome, string url)
    {
        if (outcome == "failed")
            Count(outcome, url);
        else
            progress?.Report(new(Fetched + Unchanged + Failed, null, url));
    }

    /// <summary>Counts a page.</summary>
    public void Count(string outcome, string url)
    {
        int done;
        int? total;
        string host = HostName.Of(url);
        lock (_lock)
        {
            (int fetched, int failed) = (outcome == "fetched" ? 1 : 0, outcome == "failed" ? 1 : 0);
            int unchanged = 1 - fetched - failed;
            (Fetched, Unchanged, Failed) = (Fetched + fetched, Unchanged + unchanged, Failed + failed);
            done = Fetched + Unchanged + Failed;
            _waiting -= _waiting > 0 ? 1 : 0;
            total = done + _waiting;
            if (_hosts.TryGetValue(host, out HostActivity? before))
                _hosts[host] = before with { Fetched = before.Fetched + fetched, Unchanged = before.Unchanged + unchanged, Failed = before.Failed + failed };
        }
        progress?.Report(new(done, total, url));
    }
}
