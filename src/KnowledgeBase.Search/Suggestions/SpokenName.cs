using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Suggestions;

/// <summary>How a name is typed by somebody who spells out its sound.</summary>
static class SpokenName
{
    /// <summary>A name in pinyin without tones and blanks; null when it is not of Han alone.</summary>
    public static string? FindPinyin(string name) => FindSyllables(name) is { } syllables ? string.Concat(syllables) : null;

    /// <summary>The first letters of a name's pinyin (bj for 北京); null for a name of one character, or not of Han alone.</summary>
    public static string? FindInitials(string name) => FindSyllables(name) is { Length: > 1 } syllables ? string.Concat(syllables.Select(syllable => syllable[0])) : null;

    /// <summary>A name in hiragana; null when its reading is not known.</summary>
    public static string? FindKana(string name, Readings readings) => readings.Find(name);

    /// <summary>Letters and digits without blanks and signs between them: shen zhen and Xi'an are one word.</summary>
    public static string Squeeze(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    static string[]? FindSyllables(string name)
    {
        if (name.Length == 0 || !name.All(c => Scripts.IsCjk(c) && c >= '\u3400'))
            return null;
        string[] syllables = [.. name.Select(c => Squeeze(AnyAscii.Transliteration.Transliterate(c.ToString())))];
        return Array.TrueForAll(syllables, syllable => syllable.Length > 0) ? syllables : null;
    }
}
