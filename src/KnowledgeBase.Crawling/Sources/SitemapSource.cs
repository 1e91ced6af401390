using KnowledgeBase.Crawling.Feeds;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Sitemaps;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>A sitemap, with the sitemaps below it that changed last.</summary>
sealed class SitemapSource(Publisher publisher, SourceAddress address, Fetcher fetcher, CrawlerOptions options) : ISource
{
    /// <summary>The protocol allows one level; a few sites have two.</summary>
    const int MaxDepth = 3;

    public async Task<Harvest> PollAsync(SourceState? before, CancellationToken cancel)
    {
        FetchResult result = await fetcher.FetchAsync(new(address.Url, Wanted.Source, publisher.Gap, before?.ETag, before?.LastModified), cancel);
        if (result is not FetchResult.Fetched fetched)
            return new(result, []);
        if (Read(fetched) is not { } sitemap)
            return new(new FetchResult.Failed("it is no sitemap") { Status = fetched.Status, Bytes = fetched.Bytes, Took = fetched.Took }, []);
        List<(SitemapPage Page, Uri Around)> pages = [.. sitemap.Pages.Select(page => (page, new Uri(fetched.FinalUrl)))];
        await foreach ((Sitemap child, Uri around) in FollowAsync(sitemap, cancel))
            pages.AddRange(child.Pages.Select(page => (page, around)));
        return new(result, Collect(pages).Links);
    }

    // An index names the archive of twenty years: the children that changed last hold what is new.
    async IAsyncEnumerable<(Sitemap Sitemap, Uri Around)> FollowAsync(Sitemap root, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var met = new HashSet<string>(StringComparer.Ordinal) { address.Url };
        var waiting = new Queue<(SitemapChild Child, int Depth)>(Newest(root).Select(child => (child, 1)));
        for (int fetches = 0; fetches < options.MaxSitemapsPerSource && waiting.TryDequeue(out var next);)
        {
            if (!met.Add(next.Child.Url) || !IsOwn(next.Child.Url))
                continue;
            fetches++;
            if (await fetcher.FetchAsync(new(next.Child.Url, Wanted.Source, publisher.Gap), cancel) is not FetchResult.Fetched fetched || Read(fetched) is not { } sitemap)
                continue;
            foreach (SitemapChild child in next.Depth < MaxDepth ? Newest(sitemap) : [])
                waiting.Enqueue((child, next.Depth + 1));
            yield return (sitemap, new(fetched.FinalUrl));
        }
    }

    LinkList Collect(IEnumerable<(SitemapPage Page, Uri Around)> pages)
    {
        var links = new LinkList(publisher, address);
        foreach ((SitemapPage page, Uri around) in pages.OrderByDescending(page => FeedDate.Find(page.Page.NewsDate ?? page.Page.LastModified) ?? DateTimeOffset.MinValue))
        {
            if (links.Count == options.MaxLinksPerSource)
                break;
            // The protocol lets a sitemap speak for its own site only.
            if (IsOwn(page.Url))
                links.Add(page.Url, around, PlainTitle.Find(page.NewsTitle), FeedDate.Find(page.NewsDate), FeedDate.Find(page.LastModified), page.NewsLanguage);
        }
        return links;
    }

    Sitemap? Read(FetchResult.Fetched fetched) =>
        SitemapReader.Find(fetched.Body, fetched.FindHeader("Content-Type"), new Uri(fetched.FinalUrl), options.MaxBodyBytes);

    bool IsOwn(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? named) && WebSite.AreOne(named, new Uri(address.Url));

    static IEnumerable<SitemapChild> Newest(Sitemap sitemap) =>
        sitemap.Children.OrderByDescending(child => FeedDate.Find(child.LastModified) ?? DateTimeOffset.MinValue);
}
