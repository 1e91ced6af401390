using System.Numerics;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Families;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Counts the values of all facets and keeps the best hits, among the articles that match the text.</summary>
/// <remarks>
/// An article that fails exactly one facet's choice is a near miss: it counts for that facet, whose own choice must not shrink its counts, and for nothing else.
/// </remarks>
sealed class HitCounting
{
    // A stretch of days is a choice of years: it must not shrink their counts either.
    static readonly int Year = Facet.Year.Place;

    readonly ArticleSearcher _searcher;
    readonly IReadOnlyList<FacetValues> _values;
    readonly DocSet[]?[] _chosen;
    readonly (int From, int To)? _days;
    readonly SearchOrder _order;
    readonly FacetCounting _facets;
    readonly BestHits _best;
    readonly FamilyHits? _families;
    readonly Language? _reader;
    readonly Scratch _scratch;
    readonly int[] _buffer;
    readonly float[] _scores;

    /// <param name="searcher">The state of the index.</param>
    /// <param name="values">The values of each facet.</param>
    /// <param name="choices">The choice of each facet, null without one.</param>
    /// <param name="days">The days hits must be from, both included; null for any, and for none.</param>
    /// <param name="order">Which hits are best.</param>
    /// <param name="facets">Which facets are counted.</param>
    /// <param name="wanted">How many of the best to keep.</param>
    /// <param name="families">Folds the versions of a story into one hit; null when each article is one.</param>
    /// <param name="reader">The language in which a version stands for its story, where there is one; null for any.</param>
    /// <param name="scratch">Where the counts are kept: they end with it.</param>
    public HitCounting(
        ArticleSearcher searcher, IReadOnlyList<FacetValues> values, FacetChoice?[] choices, (int From, int To)? days, SearchOrder order, FacetCounting facets, int wanted, FamilyHits? families, Language? reader, Scratch scratch)
    {
        (_families, _reader) = (families, reader);
        (_searcher, _values, _days, _order, _facets, _best) = (searcher, values, days, order, facets, new BestHits(wanted));
        _chosen = [.. choices.Select(choice => choice?.In(searcher, scratch))];
        Numbers = facets == FacetCounting.None ? 0 : values[0].NumbersOfAllFacets;
        (_scratch, _buffer, _scores) = (scratch, scratch.Docs(DocReader.Most), scratch.Sums(DocReader.Most));
        HitCounts = scratch.Counts(Numbers);
        NearMissCounts = facets == FacetCounting.Sideways && (days is not null || Array.Exists(choices, choice => choice is not null)) ? scratch.Counts(Numbers) : [];
    }

    /// <summary>How many articles match text and choices.</summary>
    public int Hits { get; private set; }

    /// <summary>How many stories the hits tell; as many as hits where versions are not folded.</summary>
    public int Stories => Hits - (_families?.Retold ?? 0);

    /// <summary>How many values were known when the counting began: all have lower numbers.</summary>
    public int Numbers { get; }

    /// <summary>For each value, by its number, the hits that have it.</summary>
    public int[] HitCounts { get; }

    /// <summary>For each value of a facet with a choice (of years, or of days within them), by its number, the articles that have it and fail only that choice; empty where none are counted.</summary>
    public int[] NearMissCounts { get; }

    /// <summary>How many articles a value would leave, or leaves if it is chosen.</summary>
    public int CountOf(int number) => HitCounts[number] + (NearMissCounts.Length == 0 ? 0 : NearMissCounts[number]);

    /// <summary>True when the next values from a number on, as many as fit into a vector, have lower counts: looking at each of twenty thousand speakers took two thirds as long as counting the hits of 100,000 articles.</summary>
    public bool IsBelow(int from, int count)
    {
        var counts = new Vector<int>(HitCounts, from);
        return Vector.LessThanAll(NearMissCounts.Length == 0 ? counts : counts + new Vector<int>(NearMissCounts, from), new Vector<int>(count));
    }

