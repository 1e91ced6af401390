using System.Collections.Immutable;

namespace KnowledgeBase.Crawling.Sitemaps;

/// <summary>The forms a sitemap may have.</summary>
enum SitemapKind
{
    /// <summary>A list of pages.</summary>
    Pages,

    /// <summary>A list of sitemaps.</summary>
    Index,

    /// <summary>A line for each page.</summary>
    Text,

    /// <summary>A feed in the place of a sitemap.</summary>
    Feed,
}

/// <summary>A sitemap (https://www.sitemaps.org/protocol.html).</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Pages">The pages it names.</param>
/// <param name="Children">The sitemaps it names.</param>
sealed record Sitemap(SitemapKind Kind, ImmutableArray<SitemapPage> Pages, ImmutableArray<SitemapChild> Children);

/// <summary>A page named by a sitemap. Null where it says nothing.</summary>
sealed record SitemapPage
{
    public required string Url { get; init; }

    /// <summary>When it was last changed, as written.</summary>
    public string? LastModified { get; init; }

    /// <summary>The headline, of the news extension.</summary>
    public string? NewsTitle { get; init; }

    /// <summary>When the story was published, as written.</summary>
    public string? NewsDate { get; init; }

    public string? NewsPublication { get; init; }

    public string? NewsLanguage { get; init; }

    /// <summary>Language tag and address of the page in other languages.</summary>
    public ImmutableArray<(string Language, string Url)> Alternates { get; init; } = [];
}

/// <summary>A sitemap named by an index.</summary>
/// <param name="Url">Its address.</param>
/// <param name="LastModified">When it was last changed, as written; null when it does not say.</param>
sealed record SitemapChild(string Url, string? LastModified);
