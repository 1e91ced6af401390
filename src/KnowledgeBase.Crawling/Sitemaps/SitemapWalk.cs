using System.Collections.Immutable;
using KnowledgeBase.Crawling.Feeds;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Robots;

namespace KnowledgeBase.Crawling.Sitemaps;

/// <summary>The sitemaps of a site and the pages they name.</summary>
/// <param name="Sitemaps">The sitemaps, in the order met.</param>
/// <param name="Pages">The pages, as often as they are named.</param>
sealed record SitemapsOfSite(ImmutableArray<MetSitemap> Sitemaps, ImmutableArray<SitemapPage> Pages);

/// <summary>A sitemap met on a walk.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Sitemap">What it says.</param>
/// <param name="IsChild">True when another sitemap named it.</param>
sealed record MetSitemap(string Url, Sitemap Sitemap, bool IsChild);

/// <summary>Finds the sitemaps of a site: those its robots.txt names, those at the usual places, and those that these name.</summary>
/// <param name="fetch">Fetches an address.</param>
/// <param name="maxBytes">How large a sitemap may be when unpacked.</param>
/// <param name="maxSitemaps">After so many it ends: an index can go on for ever.</param>
sealed class SitemapWalk(Func<Uri, CancellationToken, Task<FetchResult>> fetch, int maxBytes, int maxSitemaps)
{
    // Where the common news systems put them.
    static readonly ImmutableArray<string> UsualPlaces =
        ["/sitemap.xml", "/sitemap_index.xml", "/sitemap-index.xml", "/sitemap.xml.gz", "/sitemap_index.xml.gz", "/sitemap_news.xml", "/sitemap-news.xml", "/news-sitemap.xml", "/sitemap/sitemap-index.xml"];

    public async Task<SitemapsOfSite> FindAsync(Uri home, CancellationToken cancel)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        List<MetSitemap> sitemaps = [];
        IEnumerable<Uri> first = [.. await NamedByRobotsAsync(home, cancel), .. UsualPlaces.Select(place => new Uri(home, place))];
        var waiting = new Queue<(Uri Address, bool IsChild)>(first.Select(address => (address, false)));
        while (waiting.TryDequeue(out (Uri Address, bool IsChild) next) && sitemaps.Count < maxSitemaps)
        {
            Uri address = next.Address;
            if (!met.Add(address.AbsoluteUri) || await fetch(address, cancel) is not FetchResult.Fetched fetched)
                continue;
            // Two addresses may lead to one sitemap.
            bool isMet = fetched.FinalUrl != address.AbsoluteUri && !met.Add(fetched.FinalUrl);
            if (isMet || SitemapReader.Find(fetched.Body, fetched.FindHeader("Content-Type"), new Uri(fetched.FinalUrl), maxBytes) is not { } sitemap)
                continue;
            sitemaps.Add(new(fetched.FinalUrl, sitemap, next.IsChild));
            foreach (Uri child in sitemap.Children.Select(child => child.Url).Where(url => Uri.IsWellFormedUriString(url, UriKind.Absolute)).Select(url => new Uri(url)))
                waiting.Enqueue((child, true));
        }
        return new([.. sitemaps], [.. sitemaps.SelectMany(sitemap => sitemap.Sitemap.Pages)]);
    }

    async Task<ImmutableArray<Uri>> NamedByRobotsAsync(Uri home, CancellationToken cancel)
    {
        var robots = new Uri(home, "/robots.txt");
        return await fetch(robots, cancel) is not FetchResult.Fetched fetched ? []
            : [.. RobotsRules.Read(fetched.Body).Sitemaps.Select(url => FeedAddress.Find(url, robots)).Where(url => Uri.IsWellFormedUriString(url, UriKind.Absolute)).Select(url => new Uri(url!))];
    }
}