    /// <summary>Looks at the articles of a segment that match the text.</summary>
    public void Count(int number, DocSet matching, Weighing weighing)
    {
        if (matching.Length == 0)
            return;
        Segment segment = _searcher.Segments[number];
        DocSet?[] chosen = Array.ConvertAll(_chosen, sets => sets?[number]);
        if (_days is { } days)
            chosen[Year] = segment.Days.Keep(chosen[Year]?.And(matching, _scratch) ?? matching, days.From, days.To, _scratch);
        DocSet hits = Narrow(matching, chosen, besides: -1);
        int count = hits.Count();
        Hits += count;
        if (_facets != FacetCounting.None)
            CountFacets(segment, hits);
        for (int facet = 0; facet < chosen.Length && NearMissCounts.Length > 0; facet++)
        {
            if (chosen[facet] is { } own)
                CountNearMisses(segment, facet, Narrow(matching, chosen, besides: facet), own, hits);
        }
        if (count == 0)
            return;
        if (_families is not null && segment.Versions is { } versions)
        {
            RankVersions(number, segment, hits.And(versions, _scratch), weighing, _families);
            hits = hits.Except(versions, _scratch);
        }
        Rank(number, segment, hits, weighing);
    }

    /// <summary>The best hits, best first. Of the first ones the order is made finer by what weighs in second place.</summary>
    /// <param name="second">What weighs in second place.</param>
    /// <param name="finer">How many are ordered by it.</param>
    /// <param name="closeness">How close together the words stand; null when it is not asked.</param>
    public List<RankedHit> Best(Weighing second, int finer, Closeness? closeness)
    {
        _families?.OfferTo(_best);
        List<RankedHit> hits = _best.Take();
        if (_order == SearchOrder.Relevance && !second.IsEmpty)
            hits = Refine(hits, second, finer);
        if (_order == SearchOrder.Relevance && closeness is not null)
            hits = closeness.Raise(hits);
        return _families?.Shown(hits) ?? hits;
    }

    List<RankedHit> Refine(List<RankedHit> hits, Weighing second, int finer)
    {
        List<RankedHit> ordered = [];
        foreach (IGrouping<int, RankedHit> group in hits.Take(finer).GroupBy(hit => hit.Segment))
        {
            SegmentWeight[] weights = second.In(group.Key, _searcher.Segments[group.Key]);
            foreach (RankedHit hit in group.OrderBy(hit => hit.Doc))
                ordered.Add(hit.WithScore(hit.Rank.Score + weights.Sum(weight => weight.ScoreOf(hit.Doc))));
        }
        ordered.Sort((left, right) => HitRank.Compare(right.Rank, left.Rank));
        return [.. ordered, .. hits.Skip(finer)];
    }

    DocSet Narrow(DocSet matching, DocSet?[] chosen, int besides)
    {
        DocSet narrow = matching;
        for (int facet = 0; facet < chosen.Length; facet++)
        {
            if (facet != besides && chosen[facet] is { } set)
                narrow = narrow.And(set, _scratch);
        }
        return narrow;
    }

    void CountFacets(Segment segment, DocSet hits)
    {
        if (hits.IsEverything)
        {
            Add(segment.FacetTotals, HitCounts, 0, segment.FacetTotals.Length);
            return;
        }
        var reader = new DocReader(hits, _buffer);
        for (ReadOnlySpan<int> docs = reader.Next(); !docs.IsEmpty; docs = reader.Next())
            segment.FacetRows.Count(docs, HitCounts);
    }

    // Where nothing but this facet narrows, near misses are all articles without the hits: no need to walk through a million.
    void CountNearMisses(Segment segment, int facet, DocSet besides, DocSet own, DocSet hits)
    {
        if (besides.IsEverything)
        {
            foreach ((int first, int length) in _values[facet].Order.Stretches)
                Add(segment.FacetTotals, NearMissCounts, first, length);
        }
        var reader = new DocReader(besides.IsEverything ? hits : besides.Except(own, _scratch), _buffer);
        for (ReadOnlySpan<int> docs = reader.Next(); !docs.IsEmpty; docs = reader.Next())
            segment.Facets[facet].Count(docs, NearMissCounts, besides.IsEverything ? -1 : 1);
    }

    static void Add(int[] totals, int[] counts, int first, int length)
    {
        for (int number = first; number < Math.Min(totals.Length, first + length); number++)
            counts[number] += totals[number];
    }

    void Rank(int number, Segment segment, DocSet hits, Weighing weighing)
    {
        if (_order != SearchOrder.Relevance)
        {
            RankByDay(number, segment, hits);
            return;
        }
        SegmentWeight[] weights = weighing.In(number, segment);
        if (weights is [{ HasBounds: true } only])
            RankByTerm(number, segment, hits, only);
        else
            RankByScore(number, segment, hits, weights);
    }

