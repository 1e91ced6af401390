using System.Runtime.Intrinsics;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The days of the articles of a segment.</summary>
/// <remarks>Articles come nearly in the order of their dates, so most stretches of neighbours lie wholly within or without a span of days.</remarks>
sealed class DayColumn
{
    /// <summary>How many neighbours one stretch has; a multiple of 64.</summary>
    public const int Stretch = 1024;

    readonly int[] _days;
    readonly (int First, int Last)[] _bounds;

    /// <param name="days">The day of each article; −1 without one.</param>
    public DayColumn(int[] days)
    {
        _days = days;
        _bounds = [.. days.Chunk(Stretch).Select(stretch => (stretch.Min(), stretch.Max()))];
    }

    /// <summary>The day of an article; −1 without one.</summary>
    public int this[int doc] => _days[doc];

    /// <summary>The articles of a set that are from these days, both included.</summary>
    public DocSet Keep(DocSet set, int from, int to, Scratch scratch)
    {
        if (set.List is not { } list)
            return set.And(Between(from, to, scratch), scratch);
        int[] docs = scratch.Docs(set.Length);
        int count = 0;
        foreach (int doc in list.AsSpan(0, set.Length))
        {
            docs[count] = doc;
            count += IsWithin(_days[doc], from, to) ? 1 : 0;
        }
        return DocSet.OfList(docs, count, _days.Length);
    }

    /// <summary>The articles from these days, both included.</summary>
    public DocSet Between(int from, int to, Scratch scratch)
    {
        ulong[] bits = scratch.Bits(_days.Length);
        for (int stretch = 0; stretch < _bounds.Length; stretch++)
        {
            (int first, int last) = _bounds[stretch];
            int start = stretch * Stretch;
            int end = Math.Min(_days.Length, start + Stretch);
            if (first >= from && last <= to)
                bits.AsSpan(start >> 6, (end - start + 63) >> 6).Fill(ulong.MaxValue);
            else if (last >= from && first <= to)
                Mark(bits, start, end, from, to);
        }
        return DocSet.OfBits(DocSet.Trim(bits, _days.Length), _days.Length, _days.Length);
    }

    /// <summary>The stretches, those with the best article in an order by date first, each with the rank that its best article can have at most.</summary>
    public (int From, int To, int BestRank)[] ByRank(SearchOrder order)
    {
        (int From, int To, int BestRank)[] stretches =
            [.. _bounds.Select((bound, i) => (i * Stretch, Math.Min(_days.Length, (i + 1) * Stretch), BestRankOf(bound, order)))];
        Array.Sort(stretches, (left, right) => right.BestRank.CompareTo(left.BestRank));
        return stretches;
    }

    // With undated ones among them the oldest can't be told from the bounds: the stretch is looked at first.
    static int BestRankOf((int First, int Last) bound, SearchOrder order) =>
        order == SearchOrder.Oldest ? bound.First < 0 && bound.Last >= 0 ? 0 : HitRank.RankOf(bound.First, order) : HitRank.RankOf(bound.Last, order);

    void Mark(ulong[] bits, int start, int end, int from, int to)
    {
        int doc = start;
        for (; Vector512.IsHardwareAccelerated && doc + 64 <= end; doc += 64)
            bits[doc >> 6] = WithinAt(doc, from, to);
        for (; doc < end; doc++)
            bits[doc >> 6] |= (IsWithin(_days[doc], from, to) ? 1UL : 0) << doc;
    }

    // Sixteen days at a time. A day before the first wraps around and is too great, too.
    ulong WithinAt(int doc, int from, int to)
    {
        var first = Vector512.Create((uint)from);
        var span = Vector512.Create((uint)to - (uint)from);
        ulong word = 0;
        for (int part = 0; part < 64; part += 16)
        {
            Vector512<uint> days = Vector512.LoadUnsafe(ref _days[doc + part]).AsUInt32();
            word |= Vector512.LessThanOrEqual(days - first, span).ExtractMostSignificantBits() << part;
        }
        return word;
    }

    static bool IsWithin(int day, int from, int to) => (uint)day - (uint)from <= (uint)to - (uint)from;
}
