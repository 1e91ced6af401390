using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Crawling.Traps;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Fetches every page that is due, once.</summary>
sealed partial class PageRun(Ledger ledger, Crawler crawler, HostLeases leases, CrawlerOptions options, Tally tally, TimeProvider time, ILogger logger)
{
    const int PagesAtATime = 50;

    readonly PageStore _pages = new(ledger);
    readonly Twins _twins = new(ledger);

    public async Task RunAsync(ImmutableArray<Publisher> publishers, CancellationToken cancel)
    {
        // What falls due while this runs is the next run's.
        DateTimeOffset until = time.GetUtcNow();
        Dictionary<string, Publisher> enabled = publishers.Where(publisher => publisher.Hours?.Include(until) != false).ToDictionary(publisher => publisher.Id, StringComparer.Ordinal);
        tally.Expect(await _pages.CountDueAsync(until, enabled.Keys, cancel));
        ImmutableArray<string> hosts = await _pages.FindDueHostsAsync(until, cancel);
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = options.MaxHostsAtOnce, CancellationToken = cancel }, async (host, stop) =>
            await leases.HoldAsync(host, () => VisitHostAsync(host, until, enabled, stop), stop));
    }

    async Task VisitHostAsync(string host, DateTimeOffset until, Dictionary<string, Publisher> publishers, CancellationToken cancel)
    {
        await crawler.RestoreAsync(host, cancel);
        tally.Begin(host, HostWork.Fetching, null);
        int left = options.MaxPagesPerHost;
        while (left > 0 && crawler.Pacer.FindRest(host) is null
            && await _pages.FindDueAsync(host, until, publishers.Keys, Math.Min(left, PagesAtATime), cancel) is { Length: > 0 } batch)
        {
            foreach (DuePage page in batch.TakeWhile(_ => crawler.Pacer.FindRest(host) is null))
                await VisitOneAsync(page, publishers[page.PublisherId], cancel);
            left -= batch.Length;
        }
        DateTimeOffset? restUntil = crawler.Pacer.FindRest(host);
        tally.Begin(host, restUntil is null ? HostWork.Done : HostWork.Resting, restUntil);
        await crawler.KeepAsync(host, cancel);
    }

    async Task VisitOneAsync(DuePage due, Publisher publisher, CancellationToken cancel)
    {
        Visit visit;
        try
        {
            FetchResult result = await crawler.Fetcher.FetchAsync(new(due.Url, Wanted.Page, publisher.Gap, due.ETag, due.LastModified), cancel);
            if (result is FetchResult.Fetched fetched && SoftNotFound.Find(due.Url, fetched) is { } gone)
                result = new FetchResult.Failed(gone, IsLasting: true) { Status = result.Status, Bytes = result.Bytes, Took = result.Took };
            visit = await KeepAsync(due, result, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException and not LedgerException)
        {
            LogAccident(logger, due.Url, e);
            visit = await KeepAsync(due, new FetchResult.Failed(e.Message), cancel);
        }
        LogVisited(logger, due.Url, visit.Outcome, visit.Detail ?? "");
        tally.Count(visit.Outcome, due.Url);
    }

    async Task<Visit> KeepAsync(DuePage due, FetchResult result, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        switch (result)
        {
            case FetchResult.Fetched fetched when PageDirectives.Of(fetched).IsNoIndex:
                return await RemoveAsync(due, fetched, now, cancel);
            case FetchResult.Fetched fetched when PageOf(due, fetched, now) is var page && PageStore.HashOf(page) != due.BodyHash:
                Likeness likeness = await _twins.FindAsync(page, cancel);
                Visit brought = VisitNote.Of(due.Url, fetched, now) with { Detail = likeness.TwinUrl is null ? null : $"the same as {likeness.TwinUrl}" };
                await _pages.SavePageAsync(page, likeness, brought, RevisitPlan.After(due.Fetches + 1, now), cancel);
                return brought;
            case FetchResult.Fetched or FetchResult.Unchanged:
                Visit same = VisitNote.Of(due.Url, result, now) with { Outcome = "unchanged" };
                await _pages.SaveVisitAsync(same, RevisitPlan.After(due.Fetches + 1, now), cancel);
                return same;
            default:
                Visit without = VisitNote.Of(due.Url, result, now);
                await _pages.SaveVisitAsync(without, DueAfter(due, result, now), cancel);
                if (result is FetchResult.Failed failed)
                    LogFailed(logger, due.Url, failed.Reason);
                return without;
        }
    }

    async Task<Visit> RemoveAsync(DuePage due, FetchResult.Fetched fetched, DateTimeOffset now, CancellationToken cancel)
    {
        var disallowed = new FetchResult.Disallowed("the page asks not to be indexed (noindex)");
        Visit visit = VisitNote.Of(due.Url, disallowed, now) with { Status = fetched.Status, Bytes = fetched.Bytes, Duration = fetched.Took };
        await _pages.RemoveAsync(visit, RevisitPlan.After(disallowed, now), cancel);
        return visit;
    }

    static DateTimeOffset? DueAfter(DuePage due, FetchResult result, DateTimeOffset now) => result switch
    {
        FetchResult.Disallowed disallowed => RevisitPlan.After(disallowed, now),
        FetchResult.Failed failed => RevisitPlan.After(failed, due.Failures, now),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A fetch ended in a new way."),
    };

    static FetchedPage PageOf(DuePage due, FetchResult.Fetched fetched, DateTimeOffset now) => new()
    {
        Url = due.Url,
        FinalUrl = fetched.FinalUrl,
        PublisherId = due.PublisherId,
        FetchedAt = now,
        Status = fetched.Status ?? 200,
        Headers = fetched.Headers,
        Body = fetched.Body,
    };

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Page}: {Outcome} {Detail}")]
    static partial void LogVisited(ILogger logger, string page, string outcome, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {Page} failed: {Reason}")]
    static partial void LogFailed(ILogger logger, string page, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Page {Page} can't be kept; the others go on")]
    static partial void LogAccident(ILogger logger, string page, Exception exception);
}
