using KnowledgeBase.Stages;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Counts what a run does, from many hosts at once.</summary>
sealed class Tally(IProgress<StageProgress>? progress)
{
    readonly Lock _lock = new();

    public int Fetched { get; private set; }

    public int Unchanged { get; private set; }

    public int Failed { get; private set; }

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
        lock (_lock)
        {
            Fetched += outcome == "fetched" ? 1 : 0;
            Failed += outcome == "failed" ? 1 : 0;
            Unchanged += outcome is "unchanged" or "disallowed" ? 1 : 0;
            done = Fetched + Unchanged + Failed;
        }
        progress?.Report(new(done, null, url));
    }
}
