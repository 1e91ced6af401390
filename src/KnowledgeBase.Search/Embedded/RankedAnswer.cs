using System.Collections.Immutable;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Embedded;

/// <summary>What answers a query, counted and in order, before anybody looks at its texts.</summary>
/// <param name="Query">The query.</param>
/// <param name="Counting">How many there are, and how they spread over the facets.</param>
/// <param name="Hits">The best, best first.</param>
/// <param name="IsRelaxed">True when most of the words were enough.</param>
/// <param name="Wanted">Units that may be marked in a hit.</param>
/// <param name="Scratch">Where the counts are kept: they end with the answer.</param>
sealed record RankedAnswer(PreparedQuery Query, HitCounting Counting, List<RankedHit> Hits, bool IsRelaxed, ImmutableArray<Unit> Wanted, Scratch Scratch) : IDisposable
{
    public void Dispose() => Scratch.Dispose();
}

/// <summary>A query taken apart, its words in other languages looked up.</summary>
/// <param name="Query">The query.</param>
/// <param name="Understood">How the text was understood; null when nothing was asked.</param>
/// <param name="Analyzed">Its terms.</param>
/// <param name="Remarks">What of the text was read differently than it may have been meant.</param>
/// <param name="Widenings">What is also asked for in other languages.</param>
sealed record PreparedQuery(SearchQuery Query, QueryPart? Understood, AnalyzedQuery Analyzed, ImmutableArray<QueryRemark> Remarks, ImmutableArray<WidenedWord> Widenings);

/// <summary>Which facets are counted with a search.</summary>
enum FacetCounting
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those of the hits.</summary>
    Hits,

    /// <summary>Those of the hits; a facet's own choice does not shrink its counts.</summary>
    Sideways,
}
