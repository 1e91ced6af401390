using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds topics by the terms that speak for them: many different terms say more than one repeated, the headline and the beginning more than the rest.</summary>
/// <remarks>
/// The numbers were searched for together on the 208 annotated articles of <c>tests/KnowledgeBase.Quality.Tests/Annotations</c>, one after the other until none got better.
/// Cross-validated in four folds, an article and its versions in other languages in one fold, F1 is .86 (.85 as the mean over topics) beside .87 on the articles they were searched on;
/// the search was over these numbers alone, while the terms were written with knowledge of the articles. On the editors' briefs nine topics of ten that are found are among those the editors gave.
/// </remarks>
sealed class TopicFinder
{
    /// <summary>What terms of the headline add, beside what those of the body say.</summary>
    const double HeadlineWeight = 2;

    /// <summary>No more of the headline's terms counts, so that the topic named there doesn't drown the second one.</summary>
    const double MostInHeadline = 1.5;

    /// <summary>A term first met in the first third of the body speaks louder: news begins with what it is about.</summary>
    const double EarlyFactor = 1.5;

    const double EarlyShare = 1.0 / 3;

    /// <summary>The topics that have narrower ones have common words, and are seldom what an article is about.</summary>
    const double TopLevelFactor = 0.8;

    /// <summary>What a topic of a short text needs: one usual term.</summary>
    const double LeastStrength = 1;

    /// <summary>And one term more for each such weight of text (letters, a Han character being 3), for in a long text every word comes up once.</summary>
    const double WeightPerTerm = 1000;

    /// <summary>But never more than three. Checked on English news of other subjects: two of three articles get no topic.</summary>
    const double MostNeeded = 3;

    /// <summary>Beside a stronger topic it needs this times the root of that one's strength: what is told in passing is no topic, yet a second subject need not be as strong as the first.</summary>
    const double LeastBesideStronger = 0.8;

    /// <summary>A broader topic gives way to a narrower one of at least this share of its strength.</summary>
    const double NarrowerShare = 0.5;

    /// <summary>Two topics say what most articles are about; a third needs this share of the strongest one's strength.</summary>
    const double ThirdShare = 0.6;

    /// <summary>More topics than this tell a reader nothing.</summary>
    const int MostTopics = 4;

    readonly Vocabulary _vocabulary;
    readonly FrozenDictionary<Language, TopicTerms> _terms;

    public TopicFinder(ContentFolder content)
    {
        _vocabulary = content.Vocabulary;
        _terms = Language.All.ToFrozenDictionary(language => language, language => new TopicTerms(content.Vocabulary.Topics, language, content.HanVariants));
    }

    /// <summary>Ids of the topics, strongest first, without those that are broader than another one found.</summary>
    /// <param name="language">The language of the text.</param>
    /// <param name="headline">Its headline.</param>
    /// <param name="namesInHeadline">Names in the headline of which no part is a word of a topic.</param>
    /// <param name="body">Its body.</param>
    /// <param name="namesInBody">The same in the body.</param>
    public ImmutableArray<string> Find(Language language, string headline, ImmutableArray<TextSpan> namesInHeadline, string body, ImmutableArray<TextSpan> namesInBody)
    {
        Dictionary<string, double> strengths = Weigh(_terms[language].Find(headline, namesInHeadline), _terms[language].Find(body, namesInBody), body.Length);
        double strongest = strengths.Values.DefaultIfEmpty(0).Max();
        double least = Math.Max(Math.Clamp(PlainText.Weigh(body) / WeightPerTerm, LeastStrength, MostNeeded), Math.Min(strongest, LeastBesideStronger * Math.Sqrt(strongest)));
        List<string> strong = [.. strengths.Where(topic => topic.Value >= least).OrderByDescending(topic => topic.Value).Select(topic => topic.Key)];
        return
        [
            .. strong.Where(id => !strong.Any(other => IsBroader(id, other) && strengths[other] >= NarrowerShare * strengths[id]))
                .Where((id, rank) => rank < 2 || strengths[id] >= ThirdShare * strongest)
                .Take(MostTopics),
        ];
    }

    Dictionary<string, double> Weigh(IEnumerable<(TopicTerm Term, int At)> inHeadline, IEnumerable<(TopicTerm Term, int At)> inBody, int length)
    {
        var strengths = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (IGrouping<TopicTerm, (TopicTerm Term, int At)> term in inBody.GroupBy(hit => hit.Term))
            strengths[term.Key.TopicId] = strengths.GetValueOrDefault(term.Key.TopicId) + StrengthOf(term.Key, term.Count(), term.Min(hit => hit.At) < length * EarlyShare);
        foreach (IGrouping<string, TopicTerm> topic in inHeadline.Select(hit => hit.Term).Distinct().GroupBy(term => term.TopicId, StringComparer.Ordinal))
            strengths[topic.Key] = strengths.GetValueOrDefault(topic.Key) + HeadlineWeight * Math.Min(MostInHeadline, topic.Sum(term => term.Weight));
        return strengths.ToDictionary(topic => topic.Key, topic => topic.Value * (_vocabulary.FindTopic(topic.Key)?.Broader is null ? TopLevelFactor : 1), StringComparer.Ordinal);
    }

    /// <summary>Repetition adds ever less (1 + log2 of the count).</summary>
    static double StrengthOf(TopicTerm term, int count, bool isEarly) => term.Weight * (1 + Math.Log2(count)) * (isEarly ? EarlyFactor : 1);

    bool IsBroader(string id, string other)
    {
        for (Topic? topic = _vocabulary.FindTopic(other); topic?.Broader is { } broader; topic = _vocabulary.FindTopic(broader))
        {
            if (broader == id)
                return true;
        }
        return false;
    }
}
