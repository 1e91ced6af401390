using System.Collections.Immutable;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Orders counted values the way a facet shows them.</summary>
static class FacetCounts
{
    /// <summary>The values of each facet with their counts.</summary>
    public static ImmutableDictionary<Facet, ImmutableArray<FacetCount>> Of(HitCounting collector, IReadOnlyList<FacetValues> values, SearchQuery query) =>
        Facet.All.Select((facet, i) => (facet, counts: Of(facet, collector.HitCounts[i], collector.NearMissCounts[i], values[i], query.ChosenOf(facet).AddRange(query.ExcludedOf(facet)), query.MaxValues)))
            .ToImmutableDictionary(pair => pair.facet, pair => pair.counts);

    static ImmutableArray<FacetCount> Of(Facet facet, int[] hits, int[] nearMisses, FacetValues values, ImmutableArray<string> chosen, int most)
    {
        List<FacetCount> counted = [];
        for (int number = 0; number < hits.Length; number++)
        {
            int count = hits[number] + (nearMisses.Length == 0 ? 0 : nearMisses[number]);
            if (count > 0)
                counted.Add(new(values[number], count));
        }
        counted.Sort(facet == Facet.Year ? LatestFirst : MostFirst);
        IEnumerable<FacetCount> shown = counted.Take(most);
        HashSet<string> present = [.. shown.Select(each => each.Value)];
        IEnumerable<FacetCount> missing = chosen.Where(value => !present.Contains(value))
            .Select(value => counted.Find(each => each.Value == value) ?? new FacetCount(value, 0));
        ImmutableArray<FacetCount> all = [.. shown, .. missing];
        return facet == Facet.Year ? all.Sort(LatestFirst) : all;
    }

    static int LatestFirst(FacetCount left, FacetCount right) => string.CompareOrdinal(right.Value, left.Value);

    static int MostFirst(FacetCount left, FacetCount right) =>
        left.Count != right.Count ? right.Count.CompareTo(left.Count) : string.CompareOrdinal(left.Value, right.Value);
}
