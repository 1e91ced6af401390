using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>What was found in a body: who said what, what is named, and what it is about.</summary>
sealed record AnnotatedBody
{
    /// <summary>Who said what, in the order of the body.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>Every city, organisation and person named, in the order of the body, passing mentions and datelines among them.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Amounts of money, shares and counts, in the order of the body.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Ids of topics, strongest first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Ids of the cities it is about, most prominent first.</summary>
    public ImmutableArray<string> Cities { get; init; } = [];

    /// <summary>Ids of the organisations it is about, most prominent first.</summary>
    public ImmutableArray<string> Organizations { get; init; } = [];
}
