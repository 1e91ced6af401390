using System.Collections.Immutable;
using AngleSharp.Dom;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>What a page says of its story beside the story.</summary>
/// <param name="Headline">The headline, or null.</param>
/// <param name="Byline">Who wrote it, or null.</param>
/// <param name="Date">When it was published, or null.</param>
/// <param name="Url">Its canonical address.</param>
/// <param name="Alternates">Where it stands in other languages.</param>
/// <param name="Description">How it sums itself up for others, or null; often the first words of the story.</param>
/// <param name="ArticleBody">The text it gives to machines, or null.</param>
sealed record PageMetadata(string? Headline, string? Byline, FoundDate? Date, string Url, ImmutableArray<string> Alternates, string? Description, string? ArticleBody)
{
    /// <summary>When it was last changed, or null.</summary>
    public FoundDate? Changed { get; init; }

    /// <summary>What else it says.</summary>
    public PageFacts Facts { get; init; } = new();

    /// <summary>True when an article goes on here that began on another page.</summary>
    public bool IsLaterPage { get; init; }

    public static PageMetadata Read(IDocument document, Uri page, DateTimeOffset fetchedAt)
    {
        var tags = new MetaTags(document);
        StructuredData data = StructuredData.Read(document);
        string? headline = HeadlineFinder.Find(document, tags, data);
        var lines = new ShownLines(document, headline);
        var shown = new ShownDates(document, lines, DateFinder.MaxDateLineCharacters);
        string url = CanonicalUrl.Find(document, tags, page);
        return new(
            headline,
            new BylineFinder(document, tags, data, lines).Find(),
            DateFinder.Find(document, tags, data, page, shown, fetchedAt),
            url,
            LanguageVersions.Find(document, page, url),
            tags.Find("og:description", "description", "twitter:description"),
            data.ArticleBody)
        {
            Changed = DateFinder.FindChanged(document, tags, data, shown, fetchedAt),
            Facts = PageFactsFinder.Find(document, tags, data, page),
            IsLaterPage = NextPages.IsLaterPage(document, page),
        };
    }
}
