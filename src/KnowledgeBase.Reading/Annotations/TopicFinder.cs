using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds topics by the terms that speak for them, in the headline and in the body.</summary>
sealed class TopicFinder
{
    /// <summary>A term in the headline speaks as loudly as this many in the body (a guess, not yet measured).</summary>
    const double HeadlineWeight = 3;

    /// <summary>The name of a topic speaks for it like a usual keyword.</summary>
    const double LabelWeight = 1;

    /// <summary>A topic needs at least this: two usual terms, one strong term, or one term in the headline.</summary>
    const double LeastStrength = 2;

    /// <summary>In a text up to this weight (letters, a Han character being 3) a topic speaks more seldom.</summary>
    const int ShortTextWeight = 1000;

    /// <summary>What a topic of a short text needs: more than one usual term once. Checked on the development articles.</summary>
    const double LeastStrengthInShort = 1;

    /// <summary>And at least this share of the strongest topic's strength, so that side remarks of a long text are no topics (a guess, not yet measured).</summary>
    const double LeastShare = 0.3;

    /// <summary>More topics than this tell a reader nothing.</summary>
    const int MostTopics = 4;

    readonly HanVariants _variants;
    readonly Vocabulary _vocabulary;
    readonly FrozenDictionary<Language, PhraseTrie<ImmutableArray<Term>>> _terms;

    public TopicFinder(ContentFolder content)
    {
        _variants = content.HanVariants;
        _vocabulary = content.Vocabulary;
        _terms = Language.All.ToFrozenDictionary(language => language, BuildTerms);
    }

    /// <summary>Ids of the topics, strongest first, without those that are broader than another one found.</summary>
    public ImmutableArray<string> Find(Language language, string headline, string body)
    {
        var counts = new Dictionary<Term, double>();
        Count(_terms[language], headline, HeadlineWeight, counts);
        Count(_terms[language], body, 1, counts);
        Dictionary<string, double> strengths = counts.GroupBy(count => count.Key.TopicId, StringComparer.Ordinal)
            .ToDictionary(topic => topic.Key, topic => topic.Sum(count => StrengthOf(count.Key, count.Value)), StringComparer.Ordinal);
        double least = Math.Max(PlainText.Weigh(body) <= ShortTextWeight ? LeastStrengthInShort : LeastStrength, strengths.Values.DefaultIfEmpty(0).Max() * LeastShare);
        List<string> found = [.. strengths.Where(topic => topic.Value >= least).OrderByDescending(topic => topic.Value).Select(topic => topic.Key)];
        return [.. found.Where(id => !found.Any(other => IsBroader(id, other))).Take(MostTopics)];
    }

    /// <summary>Repetition adds ever less (1 + log2 of the count), so that several terms weigh more than one repeated.</summary>
    static double StrengthOf(Term term, double count) => term.Weight * (1 + Math.Log2(count));

    void Count(PhraseTrie<ImmutableArray<Term>> terms, string text, double weight, Dictionary<Term, double> counts)
    {
        string folded = FoldedText.WithoutCase(text, _variants);
        for (int i = 0; i < folded.Length;)
        {
            (int length, ImmutableArray<Term> found) = terms.FindLongest(folded, i);
            string written = FoldedText.Of(text.Substring(i, length), _variants);
            foreach (Term term in found.IsDefault ? [] : found.Where(term => !term.IsAcronym || written.StartsWith(term.Words, StringComparison.Ordinal)))
                counts[term] = counts.GetValueOrDefault(term) + weight;
            i += Math.Max(length, 1);
        }
    }

    PhraseTrie<ImmutableArray<Term>> BuildTerms(Language language)
    {
        var trie = new PhraseTrie<ImmutableArray<Term>>();
        IEnumerable<(string Form, Term Term)> forms = _vocabulary.Topics.SelectMany(topic => TermsOf(topic, language))
            .SelectMany(term => FormsOf(FoldedText.WithoutCase(term.Words, _variants)).Select(form => (form, term)));
        foreach (IGrouping<string, (string Form, Term Term)> same in forms.GroupBy(pair => pair.Form, StringComparer.Ordinal))
            trie.Add(same.Key, [.. same.Select(pair => pair.Term).DistinctBy(term => term.TopicId)]);
        return trie;
    }

    static IEnumerable<Term> TermsOf(Topic topic, Language language) =>
        topic.Keywords.GetValueOrDefault(language, []).Select(keyword => new Term(topic.Id, keyword.Term, keyword.Weight))
            .Append(new Term(topic.Id, topic.Labels.In(language), LabelWeight));

    /// <summary>A Latin term is met in the plural too.</summary>
    static IEnumerable<string> FormsOf(string term) =>
        !char.IsAsciiLetter(term[^1]) ? [term]
        : term[^1] == 'y' ? [term, term + "s", term[..^1] + "ies"]
        : [term, term + "s", term + "es"];

    bool IsBroader(string id, string other)
    {
        for (Topic? topic = _vocabulary.FindTopic(other); topic?.Broader is { } broader; topic = _vocabulary.FindTopic(broader))
        {
            if (broader == id)
                return true;
        }
        return false;
    }

    sealed record Term(string TopicId, string Words, double Weight)
    {
        /// <summary>AI and RCEP are written in capitals; "ai" is something else.</summary>
        public bool IsAcronym { get; } = Words.Length <= 5 && Words.All(char.IsAsciiLetterUpper);
    }
}
