using KnowledgeBase.Crawling.Feeds;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>A feed: every entry's link is a page.</summary>
sealed class FeedSource(Publisher publisher, SourceAddress address, Fetcher fetcher) : ISource
{
    public async Task<Harvest> PollAsync(SourceState? before, CancellationToken cancel)
    {
        FetchResult result = await fetcher.FetchAsync(new(address.Url, Wanted.Source, publisher.Gap, before?.ETag, before?.LastModified), cancel);
        if (result is not FetchResult.Fetched fetched)
            return new(result, []);
        Uri around = new(fetched.FinalUrl);
        if (fetched.FindHeader("Content-Location") is { } location && Uri.TryCreate(around, location, out Uri? said) && said.Scheme is "http" or "https")
            around = said;
        if (FeedReader.Find(fetched.Body.Span, fetched.FindHeader("Content-Type"), around) is not { } feed)
            return new(new FetchResult.Failed("it is no feed") { Status = fetched.Status, Bytes = fetched.Bytes, Took = fetched.Took }, []);
        var links = new LinkList(publisher, address);
        foreach (FeedEntry entry in feed.Entries)
            links.Add(entry.Link, around, PlainTitle.Find(entry.Title), entry.PublishedAt ?? entry.UpdatedAt, entry.UpdatedAt, feed.Language);
        return new(result, links.Links);
    }
}
