using System.Text;

namespace KnowledgeBase.Reading.Bodies;

/// <summary>Normalises text once, at the door of Reading.</summary>
static class PlainText
{
    /// <summary>How many Latin letters say as much as one Han character. A guess, not yet measured.</summary>
    public const int LettersPerIdeograph = 3;

    /// <summary>The text in composed form, without characters that are not seen: zero-width, direction marks, controls, soft hyphens. Lone surrogates become U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => c is >= ' ' and < '\u007F' or '\n' or '\t' or (>= '\u3001' and < '\u3099') or (>= '\u4E00' and < '\uA000')))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!IsUnseen(rune))
                clean.Append(rune.ToString());
        }
        return Compose(clean.ToString());
    }

    /// <summary>On one line: runs of white space become one space, none at the ends.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static int WeighText(string text) => Weigh(text);

    public static int Weigh(ReadOnlySpan<char> text)
    {
        int weight = 0;
        foreach (char c in text)
            weight += IsIdeographic(c) ? LettersPerIdeograph : char.IsWhiteSpace(c) ? 0 : 1;
        return weight;
    }

    /// <summary>True for Han characters, kana and hangul, which are written without spaces between words.</summary>
    public static bool IsIdeographic(char c) =>
        c is >= '\u3041' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF' or >= '\uD840' and <= '\uD888';

    /// <summary>True between characters where a line break in the source stands for no space.</summary>
    public static bool IsWide(char c) => IsIdeographic(c) || c is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF';

    static bool IsUnseen(Rune rune) => rune.Value switch
    {
        '\n' or '\t' or '\r' => false,
        0x200D => false, // Joins emoji.
        0xAD or 0x200B or 0x200C or 0x200E or 0x200F or 0x2060 or 0xFEFF => true,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => true,
        _ => Rune.IsControl(rune),
    };

    // Compatibility ideographs would turn into others by composing, and a name must stay as its bearer writes it.
    static string Compose(string text)
    {
        if (text.IsNormalized())
            return text;
        if (!text.Any(c => c is >= '\uF900' and <= '\uFAFF'))
            return text.Normalize();
        var composed = new StringBuilder(text.Length);
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (>= '\uF900' and <= '\uFAFF'))
                continue;
            composed.Append(text[start..i].Normalize());
            if (i < text.Length)
                composed.Append(text[i]);
            start = i + 1;
        }
        return composed.ToString();
    }
}
