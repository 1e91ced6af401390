using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Feeds;
using KnowledgeBase.Crawling.Traps;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>Collects the links of a source, canonical and each once.</summary>
sealed class LinkList(Publisher publisher, SourceAddress source, CrawlerOptions options, TimeProvider time)
{
    readonly Dictionary<string, Link> _links = new(StringComparer.Ordinal);

    public ImmutableArray<Link> Links => [.. _links.Values];

    /// <summary>True when no more are taken up.</summary>
    public bool IsFull => _links.Count >= options.MaxLinksPerSource;

    /// <summary>Takes up a link, unless it can't be fetched, is a trap, or leads to the source itself.</summary>
    public void Add(string? url, Uri around, string? title = null, DateTimeOffset? publishedAt = null, DateTimeOffset? changedAt = null, string? language = null)
    {
        if (IsFull || CanonicalLink.Find(url, around) is not { } canonical || canonical == CanonicalLink.Find(source.Url, around))
            return;
        if (LinkTrap.Find(new Uri(canonical), time.GetUtcNow()) is not null)
            return;
        var hints = new PageHints { Title = title, PublishedAt = publishedAt, Language = source.Language ?? Language.Find(language) ?? publisher.Language };
        _links.TryAdd(canonical, new() { Url = canonical, PublisherId = publisher.Id, SourceUrl = source.Url, Hints = hints, ChangedAt = changedAt });
    }

    /// <summary>Takes up the links of a feed's entries.</summary>
    public void AddAll(Feed feed, Uri around)
    {
        foreach (FeedEntry entry in feed.Entries)
            Add(entry.Link, around, PlainTitle.Find(entry.Title), entry.PublishedAt ?? entry.UpdatedAt, entry.UpdatedAt, feed.Language);
    }
}
