using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>Collects the links of a source, canonical and each once.</summary>
sealed class LinkList(Publisher publisher, SourceAddress source)
{
    readonly Dictionary<string, Link> _links = new(StringComparer.Ordinal);

    public ImmutableArray<Link> Links => [.. _links.Values];

    public int Count => _links.Count;

    /// <summary>Takes up a link, unless it can't be fetched or leads to the source itself.</summary>
    public void Add(string? url, Uri around, string? title = null, DateTimeOffset? publishedAt = null, DateTimeOffset? changedAt = null, string? language = null)
    {
        if (CanonicalLink.Find(url, around) is not { } canonical || canonical == CanonicalLink.Find(source.Url, around))
            return;
        var hints = new PageHints { Title = title, PublishedAt = publishedAt, Language = source.Language ?? Language.Find(language) ?? publisher.Language };
        _links.TryAdd(canonical, new() { Url = canonical, PublisherId = publisher.Id, SourceUrl = source.Url, Hints = hints, ChangedAt = changedAt });
    }
}
