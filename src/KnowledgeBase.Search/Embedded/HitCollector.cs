using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Counts the values of all facets and keeps the best hits, in one pass over everything that matches the text.</summary>
/// <remarks>
/// An article that fails exactly one facet's choice is a near miss: it counts for that facet, whose own choice must not shrink its counts, and for nothing else.
/// </remarks>
sealed class HitCollector : ICollector
{
    readonly ArticleSearcher _searcher;
    readonly FacetChoice?[] _choices;
    readonly SearchOrder _order;
    readonly int _wanted;
    readonly PriorityQueue<int, HitRank> _best = new(HitRank.WorstFirst);
    SegmentColumns _segment = null!;
    Scorer _scorer = null!;
    int _base;

    /// <param name="searcher">The state of the index.</param>
    /// <param name="values">The values of each facet.</param>
    /// <param name="choices">The choice of each facet, null without one.</param>
    /// <param name="order">Which hits are best.</param>
    /// <param name="wanted">How many of the best to keep.</param>
    public HitCollector(ArticleSearcher searcher, IReadOnlyList<FacetValues> values, FacetChoice?[] choices, SearchOrder order, int wanted)
    {
        (_searcher, _choices, _order, _wanted) = (searcher, choices, order, wanted);
        HitCounts = [.. values.Select(each => new int[each.Count])];
        NearMissCounts = [.. values.Select((each, facet) => choices[facet] is null ? [] : new int[each.Count])];
    }

    /// <summary>How many articles match the text, whatever is chosen.</summary>
    public int Matches { get; private set; }

    /// <summary>How many articles match text and choices.</summary>
    public int Hits { get; private set; }

    /// <summary>For each facet and value the hits that have it.</summary>
    public int[][] HitCounts { get; }

    /// <summary>For each facet with a choice, and value, the articles that have it and fail only that choice.</summary>
    public int[][] NearMissCounts { get; }

    /// <summary>The best hits, best first.</summary>
    public IEnumerable<(int Doc, float Score)> Best()
    {
        var hits = new List<(int, float)>(_best.Count);
        while (_best.TryDequeue(out int doc, out HitRank rank))
            hits.Add((doc, rank.Score));
        hits.Reverse();
        return hits;
    }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetNextReader(AtomicReaderContext context)
    {
        _segment = _searcher.Columns[context.Ord];
        _base = context.DocBase;
    }

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void Collect(int doc)
    {
        Matches++;
        int failed = -1;
        for (int facet = 0; facet < _choices.Length; facet++)
        {
            if (_choices[facet] is not { } choice || choice.Fits(_segment.Facets[facet].Of(doc)))
                continue;
            if (failed >= 0)
                return;
            failed = facet;
        }
        if (failed < 0)
            CountHit(doc);
        else
            Count(NearMissCounts[failed], _segment.Facets[failed].Of(doc));
    }

    void CountHit(int doc)
    {
        Hits++;
        for (int facet = 0; facet < HitCounts.Length; facet++)
            Count(HitCounts[facet], _segment.Facets[facet].Of(doc));
        var rank = new HitRank(_order == SearchOrder.Relevance ? _scorer.GetScore() : 0, _order == SearchOrder.Newest ? _segment.Days[doc] : 0, (ulong)_segment.Ids[doc]);
        if (_best.Count < _wanted)
            _best.Enqueue(_base + doc, rank);
        else if (_wanted > 0)
            _best.EnqueueDequeue(_base + doc, rank);
    }

    static void Count(int[] counts, ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
            counts[number]++;
    }
}

/// <summary>Where a hit stands among the others.</summary>
/// <param name="Score">Higher is better; 0 where the order is newest.</param>
/// <param name="Day">Later is better; −1 without a date, 0 where the order is relevance.</param>
/// <param name="Id">Of equals the smaller comes first, so that pages never overlap.</param>
readonly record struct HitRank(float Score, int Day, ulong Id)
{
    /// <summary>The worst hit comes first.</summary>
    public static IComparer<HitRank> WorstFirst { get; } = Comparer<HitRank>.Create(Compare);

    static int Compare(HitRank left, HitRank right)
    {
        int order = left.Score.CompareTo(right.Score);
        if (order == 0)
            order = left.Day.CompareTo(right.Day);
        return order != 0 ? order : right.Id.CompareTo(left.Id);
    }
}
