namespace KnowledgeBase.Search.Analysis;

/// <summary>Tells characters that are written without spaces from those that make words.</summary>
static class Scripts
{
    /// <summary>True for Han and kana, with the marks that repeat or lengthen them (々 〆 〇 ー ゝ ヽ).</summary>
    /// <remarks>Han beyond the basic plane takes two UTF-16 units and is no part of a run: see <see cref="IsLetterPair"/>.</remarks>
    public static bool IsCjk(char c) => c >= '\u3005' && (
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF'
        or >= '\u3041' and <= '\u3096' or >= '\u309D' and <= '\u309F' or >= '\u30A1' and <= '\u30FA' or >= '\u30FC' and <= '\u30FF'
        or >= '\u31F0' and <= '\u31FF' or '\u3005' or '\u3006' or '\u3007');

    /// <summary>True for hiragana and katakana.</summary>
    public static bool IsKana(char c) => c is >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' or >= '\u31F0' and <= '\u31FF';

    /// <summary>True for katakana and the mark that makes one long.</summary>
    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FA' or '\u30FC';

    /// <summary>True for a letter or digit of a script that puts spaces between words.</summary>
    public static bool IsWordLetter(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) && !IsCjk(c);

    /// <summary>True where two UTF-16 units are one letter: rare Han, mostly.</summary>
    public static bool IsLetterPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) && char.IsLetterOrDigit(text, at);

    /// <summary>How wide a character is on the page: Han and kana take the room of two letters.</summary>
    public static int WidthOf(char c) => c >= '\u2E80' && c is not (>= '\uD800' and <= '\uDFFF') ? 2 : 1;
}
