using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>Makes the source for an address that an editor wrote down.</summary>
sealed class SourceBook(Fetcher fetcher, CrawlerOptions options)
{
    public ISource Of(Publisher publisher, SourceAddress address) => address.Kind switch
    {
        SourceKind.Feed => new FeedSource(publisher, address, fetcher),
        SourceKind.Sitemap => new SitemapSource(publisher, address, fetcher, options),
        SourceKind.Listing => new ListingSource(publisher, address, fetcher),
        _ => throw new ArgumentOutOfRangeException(nameof(address), address.Kind, "No class reads this kind of source."),
    };
}
