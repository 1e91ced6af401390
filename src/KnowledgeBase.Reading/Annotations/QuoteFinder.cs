using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds who said what in one language.</summary>
sealed class QuoteFinder(ContentFolder content, Language language)
{
    readonly QuotationFinder _quotations = new(content.RulesOf(language).QuotationMarks);

    /// <summary>The quotes of a body, in the order of their positions.</summary>
    public ImmutableArray<Quote> Find(string body) =>
        [.. _quotations.Find(body).Where(piece => piece.Inner.Length > 20).Select(piece => new Quote { Span = piece.Inner, IsDirect = true })];
}
