using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace KnowledgeBase.Crawling.Markup;

/// <summary>Resolves character references: the numbers, the names of HTML, and short words a document defines for itself.</summary>
/// <remarks>Own words stand for plain text only and are used a limited number of times: nothing is read from elsewhere, and nothing grows without bound.</remarks>
sealed class Entities
{
    const int MaxWordLength = 1000;
    const int MaxExpanded = 1_000_000;

    // What Windows-1252 has at 0x80 to 0x9F: pages write &#146; and mean a quotation mark. https://html.spec.whatwg.org/#numeric-character-reference-end-state
    const string WindowsCharacters = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    int _expanded;

    /// <summary>Notes a word of the document type declaration, when it stands for plain text.</summary>
    public void Define(string name, string value)
    {
        string plain = Resolve(value);
        if (plain.Length <= MaxWordLength && !plain.Contains('&', StringComparison.Ordinal) && !plain.Contains('<', StringComparison.Ordinal))
            _words.TryAdd(name, plain);
    }

    /// <summary>The text with its references resolved; what is none stays as it is.</summary>
    public string Resolve(ReadOnlySpan<char> text)
    {
        int ampersand = text.IndexOf('&');
        if (ampersand < 0)
            return WithWindowsCharacters(text.ToString());
        var resolved = new StringBuilder(text.Length);
        while (ampersand >= 0)
        {
            resolved.Append(text[..ampersand]);
            text = text[ampersand..];
            // The longest name of HTML has 32 characters.
            int end = text[..Math.Min(text.Length, 40)].IndexOf(';');
            string? value = end < 2 ? null : Find(text[1..end]);
            resolved.Append(value ?? "&");
            text = text[(value is null ? 1 : end + 1)..];
            ampersand = text.IndexOf('&');
        }
        return WithWindowsCharacters(resolved.Append(text).ToString());
    }

    string? Find(ReadOnlySpan<char> name)
    {
        if (name[0] == '#')
            return FindNumber(name[1..]);
        string key = name.ToString();
        if (!_words.TryGetValue(key, out string? word))
            return HtmlEntityProvider.Resolver.GetSymbol(key + ";");
        _expanded += word.Length;
        return _expanded <= MaxExpanded ? word : null;
    }

    static string? FindNumber(ReadOnlySpan<char> digits)
    {
        bool isHex = digits is ['x' or 'X', ..];
        bool isNumber = int.TryParse(isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code);
        return isNumber && code > 0 && Rune.IsValid(code) ? new Rune(code).ToString() : null;
    }

    static string WithWindowsCharacters(string text) =>
        !text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? text
        : string.Create(text.Length, text, static (characters, from) =>
        {
            for (int i = 0; i < from.Length; i++)
                characters[i] = from[i] is >= '\u0080' and <= '\u009F' ? WindowsCharacters[from[i] - 0x80] : from[i];
        });
}
