using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Search.Translation;

/// <summary>Cleans explanations into words that a text would use.</summary>
static partial class Glosses
{
    // What a rare or vulgar sense weighs: as much as one two senses later.
    const int Later = 2;

    /// <summary>The glosses of senses, each a list of wordings. A wording weighs 1/(1 + sense)/(1 + 0.2 · place).</summary>
    public static ImmutableArray<(string Text, float Weight)> Of(IEnumerable<IEnumerable<string>> senses)
    {
        var glosses = ImmutableArray.CreateBuilder<(string, float)>();
        int number = 0;
        foreach (IEnumerable<string> sense in senses)
        {
            int place = 0;
            foreach (string wording in sense)
            {
                int rank = number + (RareMark().IsMatch(wording) ? Later : 0);
                string clean = Clean(wording);
                if (clean.Length > 0)
                    glosses.Add((clean, 1f / (1 + rank) / (1 + (0.2f * place++))));
            }
            number++;
        }
        return glosses.ToImmutable();
    }

    /// <summary>A wording without brackets, leading particles and notes; empty for a note.</summary>
    public static string Clean(string wording)
    {
        string text = Brackets().Replace(wording, " ").Trim(' ', '.', '!', ',', ';');
        if (Notes().IsMatch(text))
            return "";
        string shorter = Leading().Replace(text, "");
        return shorter.Length > 0 ? shorter.Trim() : text;
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(to be |to |an? |the |be )+", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(CL:|classifier|measure word|see |same as|also written|also pr\.|variant of|old variant|erhua|abbr\. for|used in |surname |Taiwan pr|Japanese variant|particle|suffix|prefix|radical)", RegexOptions.IgnoreCase)]
    private static partial Regex Notes();

    [GeneratedRegex(@"[(,](archaic|arch|old|obsolete|obs|obsc|vulgar|vulg|rare|dialect|dated|coarse|slang|sl|derog|Internet slang|literary|bound form)[,)]", RegexOptions.IgnoreCase)]
    private static partial Regex RareMark();
}
