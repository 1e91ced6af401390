using System.Collections.Immutable;

namespace KnowledgeBase.Articles;

/// <summary>A page as a server sent it.</summary>
public sealed record FetchedPage
{
    /// <summary>The address it was asked for under, canonical.</summary>
    public required string Url { get; init; }

    /// <summary>The address that answered after redirects.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>The id of its publisher.</summary>
    public required string PublisherId { get; init; }

    /// <summary>When it was fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The response headers, in the order sent.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body after content decoding (gzip, brotli), before character decoding.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the source said of the page before it was fetched.</summary>
    public PageHints Hints { get; init; } = new();

    /// <summary>The first value of a header, or null.</summary>
    public string? FindHeader(string name) =>
        Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();
}

/// <summary>What a feed, sitemap or publisher says of a page: used where the page itself is silent.</summary>
public sealed record PageHints
{
    /// <summary>The title of the feed entry, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The time of the feed entry, or null.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The language of the source or publisher, or null.</summary>
    public Language? Language { get; init; }
}
