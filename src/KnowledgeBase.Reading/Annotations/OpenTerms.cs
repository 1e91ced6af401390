using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds terms with other words between their parts (build … plant): the parts stand in this order, near each other, in one sentence.</summary>
sealed class OpenTerms
{
    const string Gap = " … ";

    /// <summary>So many characters may stand between two parts: a dozen English words (a guess, checked on the annotated articles).</summary>
    const int MaxLatinGap = 70;

    /// <summary>The same in Chinese and Japanese.</summary>
    const int MaxHanGap = 24;

    readonly int _maxGap;
    readonly PhraseTrie<ImmutableArray<Part>> _parts = new();

    public OpenTerms(IEnumerable<TopicTerm> terms, Language language, HanVariants variants)
    {
        _maxGap = language == Language.English ? MaxLatinGap : MaxHanGap;
        ILookup<string, Part> parts = terms.SelectMany(term => PartsOf(term, variants)).ToLookup(part => part.Form, StringComparer.Ordinal);
        foreach (string form in parts.Select(same => same.Key))
            // 建 is met where 建设 is.
            _parts.Add(form, [.. Enumerable.Range(1, form.Length).Where(length => !FoldedText.CutsWord(form, length)).SelectMany(length => parts[form[..length]])]);
    }

    /// <summary>True when a term has other words between its parts.</summary>
    public static bool IsOpen(string words) => words.Contains(Gap, StringComparison.Ordinal);

    /// <summary>The terms of a text, with the place of their last part.</summary>
    /// <param name="folded">The text without case.</param>
    /// <param name="isWithinName">True for a stretch, by its start and length, that is part of a name.</param>
    public IEnumerable<(TopicTerm Term, int At)> Find(string folded, Func<int, int, bool> isWithinName)
    {
        var begun = new Dictionary<(TopicTerm Term, int Index), int>();
        for (int i = 0; i < folded.Length; i++)
        {
            if (EndsSentence(folded, i))
                begun.Clear();
            (int length, ImmutableArray<Part> parts) = _parts.FindLongest(folded, i);
            if (length == 0 || isWithinName(i, length))
                continue;
            foreach (Part part in parts)
            {
                if (part.Index > 0 && !(begun.TryGetValue((part.Term, part.Index - 1), out int end) && i >= end && i - end <= _maxGap))
                    continue;
                if (part.IsLast && begun.Remove((part.Term, part.Index - 1)))
                    yield return (part.Term, i);
                else
                    begun[(part.Term, part.Index)] = i + part.Form.Length;
            }
        }
    }

    /// <summary>True where a sentence ends.</summary>
    public static bool EndsSentence(string text, int at) =>
        text[at] is '。' or '!' or '?' or '！' or '？' or '\n' || (text[at] == '.' && at + 1 < text.Length && text[at + 1] == ' ');

    static IEnumerable<Part> PartsOf(TopicTerm term, HanVariants variants)
    {
        string[] words = term.Words.Split(Gap);
        return words.SelectMany((word, index) => TopicTerms.FormsOf(FoldedText.WithoutCase(word, variants)).Select(form => new Part(term, index, index == words.Length - 1, form)));
    }

    sealed record Part(TopicTerm Term, int Index, bool IsLast, string Form);
}
