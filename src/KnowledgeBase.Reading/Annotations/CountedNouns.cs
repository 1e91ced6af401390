using System.Collections.Frozen;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Tells what is counted where the unit alone does not: by the noun beside a measure word, or by an English plural.</summary>
sealed class CountedNouns
{
    /// <summary>50家小型门店: the noun stands within so many characters behind the measure word.</summary>
    const int MaxAfter = 8;

    /// <summary>门店增至60家: or before the number, in the same clause.</summary>
    const int MaxBefore = 24;

    /// <summary>12 new sewage plants: so many words may stand between number and noun.</summary>
    const int MaxWords = 3;

    /// <summary>A shorter word in -s is no plural of a counted thing (was, gas).</summary>
    const int LeastPluralLetters = 4;

    readonly WordList _measures;
    readonly PhraseTrie<string> _nouns = new();
    readonly PhraseTrie<string> _units = new();
    readonly FrozenSet<string> _notCounted;

    public CountedNouns(FigureRules rules, HanVariants variants)
    {
        _measures = new(rules.Measures, variants);
        _notCounted = rules.NotCounted.ToFrozenSet(StringComparer.Ordinal);
        foreach (FigureWord unit in rules.Units)
            _units.Add(FoldedText.WithoutCase(unit.Word, variants), unit.Meaning);
        foreach (FigureWord noun in rules.Nouns)
            _nouns.Add(FoldedText.WithoutCase(noun.Word, variants), noun.Meaning);
    }

    /// <summary>The counted noun in English; null when the word is no measure word, or no noun stands beside it.</summary>
    public string? Find(string folded, int unit, int length)
    {
        if (!_measures.Contains(folded.AsSpan(unit, length)))
            return null;
        for (int i = unit + length; i < Math.Min(folded.Length, unit + length + MaxAfter) && !IsBorder(folded[i]); i++)
        {
            if (_nouns.FindLongest(folded, i) is { Length: > 0 } noun)
                return noun.Value;
        }
        string? nearest = null;
        int last = Math.Max(0, unit - MaxBefore);
        for (int i = last; i < unit; i++)
        {
            if (IsSentenceEnd(folded[i]))
                nearest = null;
            else if (_nouns.FindLongest(folded, i) is { Length: > 0 } noun && i + noun.Length <= unit)
                nearest = noun.Value;
        }
        return nearest;
    }

    /// <summary>The singular of the first plural behind a number, and where it ends; null where none stands there, or the language has no plurals.</summary>
    public (string Unit, int End)? FindPlural(string folded, int at)
    {
        if (_notCounted.Count == 0)
            return null;
        for (int word = 0; word < MaxWords && at < folded.Length; word++)
        {
            int end = at;
            while (end < folded.Length && (char.IsAsciiLetterLower(folded[end]) || folded[end] == '-'))
                end++;
            string letters = folded[at..end];
            if (letters.Length < 2 || _notCounted.Contains(letters) || (end < folded.Length && FoldedText.IsAlphabetic(folded[end])))
                return null;
            if (letters.Length >= LeastPluralLetters && letters[^1] == 's' && letters[^2] is not ('s' or 'u' or 'i'))
                return (_units.FindLongest(folded, at) is { Length: > 0 } known && known.Length == letters.Length ? known.Value! : Singular(letters), end);
            if (end >= folded.Length || folded[end] != ' ')
                return null;
            at = end + 1;
        }
        return null;
    }

    static string Singular(string plural) =>
        plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y"
        : plural.EndsWith("ches", StringComparison.Ordinal) || plural.EndsWith("shes", StringComparison.Ordinal) || plural.EndsWith("xes", StringComparison.Ordinal) || plural.EndsWith("sses", StringComparison.Ordinal) ? plural[..^2]
        : plural[..^1];

    static bool IsBorder(char c) => c is '，' or ',' or '、' || IsSentenceEnd(c);

    static bool IsSentenceEnd(char c) => c is '。' or '；' or ';' or '\n' or '！' or '？';
}
