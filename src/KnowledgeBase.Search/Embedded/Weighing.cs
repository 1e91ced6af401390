using System.Collections.Immutable;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Terms with what they weigh in one state of the index, by BM25.</summary>
sealed class Weighing
{
    readonly ImmutableArray<TermWeight> _weights;

    public Weighing(ImmutableArray<WeighedTerm> terms, ArticleSearcher searcher) =>
        _weights = [.. terms.Select(term => TermWeight.Of(term, searcher)).OfType<TermWeight>()];

    Weighing(ImmutableArray<TermWeight> weights) => _weights = weights;

    /// <summary>These terms, and what weighs beside them in other languages; null when nothing is widened.</summary>
    public Weighing Beside(TranslatedWeights? translated) => translated is null ? this : new(translated.Beside(_weights));

    /// <summary>What each term weighs.</summary>
    public ImmutableArray<TermWeight> Terms => _weights;

    /// <summary>True when nothing weighs.</summary>
    public bool IsEmpty => _weights.IsEmpty;

    /// <summary>The terms as they weigh in a segment.</summary>
    public SegmentWeight[] In(int segment, Segment columns)
    {
        List<SegmentWeight> weights = new(_weights.Length);
        foreach (TermWeight weight in _weights)
        {
            if (weight.Postings[segment].Count > 0)
                weights.Add(new(weight.Value, weight.Lengths, columns.LengthsOf(weight.Field), columns.ShortestOf(weight.Field), weight.Postings[segment]));
        }
        return [.. weights];
    }
}

/// <summary>A term and what it weighs in one state of the index.</summary>
/// <param name="Field">The field whose lengths count.</param>
/// <param name="Value">What it weighs where it is all there is.</param>
/// <param name="Lengths">For each length code what k1 becomes for a text of that length.</param>
/// <param name="Postings">The articles of each segment.</param>
sealed record TermWeight(string Field, float Value, float[] Lengths, WeighedPostings[] Postings)
{
    /// <summary>Adds what the term weighs to the scores of all articles of a segment.</summary>
    public void AddTo(float[] scores, int segment, Segment columns)
    {
        WeighedPostings postings = Postings[segment];
        byte[]? codes = columns.LengthsOf(Field);
        for (int i = 0; i < postings.Count; i++)
        {
            float frequency = postings.FrequencyAt(i);
            scores[postings.Docs[i]] += Value * frequency / (frequency + Lengths[codes is null ? 0 : codes[postings.Docs[i]]]);
        }
    }

    public static TermWeight? Of(WeighedTerm term, ArticleSearcher searcher)
    {
        ViewStatistics view = searcher.StatisticsOf(term.View);
        double articles = 0;
        WeighedPostings[] postings = [.. searcher.Segments.Select(_ => WeighedPostings.None)];
        for (int i = 0; i < postings.Length; i++)
        {
            postings[i] = WeighedPostings.Union([.. term.Group.Units.Select(unit => (searcher.PostingsOf(unit.Unit, i), unit.Share))]);
            articles += postings[i].Count;
        }
        return articles == 0 ? null : new(term.View.Field, view.RarityOf(articles) * term.View.Weight * term.Times, view.Lengths, postings);
    }
}

/// <summary>How long the texts of a view are.</summary>
/// <param name="Articles">How many articles have the view.</param>
/// <param name="Lengths">For each length code what k1 becomes for a text of that length.</param>
sealed record ViewStatistics(long Articles, float[] Lengths)
{
    /// <summary>How much a term tells that so many articles have: the rarer the more.</summary>
    public float RarityOf(double articles) => (float)Math.Log(1 + ((Articles - articles + 0.5) / (articles + 0.5)));

    public static ViewStatistics Of(View view, long articles, double terms)
    {
        double average = Math.Max(1, terms / Math.Max(1, articles));
        return new(articles, [.. LengthCode.Lengths.Select(length => (float)(view.K1 * (1 - view.LengthShare + (view.LengthShare * length / average))))]);
    }
}

/// <summary>The articles of a segment that have one of several units, and how often, each unit by its share.</summary>
/// <param name="Docs">Numbers of articles, rising.</param>
/// <param name="Frequencies">How often, where all shares are 1; empty otherwise.</param>
/// <param name="Shares">How often by shares; empty where all are 1.</param>
sealed record WeighedPostings(int[] Docs, byte[] Frequencies, float[] Shares)
{
    /// <summary>None.</summary>
    public static WeighedPostings None { get; } = new([], [], []);

    /// <summary>How many articles.</summary>
    public int Count => Docs.Length;

    /// <summary>How often the unit at a place is in its article.</summary>
    public float FrequencyAt(int at) => Shares.Length > 0 ? Shares[at] : Frequencies[at];

    /// <summary>Joins the postings of several units.</summary>
    public static WeighedPostings Union(ImmutableArray<(Postings Postings, float Share)> units)
    {
        if (units is [(var only, 1)])
            return only.Count == 0 ? None : new(only.Docs, only.Frequencies, []);
        units = units.RemoveAll(unit => unit.Postings.Count == 0);
        if (units.IsEmpty)
            return None;
        if (units is [(var left, 1)])
            return new(left.Docs, left.Frequencies, []);
        int total = units.Sum(unit => unit.Postings.Count);
        int[] docs = new int[total];
        float[] shares = new float[total];
        int count = 0;
        foreach ((Postings postings, float share) in units)
        {
            for (int i = 0; i < postings.Count; i++)
            {
                docs[count] = postings.Docs[i];
                shares[count++] = share * postings.Frequencies[i];
            }
        }
        Array.Sort(docs, shares);
        return Join(docs, shares);
    }

    /// <summary>Those of the articles that are not in a set.</summary>
    public WeighedPostings Without(ulong[] bits)
    {
        List<int> kept = new(Count);
        for (int i = 0; i < Count; i++)
        {
            if ((bits[Docs[i] >> 6] >> Docs[i] & 1) == 0)
                kept.Add(i);
        }
        return kept.Count == Count ? this : new([.. kept.Select(i => Docs[i])], Frequencies.Length == 0 ? [] : [.. kept.Select(i => Frequencies[i])], Shares.Length == 0 ? [] : [.. kept.Select(i => Shares[i])]);
    }

    static WeighedPostings Join(int[] docs, float[] shares)
    {
        int last = 0;
        for (int i = 1; i < docs.Length; i++)
        {
            if (docs[i] == docs[last])
            {
                shares[last] += shares[i];
                continue;
            }
            last++;
            (docs[last], shares[last]) = (docs[i], shares[i]);
        }
        return new(docs[..(last + 1)], [], shares[..(last + 1)]);
    }
}
