using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Runs;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling;

/// <summary>Fetches one page that somebody asks for, under the same rules as a crawl: robots.txt, turns, no private networks. The page is not kept.</summary>
/// <param name="ledger">Where robots.txt and the hosts' turns are remembered.</param>
/// <param name="options">The crawler's options.</param>
/// <param name="time">The clock.</param>
public sealed class PageFetch(Ledger ledger, CrawlerOptions options, TimeProvider time)
{
    /// <summary>Fetches a page.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="publisherId">The id of its publisher; empty when it has none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, or why it did not come, in words for the operator; one of them is null.</returns>
    public async Task<(FetchedPage? Page, string? Problem)> FetchAsync(string url, string publisherId, CancellationToken cancel)
    {
        if (options.FindProblem(environment: "") is { } problem)
            return (null, problem);
        using Crawler crawler = Crawler.Build(ledger, options, time);
        return await crawler.Fetcher.FetchAsync(new FetchRequest(url, Wanted.Page), cancel) switch
        {
            FetchResult.Fetched fetched => (PageOf(url, publisherId, fetched), null),
            FetchResult.Disallowed disallowed => (null, disallowed.Reason),
            FetchResult.Failed failed => (null, failed.Reason),
            _ => (null, "the host says that nothing changed, although nothing is known of the page"),
        };
    }

    FetchedPage PageOf(string url, string publisherId, FetchResult.Fetched fetched) => new()
    {
        Url = url,
        FinalUrl = fetched.FinalUrl,
        PublisherId = publisherId,
        FetchedAt = time.GetUtcNow(),
        Status = fetched.Status ?? 200,
        Headers = fetched.Headers,
        Body = fetched.Body,
    };
}
