using System.Collections.Immutable;
using System.Numerics;

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
            int end = Math.Min(first + length, counting.Numbers);
            for (int at = first; at < end; at += Vector<int>.Count)
            {
                if (end - at >= Vector<int>.Count && counting.IsBelow(at, isYear ? 1 : least.LeastCount))
                    continue;
                for (int number = at; number < Math.Min(end, at + Vector<int>.Count); number++)
                {
                    int count = counting.CountOf(number);
                    int rank = order.Ranks[place + number - first];
                    if (count > 0)
                        least.Add(isYear ? KeyOf(order.Ranks.Length - rank, count) : KeyOf(LeastKeys.MostCount - count, rank));
                }
            }
            place += length;
        }
        List<FacetCount> counts = [];
        foreach (ulong key in least.Take())
        {
            (int high, int low) = ((int)(key >> 32), (int)(uint)key);
            counts.Add(isYear ? new(order.ByRank[order.Ranks.Length - high], low) : new(order.ByRank[low], LeastKeys.MostCount - high));
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
            counts.Add(new(value, isCounted ? counting.CountOf(number) : 0));
        }
    }

    static ulong KeyOf(int high, int low) => ((ulong)high << 32) | (uint)low;
}

/// <summary>Keeps the least of many numbers without sorting them all.</summary>
sealed class LeastKeys(int most)
{
    ulong[] _keys = new ulong[(int)Math.Max(64, Math.Min(2L * most, 256))];
    int _count;
    ulong _bound = ulong.MaxValue;

    /// <summary>A key's upper half counts down from here, so that the most frequent value has the least key.</summary>
    public const int MostCount = int.MaxValue;

    /// <summary>The least count that still has a place.</summary>
    public int LeastCount => _bound == ulong.MaxValue ? 1 : MostCount - (int)(_bound >> 32);

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
        if (_count < 2L * most)
        {
            Array.Resize(ref _keys, _count * 2);
            return;
        }
        _keys.AsSpan(0, _count).Sort();
        _count = most;
        _bound = _keys[most - 1];
    }
}
