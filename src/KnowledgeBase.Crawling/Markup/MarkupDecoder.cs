using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace KnowledgeBase.Crawling.Markup;

/// <summary>Text and the label of the encoding it was in.</summary>
sealed record DecodedText(string Text, string Encoding);

/// <summary>Turns the bytes of a feed, sitemap or listing into text: by byte order mark, HTTP header, declaration, then by what fits.</summary>
static partial class MarkupDecoder
{
    /// <summary>Where HTML's declaration must stand (https://html.spec.whatwg.org/#charset1024bytes); XML's stands first.</summary>
    const int DeclarationWithin = 1024;

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (FindByWidth(bytes) is var (wide, mark))
            return new(wide.GetString(bytes[mark..]), wide.WebName);
        string? header = Charset().Match(contentType ?? "") is { Success: true } match ? match.Groups[1].Value : null;
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        string? declared = Declaration().Match(start) is { Success: true } said ? said.Groups[1].Value : null;
        // RFC 3023 made text/xml without a charset ASCII; nobody minds when the bytes are.
        string? silent = contentType?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) == true && Ascii.IsValid(bytes) ? "us-ascii" : null;
        foreach (string? label in (string?[])[header, silent, declared, "utf-8"])
        {
            if (label is not null && FindEncoding(label, DecoderFallback.ExceptionFallback) is { } encoding && FindText(encoding, bytes) is { } text)
                return new(text, label);
        }
        return Detect(bytes, declared ?? header);
    }

    static DecodedText Detect(ReadOnlySpan<byte> bytes, string? label)
    {
        string? detected = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected?.EncodingName;
        // A wrong byte or two in an encoding that was named is likelier than another encoding.
        string name = label is not null && detected is null ? label : detected ?? "windows-1252";
        Encoding encoding = FindEncoding(name, DecoderFallback.ReplacementFallback) ?? Encoding.Latin1;
        return new(encoding.GetString(bytes), name);
    }

    static (Encoding Encoding, int Mark)? FindByWidth(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0, 0, 0, (byte)'<', ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [(byte)'<', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, 0),
        [(byte)'<', 0, ..] => (Encoding.Unicode, 0),
        _ => null,
    };

    static string? FindText(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Labels mean on the web what browsers make of them: https://encoding.spec.whatwg.org/#names-and-labels
    static Encoding? FindEncoding(string label, DecoderFallback fallback)
    {
        string name = label.Trim().ToLowerInvariant();
        name = name switch
        {
            "gb2312" or "gbk" or "x-gbk" or "cp936" or "euc-cn" => "gb18030",
            "iso-8859-1" or "us-ascii" or "ascii" or "latin1" => "windows-1252",
            "cp932" or "windows-31j" or "ms932" => "shift_jis",
            "cp949" or "ks_c_5601-1987" => "euc-kr",
            // The bytes themselves showed that they are no wide units.
            _ when name.StartsWith("utf-16", StringComparison.Ordinal) || name.StartsWith("utf-32", StringComparison.Ordinal) => "utf-8",
            _ => name,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?([\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    [GeneratedRegex("""(?:^\s*<\?xml[^>]*?encoding\s*=|<meta\b[^>]*?charset\s*=)\s*["']?([\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
