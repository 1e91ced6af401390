using System.Text;

namespace KnowledgeBase.Search.Suggestions;

/// <summary>Writes kana in Latin letters (Hepburn), long vowels short: people type Kobe, Koube and Kōbe.</summary>
static class Romaji
{
    /// <summary>Hiragana or katakana in Latin letters; other characters are left out.</summary>
    public static string Of(string kana)
    {
        var letters = new StringBuilder();
        bool doubles = false;
        foreach (char c in kana.Select(Editorial.Readings.Hiragana))
        {
            if (c is 'っ')
            {
                doubles = true;
                continue;
            }
            if ("ゃゅょぁぃぅぇぉ".Contains(c, StringComparison.Ordinal))
                AddSmall(letters, c);
            else if (c is >= '\u3041' and <= '\u3096')
                Add(letters, AnyAscii.Transliteration.Transliterate(c.ToString()), doubles);
            doubles = false;
        }
        return Shorten(letters.ToString());
    }

    /// <summary>Long vowels as short ones.</summary>
    public static string Shorten(string letters)
    {
        var shortened = new StringBuilder(letters.Length);
        foreach (char c in letters)
        {
            char before = shortened.Length > 0 ? shortened[^1] : '\0';
            if (!((c == 'u' && before is 'o' or 'u' && c == 'u') || (c == 'o' && before == 'o')))
                shortened.Append(c);
        }
        return shortened.ToString();
    }

    static void Add(StringBuilder letters, string syllable, bool doubles)
    {
        if (doubles && syllable.Length > 0)
            letters.Append(syllable.StartsWith("ch", StringComparison.Ordinal) ? 't' : syllable[0]);
        letters.Append(syllable);
    }

    // き and ゃ are kya, し and ゃ are sha, て and ぃ are ti, う and ぇ are we.
    static void AddSmall(StringBuilder letters, char small)
    {
        bool isGlide = small is 'ゃ' or 'ゅ' or 'ょ';
        char vowel = small switch { 'ゃ' or 'ぁ' => 'a', 'ゅ' or 'ぅ' => 'u', 'ょ' or 'ぉ' => 'o', 'ぃ' => 'i', _ => 'e' };
        if (letters.Length > 1)
            letters.Length--;
        bool isSoft = letters.ToString() is var before && (before.EndsWith("sh", StringComparison.Ordinal) || before.EndsWith("ch", StringComparison.Ordinal) || before.EndsWith('j'));
        bool isBare = before.Length == 0 || "aiueo".Contains(before[^1], StringComparison.Ordinal);
        letters.Append(isGlide ? isSoft ? "" : "y" : isBare ? "w" : "").Append(vowel);
    }
}
