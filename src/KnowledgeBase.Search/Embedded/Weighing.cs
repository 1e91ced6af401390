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

    /// <summary>What all of them weigh together.</summary>
    public float All => _weights.Sum(weight => weight.Value);

    /// <summary>True when nothing weighs.</summary>
    public bool IsEmpty => _weights.IsEmpty;

    /// <summary>The terms as they weigh in a segment.</summary>
    public SegmentWeight[] In(int segment, Segment columns)
    {
        List<SegmentWeight> weights = new(_weights.Length);
        foreach (TermWeight weight in _weights)
        {
            if (weight.Postings[segment].Count > 0)
                weights.Add(new(weight.Value, weight.Lengths, columns.LengthsOf(weight.Field), columns.ShortestOf(weight.Field), weight.Postings[segment], weight.Within?[segment]));
        }
        return [.. weights];
    }
}

/// <summary>A term and what it weighs in one state of the index.</summary>
/// <param name="Field">The field whose lengths count.</param>
/// <param name="Value">What it weighs where it is all there is.</param>
/// <param name="Lengths">For each length code what k1 becomes for a text of that length.</param>
/// <param name="Postings">The articles of each segment.</param>
/// <param name="Within">The articles of each segment it weighs in, one bit each; null where it weighs in all.</param>
sealed record TermWeight(string Field, float Value, float[] Lengths, Postings[] Postings, ulong[][]? Within = null)
{
    /// <summary>Adds what the term weighs to the scores of all articles of a segment, whether it weighs in them or not.</summary>
    public void AddTo(float[] scores, int segment, Segment columns)
    {
        byte[]? codes = columns.LengthsOf(Field);
        foreach ((int doc, float frequency) in Postings[segment])
            scores[doc] += Value * frequency / (frequency + Lengths[codes is null ? 0 : codes[doc]]);
    }

    public static TermWeight? Of(WeighedTerm term, ArticleSearcher searcher)
    {
        ViewStatistics view = searcher.StatisticsOf(term.View);
        double articles = 0;
        (Postings[] Postings, float Share)[] units = [.. term.Group.Units.Select(unit => (searcher.PostingsOf(unit.Unit), unit.Share))];
        Postings[] postings = units is [(var only, 1)] ? only : [.. searcher.Segments.Select((_, i) => SharedPostings.Union([.. units.Select(unit => (unit.Postings[i], unit.Share))]))];
        foreach (Postings each in postings)
            articles += each.Count;
        return articles == 0 ? null : new(term.View.Field, view.RarityOf(articles) * term.View.Weight * term.Times, view.Lengths, postings);
    }
}

/// <summary>How long the texts of a view are.</summary>
/// <param name="Articles">How many articles have the view.</param>
/// <param name="Lengths">For each length code what k1 becomes for a text of that length.</param>
sealed record ViewStatistics(long Articles, float[] Lengths)
{
    /// <summary>How much a term tells that so many articles have: the rarer the more.</summary>
    public float RarityOf(double articles) => Rarity.Of(articles, Articles);

    public static ViewStatistics Of(View view, long articles, double terms)
    {
        double average = Math.Max(1, terms / Math.Max(1, articles));
        return new(articles, [.. LengthCode.Lengths.Select(length => (float)(view.K1 * (1 - view.LengthShare + (view.LengthShare * length / average))))]);
    }
}
