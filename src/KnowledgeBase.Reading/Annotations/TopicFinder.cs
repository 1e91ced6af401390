using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds topics by the terms that speak for them, and leaves the few that the text is about.</summary>
/// <remarks>The numbers were searched for together with those of <see cref="TopicStrengths"/>.</remarks>
sealed class TopicFinder
{
    /// <summary>The topics that have narrower ones are what is left when none of those is the subject: they need more.</summary>
    const double TopLevelFactor = 0.8;

    /// <summary>What a topic of a short text needs: one usual term.</summary>
    const double LeastStrength = 1;

    /// <summary>And one term more for each such weight of text (letters, a Han character being 3), for in a long text every word comes up once.</summary>
    const double WeightPerTerm = 1000;

    /// <summary>But never more than three. Checked on English news of other subjects: two of three articles get no topic.</summary>
    const double MostNeeded = 3;

    /// <summary>A broader topic gives way to a narrower one of at least this share of its strength.</summary>
    const double NarrowerShare = 0.7;

    /// <summary>Two topics say what most articles are about; a third needs this share of the strongest one's strength.</summary>
    const double ThirdShare = 0.8;

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
        Dictionary<string, double> strengths = new TopicStrengths(body).Weigh(_terms[language].Find(headline, namesInHeadline), _terms[language].Find(body, namesInBody));
        foreach (string id in strengths.Keys.Where(id => _vocabulary.FindTopic(id)?.Broader is null).ToList())
            strengths[id] *= TopLevelFactor;
        double strongest = strengths.Values.DefaultIfEmpty(0).Max();
        // What is told in passing beside a stronger topic is none, yet a second subject need not be as strong as the first: it needs the root.
        double least = Math.Max(Math.Clamp(PlainText.Weigh(body) / WeightPerTerm, LeastStrength, MostNeeded), Math.Min(strongest, Math.Sqrt(strongest)));
        List<string> strong = [.. strengths.Where(topic => topic.Value >= least).OrderByDescending(topic => topic.Value).Select(topic => topic.Key)];
        return
        [
            .. strong.Where(id => !strong.Any(other => IsBroader(id, other) && strengths[other] >= NarrowerShare * strengths[id]))
                .Where((id, rank) => rank < 2 || strengths[id] >= ThirdShare * strongest)
                .Take(MostTopics),
        ];
    }

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
