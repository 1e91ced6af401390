using System.Collections.Immutable;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The chosen and excluded values of a facet: an article fits when it has a chosen one (if any is chosen) and no excluded one.</summary>
/// <param name="Facet">The place of the facet in <see cref="Search.Facet.All"/>.</param>
/// <param name="Chosen">Numbers of chosen values; null when none is chosen, empty when no article has one.</param>
/// <param name="Excluded">Numbers of excluded values.</param>
sealed record FacetChoice(int Facet, int[]? Chosen, int[] Excluded)
{
    /// <summary>A choice of a facet; null when there is none.</summary>
    public static FacetChoice? Of(int facet, ImmutableArray<string> chosen, ImmutableArray<string> excluded, FacetValues values) =>
        chosen.IsEmpty && excluded.IsEmpty ? null : new(facet, chosen.IsEmpty ? null : Numbers(chosen, values), Numbers(excluded, values));

    /// <summary>For each segment the articles that fit.</summary>
    public DocSet[] In(ArticleSearcher searcher, Scratch scratch)
    {
        DocSet[] fitting = Chosen is null ? [.. searcher.Segments.Select(segment => segment.Everything)] : Any(Chosen, searcher, scratch);
        return Excluded.Length == 0 ? fitting : [.. fitting.Zip(Any(Excluded, searcher, scratch), (set, excluded) => set.Except(excluded, scratch))];
    }

    DocSet[] Any(int[] numbers, ArticleSearcher searcher, Scratch scratch)
    {
        DocSet[][] found = [.. numbers.Select(number => searcher.ArticlesWith(Facet, number))];
        return found is [var only] ? only : [.. searcher.Segments.Select((segment, i) => DocSet.Or([.. found.Select(sets => sets[i])], segment.Articles, scratch))];
    }

    static int[] Numbers(ImmutableArray<string> marked, FacetValues values) => [.. marked.Select(values.Find).Where(number => number >= 0)];
}
