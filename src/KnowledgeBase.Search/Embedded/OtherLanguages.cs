using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The languages in which the words of a query weigh in translation and not as they are.</summary>
/// <param name="languages">The languages.</param>
/// <param name="searcher">The state of the index.</param>
sealed class OtherLanguages(ImmutableArray<Language> languages, ArticleSearcher searcher)
{
    /// <summary>The one an article is written in; null when it is in a language of the query.</summary>
    public Language? FindOf(RankedHit hit) => languages.FirstOrDefault(language => searcher.Segments[hit.Segment].Languages[language].Has(hit.Doc));

    /// <summary>True for an article in one of them.</summary>
    public bool Have(RankedHit hit) => FindOf(hit) is not null;
}