    // Of one term only articles that have it often enough to be among the best are looked at; the others are leapt over, 64 at a time.
    void RankByTerm(int number, Segment segment, DocSet hits, SegmentWeight weight)
    {
        var within = new DocTest(hits);
        while (weight.MoveTo(_best.LeastScore, out int doc, out float score))
        {
            if (score >= _best.LeastScore && within.Has(doc))
                _best.Offer(new(number, doc, new(score, 0, (ulong)segment.Ids[doc])));
        }
        // What matches for another reason ("word OR city:kobe") weighs nothing, and counts where there is room.
        if (_best.LeastScore <= 0)
            RankByScore(number, segment, hits.Except(weight.In(segment.Articles, _scratch), _scratch), []);
    }

    // Every one is looked at: the best of a story is known when all its versions are.
    void RankVersions(int number, Segment segment, DocSet versions, Weighing weighing, FamilyHits families)
    {
        SegmentWeight[] weights = _order == SearchOrder.Relevance ? weighing.In(number, segment) : [];
        LanguageShare? preferred = _reader is null ? null : segment.Languages[_reader];
        var reader = new DocReader(versions, _buffer);
        for (ReadOnlySpan<int> docs = reader.Next(); !docs.IsEmpty; docs = reader.Next())
        {
            Span<float> scores = ScoresOf(docs, weights);
            for (int i = 0; i < docs.Length; i++)
            {
                int day = _order == SearchOrder.Relevance ? 0 : HitRank.RankOf(segment.Days[docs[i]], _order);
                families.Take(segment.Families[docs[i]], new(number, docs[i], new(scores[i], day, (ulong)segment.Ids[docs[i]])), preferred?.Has(docs[i]) == true);
            }
        }
    }

    Span<float> ScoresOf(ReadOnlySpan<int> docs, SegmentWeight[] weights)
    {
        Span<float> scores = _scores.AsSpan(0, docs.Length);
        scores.Clear();
        for (int from = 0, to; from < weights.Length; from = to)
        {
            to = from + 1;
            while (to < weights.Length && weights[to].Within == weights[from].Within)
                to++;
            if (weights[from].Within is { } within)
                AddWithin(within, docs, weights.AsSpan(from..to), scores);
            else
                Add(docs, weights.AsSpan(from..to), scores);
        }
        return scores;
    }

    static void Add(ReadOnlySpan<int> docs, ReadOnlySpan<SegmentWeight> weights, Span<float> scores)
    {
        foreach (SegmentWeight weight in weights)
            weight.AddTo(docs, scores);
    }

    // In each language other words weigh: none is looked for in an article where it does not.
    static void AddWithin(ulong[] within, ReadOnlySpan<int> docs, ReadOnlySpan<SegmentWeight> weights, Span<float> scores)
    {
        Span<int> some = stackalloc int[docs.Length];
        Span<int> places = stackalloc int[docs.Length];
        int count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            (some[count], places[count]) = (docs[i], i);
            count += (int)(within[docs[i] >> 6] >> docs[i] & 1);
        }
        if (count == 0)
            return;
        Span<float> sums = stackalloc float[count];
        sums.Clear();
        Add(some[..count], weights, sums);
        for (int i = 0; i < count; i++)
            scores[places[i]] += sums[i];
    }

    void RankByScore(int number, Segment segment, DocSet hits, SegmentWeight[] weights)
    {
        var reader = new DocReader(hits, _buffer);
        for (ReadOnlySpan<int> docs = reader.Next(); !docs.IsEmpty; docs = reader.Next())
        {
            Span<float> scores = ScoresOf(docs, weights);
            float least = _best.LeastScore;
            for (int i = 0; i < docs.Length; i++)
            {
                if (scores[i] < least)
                    continue;
                _best.Offer(new(number, docs[i], new(scores[i], 0, (ulong)segment.Ids[docs[i]])));
                least = _best.LeastScore;
            }
        }
    }

    // Only the few stretches that can hold one of the best are read.
    void RankByDay(int number, Segment segment, DocSet hits)
    {
        foreach ((int from, int to, int bestRank) in segment.Days.ByRank(_order))
        {
            if (bestRank < _best.LeastDay)
                return;
            var reader = new DocReader(hits, _buffer, from, to);
            for (ReadOnlySpan<int> docs = reader.Next(); !docs.IsEmpty; docs = reader.Next())
            {
                foreach (int doc in docs)
                    _best.Offer(new(number, doc, new(0, HitRank.RankOf(segment.Days[doc], _order), (ulong)segment.Ids[doc])));
            }
        }
    }
}
