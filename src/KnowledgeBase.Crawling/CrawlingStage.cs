using System.Collections.Immutable;
using KnowledgeBase.Crawling.Runs;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Crawling;

/// <summary>Finds new articles of the enabled publishers and fetches what is due.</summary>
public sealed partial class CrawlingStage(ContentFolder content, Ledger ledger, CrawlerOptions options, TimeProvider time, ILogger<CrawlingStage> logger) : IDisposable
{
    // In which environment this runs is the host's affair; it asks FindProblem with its name.
    readonly string? _problem = options.FindProblem(environment: "");
    readonly HostLeases _leases = new(new HostStore(ledger), options, time);
    Crawler? _crawler;
    Tally? _tally;

    /// <summary>How far the present run has come, or how far the last one came; nothing before the first.</summary>
    public CrawlActivity Activity => _tally?.Activity ?? new(0, null, 0, 0, 0, []);

    /// <summary>Polls every source that is due, then fetches every page that is due, once each.</summary>
    /// <remarks>Without a contact in the options nothing is crawled; a warning says what to do, and <see cref="CrawlerOptions.FindProblem"/> says it beforehand.</remarks>
    /// <exception cref="LedgerException">The ledger refuses; what was fetched before is kept.</exception>
    public async Task<StageReport> RunAsync(IProgress<StageProgress>? progress, CancellationToken cancel)
    {
        long started = time.GetTimestamp();
        ImmutableArray<Publisher> publishers = [.. content.Publishers.Where(publisher => publisher.IsEnabled)];
        Tally tally = _tally = new(publishers.Length, progress);
        if (publishers.IsEmpty)
            LogNoPublisher(logger);
        else if (_problem is not null)
            LogProblem(logger, _problem);
        else
            await CrawlAsync(publishers, tally, cancel);
        var report = new StageReport("crawl", tally.Fetched, tally.Unchanged, tally.Failed, time.GetElapsedTime(started));
        LogRun(logger, report.Done, report.Unchanged, report.Failed, report.Took.TotalSeconds);
        return report;
    }

    /// <inheritdoc/>
    public void Dispose() => _crawler?.Dispose();

    async Task CrawlAsync(ImmutableArray<Publisher> publishers, Tally tally, CancellationToken cancel)
    {
        if (_crawler is null && options.AllowedPrivateEndpoints.Count > 0)
            LogPrivate(logger, string.Join(", ", options.AllowedPrivateEndpoints));
        Crawler crawler = _crawler ??= Crawler.Build(ledger, options, time);
        await _leases.RenewWhileAsync(
            async () =>
            {
                await new SourceRun(ledger, crawler, _leases, options, tally, time, logger).RunAsync(publishers, cancel);
                await new PageRun(ledger, crawler, _leases, options, tally, time, logger).RunAsync(publishers, cancel);
            },
            cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Crawling: no publisher is enabled; set 'enabled: true' in content/publishers")]
    static partial void LogNoPublisher(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    static partial void LogProblem(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Crawling may reach private networks: {Endpoints}")]
    static partial void LogPrivate(ILogger logger, string endpoints);

    [LoggerMessage(Level = LogLevel.Information, Message = "Crawling: {Done} fetched, {Unchanged} unchanged, {Failed} failed in {Seconds:0.0} s")]
    static partial void LogRun(ILogger logger, int done, int unchanged, int failed, double seconds);
}
