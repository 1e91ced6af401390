using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Search.Translation;

/// <summary>Cleans explanations into words that a text would use.</summary>
static partial class Glosses
{
    // What a rare or vulgar sense weighs: as much as one two senses later.
    const int Later = 2;

    // What one word of an explanation of two tells of the whole, and one of three or four.
    const float ShareInTwo = 0.25f;
    const float ShareInFour = 0.12f;

    // What "Hunan" weighs beside "Hunan Province".
    const float ShareOfCore = 0.8f;

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
                float weight = 1f / (1 + rank) / (1 + (0.2f * place));
                List<string> clean = [.. Clean(wording)];
                glosses.AddRange(clean.Select(text => (text, weight)));
                glosses.AddRange(clean.Select(FindCore).OfType<string>().Select(core => (core, ShareOfCore * weight)));
                place += clean.Count > 0 ? 1 : 0;
            }
            number++;
        }
        return glosses.ToImmutable();
    }

    /// <summary>The words of a wording without brackets, leading particles, notes and what describes a name; none for a note.</summary>
    public static IEnumerable<string> Clean(string wording)
    {
        string marked = Marks().Replace(wording, "");
        Match life = Description().Match(marked);
        string text = Blanks().Replace(Brackets().Replace(life.Success ? marked[..life.Index] : marked, " "), " ").Trim(' ', '.', '!', ',', ';');
        if (Notes().IsMatch(text))
            return [];
        IEnumerable<string> names = text.Length > 0 && char.IsUpper(text[0]) ? Or().Split(text) : [text];
        return names.Select(name => Leading().Replace(name, "") is { Length: > 0 } shorter ? shorter.Trim() : name.Trim()).Where(name => name.Length > 0);
    }

    /// <summary>What one word of a longer wording tells of the whole: of "national pension fund" each word alone still tells something.</summary>
    /// <param name="words">How many words it has, two to four.</param>
    public static float ShareOfPart(int words) => words == 2 ? ShareInTwo : ShareInFour;

    // A place is more often called by its name alone.
    static string? FindCore(string text) => Place().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    // What EDICT says of a sense before its words.
    [GeneratedRegex(@"^(\([^)]*\) )+")]
    private static partial Regex Marks();

    // Where the words for a thing end and its description begins.
    [GeneratedRegex(@" \((c\. ?|born |b\. |-)?\d|, | – ")]
    private static partial Regex Description();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}")]
    private static partial Regex Brackets();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" or (?=\p{Lu})")]
    private static partial Regex Or();

    [GeneratedRegex(@"^(?<name>\p{Lu}\S*( \p{Lu}\S*)??) (Province|City|city|Prefecture|prefecture|County|county|District|district|Township|township|Autonomous Region|Municipality|Special Administrative Region|in \p{Lu}.*|in (north|south|west|east|central).*)\b")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(lit\. |fig\. |to be |to |an? |the |be )+", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(CL:|classifier|measure word|see |same as|also written|also pr\.|variant of|old variant|erhua|abbr\. for|used in |surname |Taiwan pr|Japanese variant|particle|suffix|prefix|radical)", RegexOptions.IgnoreCase)]
    private static partial Regex Notes();

    [GeneratedRegex(@"[(,](archaic|arch|old|obsolete|obs|obsc|vulgar|vulg|rare|dialect|dated|coarse|slang|sl|derog|Internet slang|literary|bound form)[,)]", RegexOptions.IgnoreCase)]
    private static partial Regex RareMark();
}
