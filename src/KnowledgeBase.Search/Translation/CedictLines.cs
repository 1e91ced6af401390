using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Search.Translation;

/// <summary>Reads CC-CEDICT as published by MDBG: <c>投資 投资 [tou2 zi1] /investment/to invest/</c>.</summary>
static partial class CedictLines
{
    /// <summary>The entry of a line; null for a comment or anything else.</summary>
    public static DictionaryEntry? Find(string line)
    {
        Match match = Line().Match(line);
        if (!match.Success || line.StartsWith('#'))
            return null;
        string[] senses = match.Groups["senses"].Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<(string, float)> glosses = Glosses.Of(senses.Where(IsNoSurname).Select(sense => sense.Split(';')));
        ImmutableArray<string> words = [.. new[] { match.Groups["traditional"].Value, match.Groups["simplified"].Value }.Select(word => word.Replace("·", "", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        return new(words, glosses.IsEmpty ? CrossReferenceOf(senses) : glosses);
    }

    // "variant of 投資|投资[tou2 zi1]" leads to that word: marked by a sign that no gloss has.
    static ImmutableArray<(string, float)> CrossReferenceOf(string[] senses) =>
        [.. senses.Select(sense => Reference().Match(sense)).Where(match => match.Success).Take(1).Select(match => ("=" + match.Groups["word"].Value, 0.8f))];

    static bool IsNoSurname(string sense) => !sense.StartsWith("surname ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<traditional>\S+) (?<simplified>\S+) \[[^\]]*\] /(?<senses>.+)/\s*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?:\([^)]*\) )?(?:old variant of|variant of|abbr\. for|see|see also|same as|also written|used in|erhua variant of) (?<word>[^\s|\[\]/A-Za-z]+)")]
    private static partial Regex Reference();
}
