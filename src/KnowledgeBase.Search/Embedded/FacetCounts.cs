using System.Collections.Immutable;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Orders counted values the way a facet shows them.</summary>
static class FacetCounts
{
    /// <summary>The values of each facet with their counts, most frequent first, years latest first.</summary>
    /// <param name="counting">What was counted.</param>
    /// <param name="values">The values of each facet.</param>
    /// <param name="query">Its chosen and excluded values are always there, besides as many others as it wants.</param>
    public static ImmutableDictionary<Facet, ImmutableArray<FacetCount>> Of(HitCounting counting, IReadOnlyList<FacetValues> values, SearchQuery query)
    {
        var counts = ImmutableDictionary.CreateBuilder<Facet, ImmutableArray<FacetCount>>();
        for (int i = 0; i < values.Count; i++)
        {
            ImmutableArray<string> marked = query.ChosenOf(Facet.All[i]).AddRange(query.ExcludedOf(Facet.All[i]));
            counts.Add(Facet.All[i], Of(Facet.All[i], counting, values[i], marked, query.MaxValues));
        }
        return counts.ToImmutable();
    }

    static ImmutableArray<FacetCount> Of(Facet facet, HitCounting counting, FacetValues values, ImmutableArray<string> marked, int most)
    {
        FacetOrder order = values.Order;
        bool isYear = facet == Facet.Year;
        var least = new LeastKeys(most);
        int place = 0;
        foreach ((int first, int length) in order.Stretches)
        {
            // Values that came since the counting began have no count.
            int known = Math.Max(0, Math.Min(length, counting.Numbers - first));
            ReadOnlySpan<int> hits = counting.HitCounts.AsSpan(first, known);
            ReadOnlySpan<int> nearMisses = counting.NearMissCounts.Length == 0 ? [] : counting.NearMissCounts.AsSpan(first, known);
            for (int i = 0; i < hits.Length; i++)
            {
                int count = hits[i] + (nearMisses.IsEmpty ? 0 : nearMisses[i]);
                if (count > 0)
                    least.Add(isYear ? KeyOf(order.Ranks.Length - order.Ranks[place + i], count) : KeyOf(int.MaxValue - count, order.Ranks[place + i]));
            }
            place += length;
        }
        List<FacetCount> counts = [];
        foreach (ulong key in least.Take())
        {
            (int high, int low) = ((int)(key >> 32), (int)(uint)key);
            counts.Add(isYear ? new(order.ByRank[order.Ranks.Length - high], low) : new(order.ByRank[low], int.MaxValue - high));
        }
        AddMarked(counts, marked, counting, values);
        return isYear && !marked.IsEmpty ? [.. counts.OrderByDescending(count => count.Value, StringComparer.Ordinal)] : [.. counts];
    }

    static void AddMarked(List<FacetCount> counts, ImmutableArray<string> marked, HitCounting counting, FacetValues values)
    {
        foreach (string value in marked.Where(value => !counts.Exists(each => each.Value == value)))
        {
            int number = values.Find(value);
            bool isCounted = number >= 0 && number < counting.Numbers;
            counts.Add(new(value, isCounted ? counting.HitCounts[number] + (counting.NearMissCounts.Length == 0 ? 0 : counting.NearMissCounts[number]) : 0));
        }
    }

    static ulong KeyOf(int high, int low) => ((ulong)high << 32) | (uint)low;
}

/// <summary>Keeps the least of many numbers. Sorting them all took longer than counting.</summary>
sealed class LeastKeys(int most)
{
    ulong[] _keys = new ulong[Math.Max(64, Math.Min(2 * most, 256))];
    int _count;
    ulong _bound = ulong.MaxValue;

    public void Add(ulong key)
    {
        if (key >= _bound)
            return;
        if (_count == _keys.Length)
            Cut();
        _keys[_count++] = key;
    }

    /// <summary>The least, rising.</summary>
    public ReadOnlySpan<ulong> Take()
    {
        _keys.AsSpan(0, _count).Sort();
        return _keys.AsSpan(0, Math.Min(most, _count));
    }

    void Cut()
    {
        if (_count < 2 * most)
        {
            Array.Resize(ref _keys, _count * 2);
            return;
        }
        _keys.AsSpan(0, _count).Sort();
        _count = most;
        _bound = _keys[most - 1];
    }
}
