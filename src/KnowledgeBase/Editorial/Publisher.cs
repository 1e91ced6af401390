using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>How much of a publisher's text the site shows. The whole text is always indexed.</summary>
public enum DisplayPolicy
{
    /// <summary>The first paragraphs and the passages that matched, with a link to the publisher.</summary>
    Excerpt,

    /// <summary>The whole text.</summary>
    Full,

    /// <summary>The headline and the link only.</summary>
    Link,
}

/// <summary>Whoever publishes articles, and where new ones are found.</summary>
public sealed record Publisher
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The names.</summary>
    public required Labels Labels { get; init; }

    /// <summary>The sort of publisher, in the editors' words: ministry, news-agency, newspaper and so on.</summary>
    public required string Kind { get; init; }

    /// <summary>The main language.</summary>
    public required Language Language { get; init; }

    /// <summary>ISO 3166-1 alpha-2, or null.</summary>
    public string? Country { get; init; }

    /// <summary>The address of the home page, or null.</summary>
    public string? Home { get; init; }

    /// <summary>How much of the text the site shows.</summary>
    public DisplayPolicy Display { get; init; }

    /// <summary>True when the operator wants it crawled.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>The least time between two requests to one of its hosts; null leaves it to the crawler's own default.</summary>
    public TimeSpan? Gap { get; init; }

    /// <summary>When its hosts may be visited; null means at any hour.</summary>
    public VisitingHours? Hours { get; init; }

    /// <summary>Where its pages keep the story; null leaves it to the reader.</summary>
    public StorySelectors? Story { get; init; }

    /// <summary>Where new articles are found.</summary>
    public ImmutableArray<SourceAddress> Sources { get; init; } = [];
}

/// <summary>Where the pages of a publisher keep the story, by CSS selectors.</summary>
/// <param name="Body">The element that holds the story.</param>
/// <param name="Remove">What is to be taken out of it; null for nothing.</param>
public sealed record StorySelectors(string Body, string? Remove);

/// <summary>The kinds of places where links to articles are found.</summary>
public enum SourceKind
{
    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A sitemap or sitemap index.</summary>
    Sitemap,

    /// <summary>A page that lists articles.</summary>
    Listing,
}

/// <summary>A place where a publisher's new articles are found.</summary>
/// <param name="Kind">Feed, sitemap or listing.</param>
/// <param name="Url">Its address.</param>
/// <param name="Language">The language of its articles; null means the publisher's.</param>
/// <param name="Links">For a listing, the CSS selector of the links; null otherwise.</param>
public sealed record SourceAddress(SourceKind Kind, string Url, Language? Language, string? Links)
{
    /// <summary>For a listing, the CSS selector of the link to its next page; null when it has one page.</summary>
    public string? Next { get; init; }
}
