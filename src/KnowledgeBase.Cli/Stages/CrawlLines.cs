using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;
using KnowledgeBase.Stages;

namespace KnowledgeBase.Cli.Stages;

/// <summary>A crawl as lines of a log: one every ten seconds, with sums, rate and hosts.</summary>
sealed class CrawlLines(Func<CrawlActivity> look, TextWriter log, TimeProvider time) : IProgress<StageProgress>
{
    static readonly TimeSpan Gap = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    readonly long _startedAt = time.GetTimestamp();
    long _writtenAt = time.GetTimestamp();

    public void Report(StageProgress value)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_writtenAt) < Gap)
                return;
            _writtenAt = time.GetTimestamp();
            CrawlActivity now = look();
            int busy = now.Hosts.Count(host => host.Work is HostWork.Polling or HostWork.Fetching), resting = now.Hosts.Count(host => host.Work == HostWork.Resting);
            log.WriteLine($"{CrawlView.Sums(now, time.GetElapsedTime(_startedAt))}; {Count.Of(busy, "host")} at work, {resting} resting; now {value.Current}");
        }
    }
}
