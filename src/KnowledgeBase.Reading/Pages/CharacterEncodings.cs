using System.Collections.Frozen;
using System.Text;

namespace KnowledgeBase.Reading.Pages;

/// <summary>Finds an encoding by the label a page or a server uses for it.</summary>
static class CharacterEncodings
{
    // What the labels of the web mean in practice: https://encoding.spec.whatwg.org/#names-and-labels
    static readonly FrozenDictionary<string, int> CodePages =
        new (int CodePage, string Labels)[]
        {
            (65001, "utf8 utf-8 unicode-1-1-utf-8"),
            (1200, "utf-16 utf-16le unicode ucs-2"),
            (1201, "utf-16be"),
            (54936, "gb2312 gb_2312-80 gbk x-gbk cp936 gb18030 euc-cn chinese"),
            (52936, "hz-gb-2312"),
            (950, "big5 big5-hkscs big5hkscs cp950 x-x-big5 cn-big5"),
            (932, "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j cp932 ms932"),
            (51932, "euc-jp eucjp x-euc-jp"),
            (50220, "iso-2022-jp csiso2022jp"),
            (949, "euc-kr ks_c_5601-1987 korean cp949 uhc windows-949"),
            (1252, "iso-8859-1 iso8859-1 latin1 us-ascii ascii windows-1252 cp1252"),
            (28592, "iso8859-2 latin2"),
            (28605, "iso8859-15"),
        }
        .SelectMany(row => row.Labels.Split(' ').Select(label => KeyValuePair.Create(label, row.CodePage)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Encoding Utf8 { get; } = new UTF8Encoding(false);

    /// <summary>What the web falls back to: every byte is a character of it.</summary>
    public static Encoding Western { get; } = OfCodePage(1252);

    /// <summary>The encoding a label names, or null when it names none.</summary>
    public static Encoding? Find(string? label)
    {
        label = label?.Trim() ?? "";
        if (CodePages.TryGetValue(label, out int codePage))
            return OfCodePage(codePage);
        try
        {
            return label.Length == 0 ? null : CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static Encoding OfCodePage(int codePage) =>
        codePage == 65001 ? Utf8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
}
