using System.Text;

namespace KnowledgeBase.Crawling.Robots;

/// <summary>A line of robots.txt that says something.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Key">What it is about, in lower case and without frequent mistakes of spelling.</param>
/// <param name="Value">What it says.</param>
readonly record struct RobotsLine(int Number, string Key, string Value);

/// <summary>Takes a robots.txt apart into lines (RFC 9309, 2.2).</summary>
static class RobotsText
{
    /// <summary>What crawlers must be ready to read (RFC 9309, 2.5); the rest is left unread.</summary>
    public const int MaxBytes = 500 * 1024;

    /// <summary>A line that is longer is cut. Google's parser does so: eight times the longest address of the browsers of 2009.</summary>
    const int MaxLineLength = 2083 * 8;

    public static IEnumerable<RobotsLine> Read(ReadOnlyMemory<byte> bytes)
    {
        string text = Decode(bytes.Span[..Math.Min(bytes.Length, MaxBytes)]);
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (Find(number, line.Length > MaxLineLength ? line[..MaxLineLength] : line) is { } found)
                yield return found;
        }
    }

    static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        // What some editors leave of a byte order mark.
        [0xEF, < 0x80, ..] => Encoding.UTF8.GetString(bytes[1..]),
        [0xEF, 0xBB, ..] => Encoding.UTF8.GetString(bytes[2..]),
        _ => Encoding.UTF8.GetString(bytes),
    };

    static RobotsLine? Find(int number, string line)
    {
        int comment = line.IndexOf('#', StringComparison.Ordinal);
        string said = (comment < 0 ? line : line[..comment]).Trim();
        int end = said.IndexOf(':', StringComparison.Ordinal);
        // A forgotten colon is understood when nothing else can be meant.
        if (end < 0 && said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var first, _])
            end = first.Length;
        return end <= 0 ? null : new(number, Spelled(said[..end].Trim().ToLowerInvariant()), said[(end + 1)..].Trim());
    }

    // The mistakes that the parsers of Google and Common Crawl know: each is a wish that was meant.
    static string Spelled(string key) => key switch
    {
        "dissallow" or "dissalow" or "disalow" or "diasllow" or "disallaw" or "desallow" => "disallow",
        "useragent" or "user agent" or "useg-agent" => "user-agent",
        "site-map" => "sitemap",
        "crawldelay" => "crawl-delay",
        _ => key,
    };
}
