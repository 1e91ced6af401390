using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Weighs the terms of a text for each topic: sentences count, not occurrences; the headline and the beginning say what the text is about, the rest supports it.</summary>
/// <remarks>
/// The numbers were searched for together on the annotated articles of <c>tests/KnowledgeBase.Quality.Tests/Annotations</c>, one after the other until none got better,
/// and cross-validated in four folds, an article and its versions in other languages in one fold. Around these values the measure is flat: a step up or down of any of them changes F1 by at most .02.
/// </remarks>
sealed class TopicStrengths
{
    /// <summary>What terms of the headline add, beside what those of the body say.</summary>
    const double HeadlineWeight = 2;

    /// <summary>No more of the headline's terms counts, so that the topic named there doesn't drown the second one.</summary>
    const double MostInHeadline = 1.5;

    /// <summary>A sentence of the first paragraph speaks louder: news begins with what it is about.</summary>
    const double FirstParagraphFactor = 2;

    /// <summary>So does the rest of the first third of the body.</summary>
    const double EarlyFactor = 1.5;

    const double EarlyShare = 1.0 / 3;

    /// <summary>A line of less weight (letters, a Han character being 3) is a byline or a dateline, and the first paragraph goes on behind it.</summary>
    const int LeastParagraph = 60;

    /// <summary>A second term in one sentence says half as much, and so does a term each time it comes again.</summary>
    const double AgainFactor = 0.5;

    /// <summary>From the fifth time on a term says no less than the time before.</summary>
    const int MostAgain = 4;

    /// <summary>A topic that the headline doesn't name, and the body only in one sentence, lacks a second piece of evidence.</summary>
    const double OneSentenceFactor = 0.8;

    /// <summary>A topic that the headline doesn't name, and the body only in one word, even more so: the word may mean something else here.</summary>
    const double OneTermFactor = 0.6;

    readonly string _body;
    readonly int _firstParagraph;
    readonly List<int> _sentences = [0];

    public TopicStrengths(string body)
    {
        _body = body;
        _firstParagraph = EndOfFirstParagraph(body);
        for (int i = 0; i + 1 < body.Length; i++)
        {
            if (OpenTerms.EndsSentence(body, i))
                _sentences.Add(i + 1);
        }
    }

    /// <summary>How strongly the terms of the headline and of the body speak for each topic.</summary>
    public Dictionary<string, double> Weigh(IEnumerable<(TopicTerm Term, int At)> inHeadline, IEnumerable<(TopicTerm Term, int At)> inBody)
    {
        ILookup<string, TopicTerm> headline = inHeadline.Select(hit => hit.Term).Distinct().ToLookup(term => term.TopicId, StringComparer.Ordinal);
        ILookup<string, (TopicTerm Term, int At)> body = inBody.ToLookup(hit => hit.Term.TopicId, StringComparer.Ordinal);
        return headline.Select(topic => topic.Key).Union(body.Select(topic => topic.Key), StringComparer.Ordinal)
            .ToDictionary(id => id, id => Weigh(headline[id].Sum(term => term.Weight), [.. body[id].OrderBy(hit => hit.At)]), StringComparer.Ordinal);
    }

    double Weigh(double headline, List<(TopicTerm Term, int At)> hits)
    {
        List<IGrouping<int, (TopicTerm Term, int At)>> sentences = [.. hits.GroupBy(hit => SentenceOf(hit.At))];
        var met = new Dictionary<TopicTerm, int>();
        double strength = HeadlineWeight * Math.Min(MostInHeadline, headline) + sentences.Sum(sentence => FactorOf(sentence.First().At) * Weigh(sentence, met));
        return strength * (headline > 0 ? 1 : sentences.Count < 2 ? OneSentenceFactor : met.Count < 2 ? OneTermFactor : 1);
    }

    static double Weigh(IEnumerable<(TopicTerm Term, int At)> sentence, Dictionary<TopicTerm, int> met)
    {
        var weights = new List<double>();
        foreach (TopicTerm term in sentence.Select(hit => hit.Term).Distinct())
        {
            int times = met.GetValueOrDefault(term);
            met[term] = times + 1;
            weights.Add(term.Weight * Math.Pow(AgainFactor, Math.Min(times, MostAgain)));
        }
        return weights.OrderDescending().Select((weight, rank) => weight * Math.Pow(AgainFactor, rank)).Sum();
    }

    double FactorOf(int at) => at < _firstParagraph ? FirstParagraphFactor : at < _body.Length * EarlyShare ? EarlyFactor : 1;

    int SentenceOf(int at)
    {
        int index = _sentences.BinarySearch(at);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Where the first paragraph ends, a short line before it (a byline, the caption of a rule's first article) being part of it.</summary>
    public static int EndOfFirstParagraph(string body)
    {
        for (int end = body.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = body.IndexOf('\n', end + 1))
        {
            if (PlainText.Weigh(body.AsSpan(0, end)) >= LeastParagraph)
                return end;
        }
        return body.Length;
    }
}
