using System.Collections.Immutable;

namespace KnowledgeBase.Articles;

/// <summary>What a page says of its article beside the article itself.</summary>
public sealed record PageFacts
{
    /// <summary>The publisher's own id of the article; null when the page does not give one.</summary>
    public string? PublishersId { get; init; }

    /// <summary>The day of the last change on the publisher's calendar, where it is later than the day of publication; null otherwise.</summary>
    public PartialDate? Updated { get; init; }

    /// <summary>The moment of the last change in UTC, where the page gives one later than that of publication; null otherwise.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The section of the paper (Business, 国际, 経済); null when the page does not say.</summary>
    public string? Section { get; init; }

    /// <summary>The publisher's keywords, in its order.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>The http or https address of the lead image; null when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>True when the page says that only subscribers may read all of it: then the body may be a part.</summary>
    public bool IsPaywalled { get; init; }

    /// <summary>The same article in other languages, as the page links them.</summary>
    public ImmutableArray<Alternate> Alternates { get; init; } = [];

    /// <summary>The addresses of the PDF documents that the story links to or the page lists beside it: annexes and whole texts, which are not read.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    /// <summary>The address of the page on which the article goes on; null when it ends here.</summary>
    public string? NextPage { get; init; }
}

/// <summary>An article in another language.</summary>
/// <param name="LanguageTag">Its BCP 47 tag, as written on the page.</param>
/// <param name="Url">Its http or https address.</param>
public sealed record Alternate(string LanguageTag, string Url);
