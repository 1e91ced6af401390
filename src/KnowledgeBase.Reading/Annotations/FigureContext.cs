using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds in the clause around a figure what it measures, whether that rose or fell, and against what it is compared.</summary>
sealed class FigureContext(FigureRules rules, HanVariants variants)
{
    /// <summary>Exports of Japanese food to the mainland rose: so far before its figure a subject may stand. A guess, not yet measured.</summary>
    const int MaxBefore = 90;

    /// <summary>rose by almost …, … の大幅増: so near a figure the word for its change stands. A guess, not yet measured.</summary>
    const int MaxBeforeChange = 24, MaxAfterChange = 8;

    readonly PhraseTrie<string> _subjects = Build(rules.Subjects, variants);
    readonly PhraseTrie<string> _changes = Build(rules.Changes, variants);
    readonly PhraseTrie<string> _comparisons = Build(rules.Comparisons, variants);

    /// <summary>What the figure measures, in English; null when the clause does not say.</summary>
    public string? FindSubject(string folded, int start, int end) =>
        Last(_subjects, folded, Math.Max(0, start - MaxBefore), start) ?? First(_subjects, folded, end, end + MaxAfterChange);

    /// <summary>Whether it rose or fell by so much; null when the clause does not say.</summary>
    public FigureChange? FindChange(string folded, int start, int end) =>
        (First(_changes, folded, end, end + MaxAfterChange) ?? Last(_changes, folded, Math.Max(0, start - MaxBeforeChange), start)) switch
        {
            "rise" => FigureChange.Rise,
            "fall" => FigureChange.Fall,
            _ => null,
        };

    /// <summary>With what time it is compared, in English (year, month); null when the clause does not say.</summary>
    public string? FindComparison(string folded, int start, int end) =>
        Last(_comparisons, folded, Math.Max(0, Math.Max(start - MaxBefore, folded.AsSpan(0, start).LastIndexOfAny("，、"))), start) ?? First(_comparisons, folded, end, EndOfPart(folded, end));

    /// <summary>English puts the comparison behind the figure, Chinese and Japanese before it and a comma behind.</summary>
    static int EndOfPart(string folded, int end) =>
        folded.AsSpan(end).IndexOfAny("，、") is >= 0 and var comma ? Math.Min(end + comma, end + MaxBefore) : end + MaxBefore;

    static string? Last(PhraseTrie<string> phrases, string folded, int first, int end)
    {
        string? last = null;
        for (int i = first; i < end; i++)
        {
            if (IsEnd(folded, i))
                last = null;
            else if (phrases.FindLongest(folded, i) is { Length: > 0 } phrase && i + phrase.Length <= end)
                (last, i) = (phrase.Value, i + phrase.Length - 1);
        }
        return last;
    }

    static string? First(PhraseTrie<string> phrases, string folded, int start, int end)
    {
        for (int i = start; i < Math.Min(folded.Length, end) && !IsEnd(folded, i); i++)
        {
            if (phrases.FindLongest(folded, i) is { Length: > 0 } phrase)
                return phrase.Value;
        }
        return null;
    }

    static bool IsEnd(string folded, int at) => folded[at] is '。' or '；' or ';' or '\n' || (folded[at] == '.' && at + 1 < folded.Length && folded[at + 1] == ' ');

    static PhraseTrie<string> Build(IEnumerable<FigureWord> words, HanVariants variants)
    {
        var trie = new PhraseTrie<string>();
        foreach (FigureWord word in words)
            trie.Add(FoldedText.WithoutCase(word.Word, variants), word.Meaning);
        return trie;
    }
}
