using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Traps;

/// <summary>Sums up the paragraphs of a page in 64 bits, so that pages with nearly the same text have nearly the same bits (SimHash, Charikar 2002).</summary>
/// <remarks>Only paragraphs count: menus and footers make all pages of a site alike.</remarks>
static partial class Fingerprint
{
    /// <summary>What Manku, Jain and Das Sarma (2007) found good for 64 bits over eight billion pages.</summary>
    const int MaxDistance = 3;

    const int MinParagraph = 40;

    /// <summary>Below it two different briefs can be too alike.</summary>
    const int MinText = 400;

    /// <summary>The bits, or null when the page has too little text to tell.</summary>
    public static long? Of(ReadOnlySpan<byte> body, string? contentType)
    {
        string html = MarkupDecoder.Decode(body, contentType).Text;
        var text = new StringBuilder();
        foreach (ValueMatch match in Paragraph().EnumerateMatches(html))
        {
            string paragraph = Tag().Replace(html[match.Index..(match.Index + match.Length)], "");
            if (paragraph.Length >= MinParagraph)
                text.Append(paragraph).Append(' ');
        }
        return text.Length < MinText ? null : Sum(text.ToString());
    }

    public static bool AreAlike(long one, long other) => BitOperations.PopCount((ulong)(one ^ other)) <= MaxDistance;

    // Runs of four characters serve Chinese, Japanese and English alike.
    static long Sum(string text)
    {
        Span<int> votes = stackalloc int[64];
        for (int i = 0; i + 4 <= text.Length; i++)
        {
            ulong hash = Mix(((ulong)text[i] << 48) | ((ulong)text[i + 1] << 32) | ((ulong)text[i + 2] << 16) | text[i + 3]);
            for (int bit = 0; bit < 64; bit++)
                votes[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
        }
        ulong sum = 0;
        for (int bit = 0; bit < 64; bit++)
            sum |= votes[bit] > 0 ? 1UL << bit : 0;
        return (long)sum;
    }

    // The finalizer of MurmurHash3: every bit of the input touches every bit of the output.
    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }

    [GeneratedRegex(@"<p\b[^>]*>.{1,20000}?</p>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"<[^>]*>|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
