using System.Text;
using UtfUnknown;

namespace KnowledgeBase.Reading.Pages;

/// <summary>Text and the encoding its bytes were in.</summary>
/// <param name="Text">The text, without byte order mark.</param>
/// <param name="Encoding">The encoding.</param>
sealed record DecodedPage(string Text, Encoding Encoding);

/// <summary>Turns the bytes of a page into text: by byte order mark, HTTP header, declaration in the page, then by what the bytes look like.</summary>
/// <remarks>A label that cannot be right is overruled: Chinese and Japanese servers often send a default that the page does not keep to.</remarks>
static class PageDecoder
{
    /// <summary>A page may have a broken character or two (a cut comment, an advertisement in another encoding).</summary>
    const double MaxInvalidShare = 0.02;

    /// <summary>How much better another encoding must fit before a label is overruled. Measured on 311 cases: 0.1, 0.2 and 0.4 give the same.</summary>
    const double ClearlyBetter = 0.2;

    /// <summary>Below it bytes are no East Asian text. Measured: 235 East Asian cases score 0.66 and more, Latin and Cyrillic ones below 0.2.</summary>
    const double MinScore = 0.6;

    public static DecodedPage Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (FindByteOrderMark(bytes) is { } marked)
            return new(marked.GetString(bytes[marked.Preamble.Length..]), marked);
        Encoding encoding = Choose(bytes, contentType);
        return new(encoding.GetString(bytes), encoding);
    }

    static Encoding? FindByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    static Encoding Choose(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (FindWideUnits(bytes) is { } wide)
            return wide;
        if (HasJapaneseEscapes(bytes))
            return CharacterEncodings.OfCodePage(50220);
        Utf8Evidence utf8 = Utf8Evidence.Weigh(bytes);
        if (utf8.IsCertain)
            return CharacterEncodings.Utf8;
        DoubleByteEvidence best = DoubleByteEvidence.Best(bytes);
        Encoding? header = CharacterEncodings.Find(MetaPrescan.LabelOf(contentType ?? ""));
        if (header is not null && CanBe(header, bytes, utf8, best))
            return header;
        Encoding? declared = MetaPrescan.Find(bytes);
        if (declared is not null && CanBe(declared, bytes, utf8, best))
            return declared;
        return Detect(bytes, utf8, best);
    }

    static bool CanBe(Encoding label, ReadOnlySpan<byte> bytes, Utf8Evidence utf8, DoubleByteEvidence best)
    {
        if (label.CodePage == 65001)
            return utf8.InvalidShare <= MaxInvalidShare;
        if (label.CodePage is 1200 or 1201 or 50220)
            return false;
        if (DoubleByteEvidence.Weigh(bytes, label.CodePage) is { } evidence)
            return evidence.Characters == 0 || evidence.Invalid <= evidence.Characters * MaxInvalidShare && evidence.Score > best.Score - ClearlyBetter;
        // Every byte is a character of a single-byte encoding, so only a better explanation speaks against it.
        return label.CodePage != CharacterEncodings.Western.CodePage || best.Score < MinScore;
    }

    static Encoding Detect(ReadOnlySpan<byte> bytes, Utf8Evidence utf8, DoubleByteEvidence best)
    {
        if (utf8.Sequences > 0 && utf8.InvalidShare <= MaxInvalidShare)
            return CharacterEncodings.Utf8;
        if (best.Score >= MinScore)
            return CharacterEncodings.OfCodePage(best.CodePage);
        if (best.Characters == 0)
            return CharacterEncodings.Western;
        return CharacterEncodings.Find(CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected?.EncodingName) ?? CharacterEncodings.Western;
    }

    // Half the bytes of Latin text in UTF-16 are zero; markup makes any page Latin enough.
    static Encoding? FindWideUnits(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, 512)];
        var (even, odd) = (0, 0);
        for (int i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }
        int pairs = start.Length / 2;
        return pairs < 4 ? null : odd > pairs / 2 && even == 0 ? Encoding.Unicode : even > pairs / 2 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    static bool HasJapaneseEscapes(ReadOnlySpan<byte> bytes) =>
        (bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0) && bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0;
}
