namespace KnowledgeBase.Search.Embedded;

/// <summary>Where a hit stands among the others.</summary>
/// <param name="Score">Higher is better; 0 where the order is by date.</param>
/// <param name="Day">Later is better; −1 without a date, 0 where the order is relevance; for the oldest first its negative, and the undated least of all.</param>
/// <param name="Id">Of equals the smaller comes first, so that pages never overlap.</param>
readonly record struct HitRank(float Score, int Day, ulong Id)
{
    /// <summary>The worst hit comes first.</summary>
    public static IComparer<HitRank> WorstFirst { get; } = Comparer<HitRank>.Create(Compare);

    /// <summary>The rank of a day in an order by date.</summary>
    public static int RankOf(int day, SearchOrder order) => order == SearchOrder.Oldest ? day < 0 ? int.MinValue : -day : day;

    /// <summary>Below zero when the left one is worse.</summary>
    public static int Compare(HitRank left, HitRank right)
    {
        int order = left.Score.CompareTo(right.Score);
        if (order == 0)
            order = left.Day.CompareTo(right.Day);
        return order != 0 ? order : right.Id.CompareTo(left.Id);
    }
}

/// <summary>A hit: its segment, its number there, its rank.</summary>
readonly record struct RankedHit(int Segment, int Doc, HitRank Rank);

/// <summary>Keeps the best of many hits.</summary>
sealed class BestHits(int wanted)
{
    readonly PriorityQueue<(int Segment, int Doc), HitRank> _best = new(HitRank.WorstFirst);
    HitRank _worst;

    /// <summary>Looks at a hit.</summary>
    public void Offer(int segment, int doc, HitRank rank)
    {
        if (_best.Count < wanted)
            _best.Enqueue((segment, doc), rank);
        else if (wanted == 0 || HitRank.Compare(rank, _worst) <= 0)
            return;
        else
            _best.EnqueueDequeue((segment, doc), rank);
        if (_best.Count == wanted)
            _best.TryPeek(out _, out _worst);
    }

    /// <summary>The best, best first; nothing is left here.</summary>
    public List<RankedHit> Take()
    {
        var hits = new List<RankedHit>(_best.Count);
        while (_best.TryDequeue(out (int Segment, int Doc) hit, out HitRank rank))
            hits.Add(new(hit.Segment, hit.Doc, rank));
        hits.Reverse();
        return hits;
    }
}
