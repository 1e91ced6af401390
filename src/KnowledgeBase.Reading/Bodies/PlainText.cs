using System.Buffers;
using System.Text;

namespace KnowledgeBase.Reading.Bodies;

/// <summary>Normalises text once, at the door of Reading.</summary>
static class PlainText
{
    /// <summary>How many Latin letters say as much as one Han character. A guess, not yet measured.</summary>
    public const int LettersPerIdeograph = 3;

    /// <summary>Printable ASCII, line ends and tabs, kana and the commonest Han characters: they stay as they are.</summary>
    static readonly SearchValues<char> Clear = SearchValues.Create([.. "\n\t", .. Between(' ', '\u007E'), .. Between('\u3001', '\u3098'), .. Between('\u4E00', '\u9FFF')]);

    /// <summary>What <see cref="IsUnseen"/> is true for.</summary>
    static readonly SearchValues<char> Unseen = SearchValues.Create([.. Between('\0', '\uFFFF').Where(IsUnseen)]);

    /// <summary>The text in composed form, without characters that are not seen: zero-width, direction marks, controls, soft hyphens. Lone surrogates become U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Clear))
            return text;
        return Compose(WithoutUnseen(WithoutLoneSurrogates(text)));
    }

    /// <summary>On one line: runs of white space become one space, none at the ends.</summary>
    public static string OneLine(string text)
    {
        string clean = Clean(text);
        return IsOneLine(clean) ? clean : string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The letters and digits alone.</summary>
    public static string Letters(string text)
    {
        char[] letters = new char[text.Length];
        int count = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters[count++] = c;
        }
        return new(letters, 0, count);
    }

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

    static bool IsUnseen(char c) => c switch
    {
        '\n' or '\t' or '\r' => false,
        '\u200D' => false, // Joins emoji.
        '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' => true,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => true,
        _ => char.IsControl(c),
    };

    static IEnumerable<char> Between(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    static bool IsOneLine(string text)
    {
        bool isBehindSpace = true;
        foreach (char c in text)
        {
            bool isSpace = char.IsWhiteSpace(c);
            if (isSpace && (isBehindSpace || c != ' '))
                return false;
            isBehindSpace = isSpace;
        }
        return text.Length == 0 || !isBehindSpace;
    }

    static string WithoutLoneSurrogates(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            whole.Append(rune);
        return whole.ToString();
    }

    static string WithoutUnseen(string text)
    {
        if (!text.AsSpan().ContainsAny(Unseen))
            return text;
        var seen = new StringBuilder(text.Length);
        ReadOnlySpan<char> rest = text;
        while (rest.IndexOfAny(Unseen) is >= 0 and var next)
        {
            seen.Append(rest[..next]);
            rest = rest[(next + 1)..];
        }
        return seen.Append(rest).ToString();
    }

    // Compatibility ideographs would turn into others by composing, and a name must stay as its bearer writes it.
    static string Compose(string text)
    {
        if (text.IsNormalized())
            return text;
        if (!text.AsSpan().ContainsAnyInRange('\uF900', '\uFAFF'))
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
