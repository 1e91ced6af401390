using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Suggestions;

namespace KnowledgeBase.Search.Translation;

/// <summary>How a name sounds: what is left of it when it goes from one script to another.</summary>
/// <param name="Letters">In Latin letters, without marks and blanks.</param>
/// <param name="Consonants">The consonants alone, one sign for those that scripts confuse least.</param>
sealed partial record Sound(string Letters, string Consonants)
{
    // Of two consonants that scripts take for one another one tells about half as much as of two that they keep apart.
    const float Near = 0.4f;

    static readonly string[] Alike = ["scj", "td", "bp", "kg", "mn", "bwhf", "ln", "lr"];

    // Nor do scripts keep vowels: 阿斯顿 (asidun) is Aston. At 1, Chinese headlines lost .012 of MRR@10 in Japanese. The half is a guess.
    const float OtherVowel = 0.5f;

    const string Vowels = "aeiou";

    const int Signs = 'z' - 'a' + 1;

    // Asked for every name of the index, again and again.
    static readonly float[] Costs = [.. Enumerable.Range(0, Signs * Signs).Select(pair => CostOfSigns((char)('a' + (pair / Signs)), (char)('a' + (pair % Signs))))];

    // English r, n and h at the end of a syllable get lost (Carter, カーター, 卡特).
    const string Silent = "lnhw";

    /// <summary>The sound of a name in Latin letters, kana or Han; null when it is too short to tell one name from another.</summary>
    public static Sound? Find(string name)
    {
        string letters = LettersOf(name);
        string consonants = ConsonantsOf(letters);
        return consonants.Length < 2 ? null : new(letters, consonants);
    }

    /// <summary>False for a name that begins otherwise, or is much shorter or longer.</summary>
    public bool MayBe(Sound other) => Math.Abs(other.Consonants.Length - Consonants.Length) < 3 && CostOf(Consonants[0], other.Consonants[0]) < 1;

    /// <summary>How much alike two names sound, 0 to 1, by their consonants.</summary>
    public float ConsonantsLike(Sound other) => 1 - (Distance(Consonants, other.Consonants) / Math.Max(Consonants.Length, other.Consonants.Length));

    /// <summary>How much alike two names sound, 0 to 1, vowels and all.</summary>
    public float LettersLike(Sound other) => 1 - (Distance(Letters, other.Letters) / Math.Max(Letters.Length, other.Letters.Length));

    static string LettersOf(string name) => name.All(char.IsAscii)
        ? Spelled(name.ToLowerInvariant())
        : name.All(Scripts.IsKana) || name.Contains('ー', StringComparison.Ordinal) ? Plain(Romaji.Of(name)) : Plain(AnyAscii.Transliteration.Transliterate(name).ToLower(CultureInfo.InvariantCulture));

    static string Plain(string letters) => string.Concat(letters.Where(char.IsAsciiLetterLower));

    // English spelling as it is spoken, roughly.
    static string Spelled(string word) => Plain(Soft().Replace(word, "s"))
        .Replace("ph", "f", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal).Replace("qu", "kw", StringComparison.Ordinal)
        .Replace("ch", "C", StringComparison.Ordinal).Replace("c", "k", StringComparison.Ordinal).Replace("C", "ch", StringComparison.Ordinal)
        .Replace("x", "ks", StringComparison.Ordinal).Replace("gh", "", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal);

    static string ConsonantsOf(string letters)
    {
        var signs = new StringBuilder(letters.Length);
        for (int at = 0; at < letters.Length; at++)
        {
            char sign = SignOf(letters, at);
            if (sign != '\0' && (signs.Length == 0 || signs[^1] != sign || IsVowel(letters[at - 1])))
                signs.Append(sign);
        }
        return signs.ToString();
    }

    static char SignOf(string letters, int at) => letters[at] switch
    {
        'r' or 'l' => 'l',
        'v' => 'b',
        'z' or 's' or 'x' => 's',
        'c' or 'q' => 'c',
        'h' when at > 0 && letters[at - 1] is 's' or 'c' or 'z' => '\0',
        'g' when at > 0 && letters[at - 1] == 'n' && at + 1 == letters.Length => '\0',
        'y' or 'a' or 'e' or 'i' or 'o' or 'u' => '\0',
        var other => other,
    };

    static float CostOf(char left, char right) => Costs[((left - 'a') * Signs) + right - 'a'];

    static float CostOfSigns(char left, char right) =>
        left == right ? 0 : IsVowel(left) && IsVowel(right) ? OtherVowel : Alike.Any(signs => signs.Contains(left, StringComparison.Ordinal) && signs.Contains(right, StringComparison.Ordinal)) ? Near : 1;

    static float Distance(string from, string to)
    {
        float[] row = new float[to.Length + 1];
        for (int j = 1; j <= to.Length; j++)
            row[j] = row[j - 1] + GapOf(to[j - 1]);
        for (int i = 1; i <= from.Length; i++)
        {
            float before = row[0];
            row[0] += GapOf(from[i - 1]);
            for (int j = 1; j <= to.Length; j++)
            {
                float cost = Math.Min(before + CostOf(from[i - 1], to[j - 1]), Math.Min(row[j] + GapOf(from[i - 1]), row[j - 1] + GapOf(to[j - 1])));
                (before, row[j]) = (row[j], cost);
            }
        }
        return row[^1];
    }

    static float GapOf(char sign) => Silent.Contains(sign, StringComparison.Ordinal) || IsVowel(sign) ? Near : 1;

    static bool IsVowel(char sign) => Vowels.Contains(sign, StringComparison.Ordinal);

    [GeneratedRegex("c(?=[eiy])")]
    private static partial Regex Soft();
}
