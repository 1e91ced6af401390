using System.Collections.Immutable;
using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Pages;

/// <summary>A facet beside the hits of a search.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Counts">Its values.</param>
/// <param name="Query">The search.</param>
sealed record FacetList(Facet Facet, ImmutableArray<FacetCount> Counts, SearchQuery Query)
{
    /// <summary>So many values are seen at once.</summary>
    const int Few = 10;

    /// <summary>So many more come with "more"; who wants the rest searches.</summary>
    const int More = 90;

    /// <summary>Chosen values, then the most frequent ones.</summary>
    public IEnumerable<FacetCount> First => Ordered.Take(Math.Max(Few, Query.ChosenOf(Facet).Length));

    /// <summary>The values behind "more".</summary>
    public IEnumerable<FacetCount> Rest => Ordered.Skip(Math.Max(Few, Query.ChosenOf(Facet).Length)).Take(More);

    IEnumerable<FacetCount> Ordered => Counts.OrderByDescending(count => Query.IsChosen(Facet, count.Value));
}
