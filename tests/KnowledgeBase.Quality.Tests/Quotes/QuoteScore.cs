using System.Globalization;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Quality.Tests.Quotes;

/// <summary>Counts how many quotations, and pairs of quotation and speaker, were found as people marked them.</summary>
sealed class QuoteScore
{
    /// <summary>How much of two stretches must be common to both (Dice), as in the scorers of quotations elsewhere.</summary>
    const double LeastOverlap = 0.8;

    int _gold;
    int _found;
    int _quotes;
    int _pairs;
    int _posts;
    int _goldPosts;
    int _organizations;
    int _goldOrganizations;

    /// <summary>What was missed or made up, one line each.</summary>
    public List<string> Mistakes { get; } = [];

    public double QuotesF1 => F1(_quotes);

    public double PairsF1 => F1(_pairs);

    public double PostRecall => (double)_posts / _goldPosts;

    public double OrganizationRecall => (double)_organizations / _goldOrganizations;

    public void Add(GoldPassage passage, IReadOnlyList<Quote> found)
    {
        List<Quote> left = [.. found.Where(quote => quote.IsDirect)];
        (_gold, _found) = (_gold + passage.Quotes.Length, _found + left.Count);
        foreach (GoldQuote gold in passage.Quotes)
        {
            Quote? match = left.FirstOrDefault(quote => Overlap(gold, quote.Span) >= LeastOverlap);
            _goldPosts += gold.Post is null ? 0 : 1;
            _goldOrganizations += gold.Organization is null ? 0 : 1;
            if (match is null)
                Mistakes.Add($"{passage.Name}: missed «{passage.Text[gold.Start..gold.End]}» of {gold.Named}");
            else
                Compare(passage, gold, match, left);
        }
        Mistakes.AddRange(left.Select(quote => $"{passage.Name}: made up «{quote.Span.In(passage.Text)}» of {quote.Named} ({quote.Cue})"));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{_gold} quotes, {_found} found: quotes F1 {QuotesF1:0.0000}, pairs F1 {PairsF1:0.0000}, posts {PostRecall:0.000} of {_goldPosts}, organisations {OrganizationRecall:0.000} of {_goldOrganizations}");

    void Compare(GoldPassage passage, GoldQuote gold, Quote match, List<Quote> left)
    {
        left.Remove(match);
        _quotes++;
        _posts += gold.Post is not null && match.Post == gold.Post ? 1 : 0;
        _organizations += gold.Organization is not null && match.Organization == gold.Organization ? 1 : 0;
        if (IsSpeaker(gold, match))
            _pairs++;
        else
            Mistakes.Add($"{passage.Name}: «{passage.Text[gold.Start..gold.End]}» is of {gold.Named}={gold.Speaker}, not of {match.Named}={match.Speaker} ({match.Cue})");
        if ((gold.Post is not null && match.Post != gold.Post) || (gold.Organization is not null && match.Organization != gold.Organization))
            Mistakes.Add($"{passage.Name}: {gold.Named} is {gold.Post} of {gold.Organization}, not {match.Post} of {match.Organization}");
    }

    /// <summary>The full name where the passage tells it; else the same words, with or without what describes them.</summary>
    static bool IsSpeaker(GoldQuote gold, Quote match)
    {
        if (match.Speaker == gold.Speaker)
            return true;
        bool isResolved = gold.Named != gold.Speaker;
        return !isResolved && match.Named is { } named && (named == gold.Named || named.EndsWith(gold.Named, StringComparison.Ordinal) || gold.Named.EndsWith(named, StringComparison.Ordinal));
    }

    static double Overlap(GoldQuote gold, TextSpan span) =>
        2.0 * Math.Max(0, Math.Min(gold.End, span.End) - Math.Max(gold.Start, span.Start)) / (gold.End - gold.Start + span.Length);

    double F1(int right) => 2.0 * right / (_gold + _found);
}
