namespace KnowledgeBase.Search.Embedded;

/// <summary>Where a hit stands among the others.</summary>
/// <param name="Score">Higher is better; 0 where the order is by date.</param>
/// <param name="Day">Later is better; −1 without a date, 0 where the order is relevance; for the oldest first its negative, and the undated least of all.</param>
/// <param name="Id">Of equals the smaller comes first, so that pages never overlap.</param>
readonly record struct HitRank(float Score, int Day, ulong Id)
{
    /// <summary>The rank of a day in an order by date.</summary>
    public static int RankOf(int day, SearchOrder order) => order == SearchOrder.Oldest ? day < 0 ? int.MinValue : -day : day;

    /// <summary>Below zero when the left one is worse.</summary>
    public static int Compare(in HitRank left, in HitRank right)
    {
        int order = left.Score.CompareTo(right.Score);
        if (order == 0)
            order = left.Day.CompareTo(right.Day);
        return order != 0 ? order : right.Id.CompareTo(left.Id);
    }
}

/// <summary>A hit: its segment, its number there, its rank.</summary>
readonly record struct RankedHit(int Segment, int Doc, HitRank Rank)
{
    /// <summary>The hit with another score.</summary>
    public RankedHit WithScore(float score) => this with { Rank = Rank with { Score = score } };
}
