using System.Numerics;
using System.Text;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Traps;

/// <summary>Sums up the paragraphs of a page in 64 bits, so that pages with nearly the same text have nearly the same bits (SimHash, Charikar 2002).</summary>
/// <remarks>Only paragraphs count: menus and footers make all pages of a site alike. The numbers they name are summed up apart:
/// a daily report differs from yesterday's in them alone, and is another story.</remarks>
/// <param name="Bits">The text.</param>
/// <param name="Numbers">The numbers in their order.</param>
readonly record struct Fingerprint(long Bits, long Numbers)
{
    /// <summary>What Manku, Jain and Das Sarma (2007) found good for 64 bits over eight billion pages.</summary>
    const int MaxDistance = 3;

    const int MinParagraph = 40;

    /// <summary>Below it two different briefs can be too alike.</summary>
    const int MinText = 400;

    /// <summary>The beginning of a long text is enough to tell it from others.</summary>
    const int MaxText = 20_000;

    /// <summary>The fingerprint of a page, or null when it has too little text to tell.</summary>
    public static Fingerprint? Find(ReadOnlySpan<byte> body, string? contentType)
    {
        string text = ParagraphsOf(MarkupDecoder.Decode(body, contentType).Text);
        return text.Length < MinText ? null : new(Sum(text), NumbersOf(text));
    }

    public static bool AreAlike(long one, long other) => BitOperations.PopCount((ulong)(one ^ other)) <= MaxDistance;

    static string ParagraphsOf(ReadOnlySpan<char> html)
    {
        var text = new StringBuilder();
        while (text.Length < MaxText && html.IndexOf("<p", StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            html = html[(start + 2)..];
            // <pre>, <picture> and <param> begin alike.
            if (html is [not ('>' or ' ' or '\t' or '\r' or '\n'), ..])
                continue;
            int end = html.IndexOf("</p", StringComparison.OrdinalIgnoreCase);
            ReadOnlySpan<char> paragraph = end < 0 ? html : html[..end];
            int before = text.Length;
            AddText(paragraph[(paragraph.IndexOf('>') + 1)..], text);
            if (text.Length - before < MinParagraph)
                text.Length = before;
            html = html[paragraph.Length..];
        }
        return text.ToString();
    }

    // Without tags and white space, which differ between the versions of a page.
    static void AddText(ReadOnlySpan<char> paragraph, StringBuilder text)
    {
        bool isTag = false;
        foreach (char c in paragraph)
        {
            isTag = c == '<' || (isTag && c != '>');
            if (!isTag && c != '>' && !char.IsWhiteSpace(c))
                text.Append(c);
        }
    }

    // Runs of four characters serve Chinese, Japanese and English alike.
    static long Sum(string text)
    {
        Span<int> votes = stackalloc int[64];
        for (int i = 0; i + 4 <= text.Length; i++)
        {
            ulong hash = Mix(((ulong)text[i] << 48) | ((ulong)text[i + 1] << 32) | ((ulong)text[i + 2] << 16) | text[i + 3]);
            for (int bit = 0; bit < 64; bit++)
                votes[bit] += (int)(hash >> bit & 1);
        }
        ulong sum = 0;
        for (int bit = 0; bit < 64; bit++)
            sum |= votes[bit] * 2 > text.Length - 3 ? 1UL << bit : 0;
        return (long)sum;
    }

    // Runs of ASCII and full-width digits; everything between two of them is one border, so that 1,500 and 1500 differ: it is a safe mistake.
    static long NumbersOf(string text)
    {
        ulong sum = 0;
        bool isInside = false;
        foreach (char c in text)
        {
            bool isDigit = char.IsAsciiDigit(c) || c is >= '０' and <= '９';
            if (isDigit)
                sum = Mix(sum ^ (ulong)(c & 0xF) ^ (isInside ? 0UL : 0x100UL)) + 1;
            isInside = isDigit;
        }
        return (long)sum;
    }

    // The finalizer of MurmurHash3: every bit of the input touches every bit of the output.
    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }
}
