using KnowledgeBase.Search.Families;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Counts the values of all facets and keeps the best hits, in one pass over everything that matches the text.</summary>
/// <remarks>
/// An article that fails exactly one facet's choice is a near miss: it counts for that facet, whose own choice must not shrink its counts, and for nothing else.
/// </remarks>
sealed class HitCounting
{
    readonly ArticleSearcher _searcher;
    readonly IReadOnlyList<FacetValues> _values;
    readonly FacetChoice?[] _choices;
    readonly SearchOrder _order;
    readonly (int From, int To)? _days;
    readonly BestHits _best;
    readonly FamilyHits? _families;
    readonly float[] _scores = new float[HitWindow.Size];

    /// <param name="searcher">The state of the index.</param>
    /// <param name="values">The values of each facet.</param>
    /// <param name="choices">The choice of each facet, null without one.</param>
    /// <param name="days">The days hits must be from, both included; null for any, and for none.</param>
    /// <param name="order">Which hits are best.</param>
    /// <param name="wanted">How many of the best to keep.</param>
    /// <param name="families">Folds the versions of a story into one hit; null when each article is one.</param>
    public HitCounting(
        ArticleSearcher searcher, IReadOnlyList<FacetValues> values, FacetChoice?[] choices, (int From, int To)? days, SearchOrder order, int wanted, FamilyHits? families)
    {
        _families = families;
        (_searcher, _values, _choices, _days, _order, _best) = (searcher, values, choices, days, order, new BestHits(wanted));
        HitCounts = [.. values.Select(each => new int[each.Count])];
        NearMissCounts = [.. values.Select((each, facet) => choices[facet] is null && !(days is not null && facet == Year) ? [] : new int[each.Count])];
    }

    /// <summary>How many articles match the text, whatever is chosen.</summary>
    public int Matches { get; private set; }

    /// <summary>How many articles match text and choices.</summary>
    public int Hits { get; private set; }

    /// <summary>How many stories the hits tell; as many as hits where versions are not folded.</summary>
    public int Stories => _families?.Count ?? Hits;

    /// <summary>For each facet and value the hits that have it.</summary>
    public int[][] HitCounts { get; }

    /// <summary>For each facet with a choice (of years, or of days within them), and value, the articles that have it and fail only that choice.</summary>
    public int[][] NearMissCounts { get; }

    /// <summary>Looks at every article that matches.</summary>
    public void Count(Match match, Weighing weighing)
    {
        for (int i = 0; i < _searcher.Segments.Length; i++)
        {
            using var scratch = new Scratch();
            AtomicReader reader = _searcher.ReaderOf(i);
            Count(i, new Matching(_searcher.Segments[i], reader, _values, _searcher.RarityOf, scratch).Of(match), reader.LiveDocs, _order == SearchOrder.Relevance ? weighing.In(i, _searcher.Segments[i]) : [], scratch);
        }
    }

    /// <summary>The best hits, best first. Of the first ones the order is made finer by what weighs in second place.</summary>
    /// <param name="second">What weighs in second place.</param>
    /// <param name="finer">How many are ordered by it.</param>
    public List<RankedHit> Best(Weighing second, int finer)
    {
        _families?.OfferTo(_best);
        List<RankedHit> hits = _best.Take();
        if (_order != SearchOrder.Relevance)
            return hits;
        List<RankedHit> ordered = [];
        foreach (IGrouping<int, RankedHit> group in hits.Take(finer).GroupBy(hit => hit.Segment))
        {
            SegmentWeight[] weights = second.In(group.Key, _searcher.Segments[group.Key]);
            foreach (RankedHit hit in group.OrderBy(hit => hit.Doc))
                ordered.Add(hit with { Rank = hit.Rank with { Score = hit.Rank.Score + weights.Sum(weight => weight.ScoreOf(hit.Doc)) } });
        }
        ordered.Sort((left, right) => HitRank.Compare(right.Rank, left.Rank));
        return [.. ordered, .. hits.Skip(finer)];
    }

    void Count(int number, DocSet matching, IBits? live, SegmentWeight[] weights, Scratch scratch)
    {
        Segment segment = _searcher.Segments[number];
        int[] docs = scratch.Docs(HitWindow.Size);
        int at = 0;
        for (int from = 0; from < segment.Articles; from += HitWindow.Size)
        {
            int to = Math.Min(segment.Articles, from + HitWindow.Size);
            Span<int> found = docs.AsSpan(0, matching.Read(from, to, docs, ref at));
            if (live is not null)
                found = found[..KeepLiving(found, live)];
            if (found.IsEmpty)
                continue;
            Matches += found.Length;
            if (weights.Length > 0)
                Array.Clear(_scores);
            foreach (SegmentWeight weight in weights)
                weight.AddTo(found, from, to, _scores);
            found = found[..KeepHits(segment, found)];
            Hits += found.Length;
            Count(segment, found);
            Rank(number, segment, found, from);
        }
    }

    static int KeepLiving(Span<int> docs, IBits live)
    {
        int kept = 0;
        foreach (int doc in docs)
        {
            if (live.Get(doc))
                docs[kept++] = doc;
        }
        return kept;
    }

    int KeepHits(Segment segment, Span<int> docs)
    {
        if (_days is null && Array.TrueForAll(_choices, choice => choice is null))
            return docs.Length;
        int kept = 0;
        foreach (int doc in docs)
        {
            int failed = FailedOf(segment, doc);
            if (failed == NoneFailed)
                docs[kept++] = doc;
            else if (failed != SeveralFailed)
                Count(NearMissCounts[failed], segment.Facets[failed].Of(doc));
        }
        return kept;
    }

    // A stretch of days is a choice of years: it must not shrink their counts either.
    static readonly int Year = Facet.All.ToList().IndexOf(Facet.Year);

    const int NoneFailed = -1;
    const int SeveralFailed = -2;

    int FailedOf(Segment segment, int doc)
    {
        int failed = _days is { } days && (segment.Days[doc] < days.From || segment.Days[doc] > days.To) ? Year : NoneFailed;
        for (int facet = 0; facet < _choices.Length; facet++)
        {
            if (_choices[facet] is not { } choice || choice.Fits(segment.Facets[facet].Of(doc)))
                continue;
            if (failed != NoneFailed && failed != facet)
                return SeveralFailed;
            failed = facet;
        }
        return failed;
    }

    void Count(Segment segment, ReadOnlySpan<int> docs)
    {
        for (int facet = 0; facet < HitCounts.Length; facet++)
        {
            FacetColumn column = segment.Facets[facet];
            int[] counts = HitCounts[facet];
            foreach (int doc in docs)
                Count(counts, column.Of(doc));
        }
    }

    void Rank(int number, Segment segment, ReadOnlySpan<int> docs, int from)
    {
        foreach (int doc in docs)
        {
            HitRank rank = _order == SearchOrder.Relevance
                ? new HitRank(_scores[doc - from], 0, (ulong)segment.Ids[doc])
                : new HitRank(0, HitRank.RankOf(segment.Days[doc], _order), (ulong)segment.Ids[doc]);
            if (_families?.Take(segment.Families[doc], new(number, doc, rank)) != true)
                _best.Offer(number, doc, rank);
        }
    }

    static void Count(int[] counts, ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
            counts[number]++;
    }
}
