using System.Text.RegularExpressions;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Translation;

/// <summary>Reads EDICT2 (JMdict) and ENAMDICT (JMnedict) as published by the EDRDG: <c>投資(P) [とうし] /(n,vs) investment/(P)/EntL1450170/</c>.</summary>
static partial class EdictLines
{
    // A name out of many in one entry: all are as likely.
    const float NameWeight = 0.8f;

    // A reading that is shorter would be found within other words.
    const int ShortestKatakana = 2;
    const int ShortestHiragana = 3;

    /// <summary>The entry of a line of EDICT2; null for the head or anything else.</summary>
    public static DictionaryEntry? FindWord(string line)
    {
        Match match = Line().Match(line);
        if (!match.Success || line.StartsWith('\u3000'))
            return null;
        string senses = match.Groups["senses"].Value;
        List<List<string>> numbered = [];
        foreach (string part in senses.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "(P)" && !part.StartsWith("EntL", StringComparison.Ordinal)))
        {
            if (numbered.Count == 0 || SenseNumber().IsMatch(part))
                numbered.Add([]);
            numbered[^1].Add(part);
        }
        IEnumerable<string> readings = UsuallyKana().IsMatch(senses) ? WordsOf(match.Groups["readings"].Value).Where(reading => reading.Length >= (reading.All(Scripts.IsKatakana) ? ShortestKatakana : ShortestHiragana)) : [];
        return new([.. WordsOf(match.Groups["words"].Value).Concat(readings).SelectMany(word => JapaneseForms.Of(word, senses))], Glosses.Of(numbered));
    }

    /// <summary>The entry of a line of ENAMDICT; null for the head or anything else.</summary>
    public static DictionaryEntry? FindName(string line)
    {
        Match match = Line().Match(line);
        if (!match.Success || line.StartsWith('\u3000'))
            return null;
        IEnumerable<string> names = match.Groups["senses"].Value.Split('/', StringSplitOptions.RemoveEmptyEntries).SelectMany(Glosses.Clean);
        return new([.. WordsOf(match.Groups["words"].Value)], [.. names.Select(name => (name, NameWeight))]);
    }

    // Middle dots stand in some forms only; in the index they part runs.
    static IEnumerable<string> WordsOf(string words) =>
        words.Split(';').Select(word => Mark().Replace(word, "")).Where(word => word.Length > 0 && word.All(Scripts.IsCjk)).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<words>\S+)(?: \[(?<readings>[^\]]*)\])? /(?<senses>.+)/\s*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(\([^)]*\) )*\(\d+\)")]
    private static partial Regex SenseNumber();

    // "usually written in kana".
    [GeneratedRegex(@"[(,]uk[,)]")]
    private static partial Regex UsuallyKana();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Mark();
}
