using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Feeds;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Markup;
using KnowledgeBase.Crawling.Runs;
using KnowledgeBase.Crawling.Sitemaps;
using KnowledgeBase.Crawling.Sources;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Discovery;

/// <summary>Looks for the feeds and sitemaps of a site, as politely as the crawler does everything.</summary>
/// <param name="ledger">Where the robots.txt of hosts is kept.</param>
/// <param name="options">The crawler's options; they must be without problem.</param>
/// <param name="time">The clock.</param>
public sealed class SiteDiscovery(Ledger ledger, CrawlerOptions options, TimeProvider time) : IDisposable
{
    readonly Crawler _crawler = Crawler.Build(ledger, options, time);

    /// <summary>Looks at a site, beginning with its home page.</summary>
    /// <param name="url">The home page, or any page that names the feeds.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DiscoveredSite> FindAsync(string url, CancellationToken cancel)
    {
        FetchResult result = await _crawler.Fetcher.FetchAsync(new(url, Wanted.Page), cancel);
        if (result is not FetchResult.Fetched page)
            return new() { Home = url, Problem = $"{url} can't be looked at: {ReasonOf(result)}." };
        Uri home = new(page.FinalUrl);
        using IHtmlDocument document = new HtmlParser().ParseDocument(MarkupDecoder.Decode(page.Body.Span, page.FindHeader("Content-Type")).Text);
        return new()
        {
            Home = page.FinalUrl,
            Name = PlainTitle.Find(document.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content") ?? document.Title),
            Language = Language.Find(document.DocumentElement.GetAttribute("lang")),
            Feeds = await FindFeedsAsync(FeedLinks.Of(document, home), cancel),
            Sitemaps = await FindSitemapsAsync(home, cancel),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _crawler.Dispose();

    async Task<ImmutableArray<DiscoveredSource>> FindFeedsAsync(ImmutableArray<Uri> candidates, CancellationToken cancel)
    {
        var feeds = ImmutableArray.CreateBuilder<DiscoveredSource>();
        foreach (Uri candidate in candidates)
        {
            if (await _crawler.Fetcher.FetchAsync(new(candidate.AbsoluteUri, Wanted.Source), cancel) is FetchResult.Fetched fetched
                && FeedReader.Find(fetched.Body.Span, fetched.FindHeader("Content-Type"), new Uri(fetched.FinalUrl)) is { Entries.Length: > 0 } feed
                && !feeds.Any(known => known.Url == fetched.FinalUrl))
                feeds.Add(new(fetched.FinalUrl, PlainTitle.Find(feed.Title), feed.Entries.Length, feed.Entries.Max(entry => entry.PublishedAt ?? entry.UpdatedAt)));
        }
        return feeds.ToImmutable();
    }

    async Task<ImmutableArray<DiscoveredSource>> FindSitemapsAsync(Uri home, CancellationToken cancel)
    {
        var walk = new SitemapWalk((address, stop) => _crawler.Fetcher.FetchAsync(new(address.AbsoluteUri, Wanted.Source), stop), options.MaxBodyBytes, options.MaxSitemapsPerSource);
        SitemapsOfSite sitemaps = await walk.FindAsync(home, cancel);
        return
        [
            .. sitemaps.Sitemaps.Where(sitemap => !sitemap.IsChild)
                .Select(sitemap => new DiscoveredSource(sitemap.Url, null, sitemap.Sitemap.Pages.Length + sitemap.Sitemap.Children.Length, LatestOf(sitemap.Sitemap))),
        ];
    }

    static DateTimeOffset? LatestOf(Sitemap sitemap) =>
        sitemap.Pages.Select(page => page.NewsDate ?? page.LastModified).Concat(sitemap.Children.Select(child => child.LastModified))
            .Select(FeedDate.Find).Max();

    static string ReasonOf(FetchResult result) => result switch
    {
        FetchResult.Failed failed => failed.Reason,
        FetchResult.Disallowed disallowed => disallowed.Reason,
        _ => "it answered in a way nobody expected",
    };
}
