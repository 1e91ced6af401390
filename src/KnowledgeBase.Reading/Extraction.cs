using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading;

/// <summary>What was found in a page or a text, whether or not an article comes of it: for measuring the reader, and for people who ask why.</summary>
public sealed record Extraction
{
    /// <summary>Why there is no story, in one line; null when there is one.</summary>
    public string? Refusal { get; init; }

    /// <summary>The language; null when it is none of ours. Nothing is annotated then.</summary>
    public Language? Language { get; init; }

    /// <summary>The headline, without the site's name; null when there is none.</summary>
    public string? Headline { get; init; }

    /// <summary>Who wrote it, as the page says; null when it does not.</summary>
    public string? Byline { get; init; }

    /// <summary>The day of publication, as exactly as it is known; null when it is not.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>The story; empty when there is none. All spans are stretches of it.</summary>
    public string Body { get; init; } = "";

    /// <summary>Ids of topics, strongest first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Who said what, in the order of the body.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>Where cities, organisations and people are named, in the order of the body, passing mentions and datelines among them.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Amounts of money, shares and counts, in the order of the body.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];
}
