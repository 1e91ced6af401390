using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the terms of a language that speak for topics: words that stand together, and words with others between.</summary>
sealed class TopicTerms
{
    /// <summary>The name of a topic speaks for it like a usual keyword.</summary>
    const double LabelWeight = 1;

    static readonly Comparer<TextSpan> ByStart = Comparer<TextSpan>.Create((one, other) => one.Start.CompareTo(other.Start));

    readonly HanVariants _variants;
    readonly PhraseTrie<ImmutableArray<TopicTerm>> _terms;
    readonly OpenTerms _open;

    public TopicTerms(ImmutableArray<Topic> topics, Language language, HanVariants variants)
    {
        _variants = variants;
        ILookup<bool, TopicTerm> terms = topics.SelectMany(topic => TermsOf(topic, language)).ToLookup(term => OpenTerms.IsOpen(term.Words));
        _terms = Build(terms[false]);
        _open = new(terms[true], language, variants);
    }

    /// <summary>The terms of a text with their places; the longest of those that begin at one place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Names, in the order of their positions, of which no part speaks for a topic: a Ministry of Finance for no finance.</param>
    public IEnumerable<(TopicTerm Term, int At)> Find(string text, ImmutableArray<TextSpan> names)
    {
        string folded = FoldedText.WithoutCase(text, _variants);
        List<(TopicTerm Term, int At)> found = [];
        for (int i = 0; i < folded.Length;)
        {
            (int length, ImmutableArray<TopicTerm> terms) = _terms.FindLongest(folded, i);
            if (length > 0 && !IsWithin(names, i, length))
            {
                string written = FoldedText.Of(text.Substring(i, length), _variants);
                found.AddRange(terms.Where(term => !term.IsAcronym || written.StartsWith(term.Words, StringComparison.Ordinal)).Select(term => (term, i)));
            }
            i += Math.Max(length, 1);
        }
        return found.Concat(_open.Find(folded, (start, length) => IsWithin(names, start, length)));
    }

    /// <summary>A Latin term is met in the plural too.</summary>
    public static IEnumerable<string> FormsOf(string term) =>
        !char.IsAsciiLetter(term[^1]) ? [term]
        : term[^1] == 'y' ? [term, term + "s", term[..^1] + "ies"]
        : [term, term + "s", term + "es"];

    /// <summary>A whole name (Alipay) may be a term, but no part of one.</summary>
    static bool IsWithin(ImmutableArray<TextSpan> names, int start, int length)
    {
        int at = names.BinarySearch(new TextSpan(start, 0), ByStart);
        at = at >= 0 ? at : ~at - 1;
        return at >= 0 && start + length <= names[at].End && length < names[at].Length;
    }

    PhraseTrie<ImmutableArray<TopicTerm>> Build(IEnumerable<TopicTerm> terms)
    {
        var trie = new PhraseTrie<ImmutableArray<TopicTerm>>();
        IEnumerable<(string Form, TopicTerm Term)> forms = terms.SelectMany(term => FormsOf(FoldedText.WithoutCase(term.Words, _variants)).Select(form => (form, term)));
        foreach (IGrouping<string, (string Form, TopicTerm Term)> same in forms.GroupBy(pair => pair.Form, StringComparer.Ordinal))
            trie.Add(same.Key, [.. same.Select(pair => pair.Term).DistinctBy(term => term.TopicId)]);
        return trie;
    }

    static IEnumerable<TopicTerm> TermsOf(Topic topic, Language language) =>
        topic.Keywords.GetValueOrDefault(language, []).Select(keyword => new TopicTerm(topic.Id, keyword.Term, keyword.Weight))
            .Append(new TopicTerm(topic.Id, topic.Labels.In(language), LabelWeight));
}

/// <summary>A term that speaks for a topic.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="Words">The term as the vocabulary writes it.</param>
/// <param name="Weight">How loudly it speaks; a usual one 1.</param>
sealed record TopicTerm(string TopicId, string Words, double Weight)
{
    /// <summary>AI and RCEP are written in capitals; "ai" is something else.</summary>
    public bool IsAcronym { get; } = Words.Length <= 5 && Words.All(char.IsAsciiLetterUpper);
}
