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

    /// <summary>So many more come with "more"; the rest stands on a page of its own.</summary>
    const int More = 90;

    /// <summary>Chosen values, those left out, then the most frequent ones.</summary>
    public IEnumerable<FacetCount> First => Ordered.Take(AtOnce);

    /// <summary>The values behind "more".</summary>
    public IEnumerable<FacetCount> Rest => Ordered.Skip(AtOnce).Take(More);

    /// <summary>True when there are more values than stand beside the hits.</summary>
    public bool HasMore => Counts.Length > AtOnce + More;

    int AtOnce => Math.Max(Few, Query.ChosenOf(Facet).Length + Query.ExcludedOf(Facet).Length);

    IEnumerable<FacetCount> Ordered => Counts.OrderByDescending(count => Query.IsChosen(Facet, count.Value)).ThenByDescending(count => Query.IsExcluded(Facet, count.Value));
}
