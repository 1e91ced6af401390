using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search;

/// <summary>An article about the same as another one, in whichever language.</summary>
/// <param name="Id">The article.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Likeness">How much of what tells of the other article it shares, above 0 and up to about 1.</param>
/// <param name="Shared">The topics, cities, organisations and speakers that both have, the most telling first.</param>
public sealed record RelatedArticle(ArticleId Id, string Headline, float Likeness, ImmutableArray<SharedValue> Shared);

/// <summary>A value of a facet that two articles share.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Value">The value.</param>
public sealed record SharedValue(Facet Facet, string Value);
