using System.Collections.Immutable;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Sources;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Polls every source that is due, once.</summary>
sealed partial class SourceRun(Ledger ledger, Crawler crawler, HostLeases leases, CrawlerOptions options, Tally tally, TimeProvider time, ILogger logger)
{
    readonly SourceStore _sources = new(ledger);
    readonly PageStore _pages = new(ledger);
    readonly PollLog _polls = new(ledger);
    readonly SourceBook _book = new(crawler.Fetcher, options);
    readonly PollPlan _plan = new(options);

    public async Task RunAsync(ImmutableArray<Publisher> publishers, CancellationToken cancel)
    {
        var hosts = publishers.SelectMany(publisher => publisher.Sources.Select(source => (Publisher: publisher, Source: source)))
            .GroupBy(pair => HostName.Of(pair.Source.Url), StringComparer.Ordinal);
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = options.MaxHostsAtOnce, CancellationToken = cancel }, async (host, stop) =>
            await leases.HoldAsync(
                host.Key,
                async () =>
                {
                    foreach ((Publisher publisher, SourceAddress source) in host)
                        await PollOneAsync(publisher, source, stop);
                },
                stop));
    }

    async Task PollOneAsync(Publisher publisher, SourceAddress source, CancellationToken cancel)
    {
        SourceState? before = await _sources.FindAsync(source.Url, cancel);
        if (before?.DueAt > time.GetUtcNow())
            return;
        try
        {
            Harvest harvest = await _book.Of(publisher, source).PollAsync(before, cancel);
            await KeepAsync(publisher, source, before, harvest, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException and not LedgerException)
        {
            LogAccident(logger, source.Url, e);
            await KeepAsync(publisher, source, before, new(new FetchResult.Failed(e.Message), []), cancel);
        }
    }

    async Task KeepAsync(Publisher publisher, SourceAddress source, SourceState? before, Harvest harvest, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        int fresh = await _pages.AddLinksAsync(harvest.Links, now, cancel);
        Visit visit = VisitNote.Of(source.Url, harvest.Result, now);
        var poll = new Poll(source.Url, now, visit.Outcome, harvest.Links.Length, fresh, harvest.Links.Select(link => link.Hints.Title ?? link.Url).FirstOrDefault());
        bool isGood = harvest.Result is FetchResult.Fetched or FetchResult.Unchanged;
        int failures = isGood ? 0 : (before?.Failures ?? 0) + 1;
        var fetched = harvest.Result as FetchResult.Fetched;
        var state = new SourceState(
            source.Url,
            publisher.Id,
            fetched is null ? before?.ETag : fetched.FindHeader("ETag"),
            fetched is null ? before?.LastModified : fetched.FindHeader("Last-Modified"),
            now,
            await DueAtAsync(harvest.Result, poll, failures, cancel),
            failures,
            fetched is null ? visit.Detail ?? visit.Outcome : $"{harvest.Links.Length} links, {fresh} new");
        await _sources.SaveAsync(state, visit, poll, cancel);
        LogPolled(logger, source.Url, state.Outcome!);
        if (harvest.Result is FetchResult.Failed failed)
            LogFailed(logger, source.Url, failed.Reason);
        tally.CountSource(visit.Outcome, source.Url);
    }

    async Task<DateTimeOffset> DueAtAsync(FetchResult result, Poll poll, int failures, CancellationToken cancel)
    {
        DateTimeOffset? said = result switch { FetchResult.Failed failed => failed.RetryAt, FetchResult.Disallowed disallowed => disallowed.RetryAt ?? poll.PolledAt + options.MaxPollInterval, _ => null };
        DateTimeOffset planned = poll.PolledAt + (failures > 0 ? _plan.AfterFailure(failures) : _plan.After([.. await _polls.FindAsync(poll.SourceUrl, poll.PolledAt - PollPlan.Observed, cancel), poll]));
        return said > planned ? said.Value : planned;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Source}: {Outcome}")]
    static partial void LogPolled(ILogger logger, string source, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} failed: {Reason}")]
    static partial void LogFailed(ILogger logger, string source, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} can't be read; the others go on")]
    static partial void LogAccident(ILogger logger, string source, Exception exception);
}
