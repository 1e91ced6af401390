using System.Collections.Immutable;

namespace KnowledgeBase.Articles;

/// <summary>A story as read from a page or from an editor's Markdown file, with evidence for what it claims.</summary>
public sealed record Article
{
    /// <summary>Its name everywhere.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>The canonical URL. An editor's brief has <c>brief:2019/kobe-foreign-firm-incentives/en</c>.</summary>
    public required string Url { get; init; }

    /// <summary>The language it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>What sort of text it is.</summary>
    public required ArticleKind Kind { get; init; }

    /// <summary>The id of its publisher in <c>content/publishers</c>.</summary>
    public required string PublisherId { get; init; }

    /// <summary>The headline, without the site's name.</summary>
    public required string Headline { get; init; }

    /// <summary>The plain text: blocks separated by one empty line. See <see cref="Marks"/>.</summary>
    public required string Body { get; init; }

    /// <summary>Headings, lists, tables and links of the body, in the order of their positions.</summary>
    public ImmutableArray<BodyMark> Marks { get; init; } = [];

    /// <summary>Its articles, chapters and annexes, where it is a rule, a law or a notice, in the order of the body.</summary>
    public ImmutableArray<Provision> Provisions { get; init; } = [];

    /// <summary>A sentence or two that sum it up, as written by its author; null when there are none.</summary>
    public string? Summary { get; init; }

    /// <summary>Who wrote it, as the page says; null when it does not.</summary>
    public string? Byline { get; init; }

    /// <summary>The day of publication, as exactly as it is known; null when it is not.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>The moment of publication in UTC, where the page gives one; null otherwise.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Names the story whose versions (in other languages) belong together; null when it stands alone.</summary>
    public string? Family { get; init; }

    /// <summary>The addresses under which its page says that it stands in other languages (<c>hreflang</c>), canonical as <see cref="Url"/>.</summary>
    public ImmutableArray<string> Alternates { get; init; } = [];

    /// <summary>Ids of its topics, most important first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Ids of the cities it is about, most prominent first.</summary>
    public ImmutableArray<string> Cities { get; init; } = [];

    /// <summary>Ids of the organisations it names, most prominent first.</summary>
    public ImmutableArray<string> Organizations { get; init; } = [];

    /// <summary>The people it reports on and the post each held then, as an editor listed them. Quotes have their own speakers.</summary>
    public ImmutableArray<PersonInPost> People { get; init; } = [];

    /// <summary>Who said what, in the order of the body.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>Where cities, organisations and people are named, in the order of the body.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Amounts of money, shares and counts, in the order of the body.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>The sources an editor drew on.</summary>
    public ImmutableArray<SourceReference> Sources { get; init; } = [];

    /// <summary>When the page was fetched, or null for an editor's file.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>What the page says beside the article; null for an editor's file and for articles read before there was this.</summary>
    public PageFacts? Page { get; init; }

    /// <summary>The values of the speaker facet: ids of people where sure, else full names; without repetition.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<string> Speakers =>
        People.Select(person => person.PersonId).Concat(Quotes.Select(quote => quote.SpeakerValue).OfType<string>()).Distinct(StringComparer.Ordinal);
}

/// <summary>A person and the post held at the time.</summary>
/// <param name="PersonId">The id in <c>content/people</c>.</param>
/// <param name="Post">The post, in the article's language; null when none is given.</param>
public sealed record PersonInPost(string PersonId, string? Post);

/// <summary>A text an editor drew on.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its http or https address.</param>
/// <param name="Publisher">Who published it; null when unknown.</param>
/// <param name="Date">When it was published; null when unknown.</param>
/// <param name="Language">Its BCP 47 tag; null when unknown.</param>
public sealed record SourceReference(string Title, string Url, string? Publisher, PartialDate? Date, string? Language);
