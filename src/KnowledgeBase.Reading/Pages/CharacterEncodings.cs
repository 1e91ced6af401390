using System.Collections.Frozen;
using System.Text;

namespace KnowledgeBase.Reading.Pages;

/// <summary>Finds an encoding by the label a page or a server uses for it.</summary>
static class CharacterEncodings
{
    // What the labels of the web mean in practice: https://encoding.spec.whatwg.org/#names-and-labels
    static readonly FrozenDictionary<string, int> CodePages = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = 65001, ["utf-8"] = 65001, ["unicode-1-1-utf-8"] = 65001,
        ["utf-16"] = 1200, ["utf-16le"] = 1200, ["utf-16be"] = 1201, ["unicode"] = 1200, ["ucs-2"] = 1200,
        ["gb2312"] = 54936, ["gb_2312-80"] = 54936, ["gbk"] = 54936, ["x-gbk"] = 54936, ["cp936"] = 54936, ["gb18030"] = 54936, ["euc-cn"] = 54936, ["chinese"] = 54936, ["hz-gb-2312"] = 52936,
        ["big5"] = 950, ["big5-hkscs"] = 950, ["big5hkscs"] = 950, ["cp950"] = 950, ["x-x-big5"] = 950, ["cn-big5"] = 950,
        ["shift_jis"] = 932, ["shift-jis"] = 932, ["sjis"] = 932, ["x-sjis"] = 932, ["ms_kanji"] = 932, ["windows-31j"] = 932, ["cp932"] = 932, ["ms932"] = 932,
        ["euc-jp"] = 51932, ["eucjp"] = 51932, ["x-euc-jp"] = 51932,
        ["iso-2022-jp"] = 50220, ["csiso2022jp"] = 50220,
        ["euc-kr"] = 949, ["ks_c_5601-1987"] = 949, ["korean"] = 949, ["cp949"] = 949, ["uhc"] = 949, ["windows-949"] = 949,
        ["iso-8859-1"] = 1252, ["iso8859-1"] = 1252, ["latin1"] = 1252, ["us-ascii"] = 1252, ["ascii"] = 1252, ["windows-1252"] = 1252, ["cp1252"] = 1252,
        ["iso8859-2"] = 28592, ["latin2"] = 28592, ["iso8859-15"] = 28605,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

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
