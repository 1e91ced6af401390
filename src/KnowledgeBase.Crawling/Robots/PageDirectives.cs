using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Crawling.Fetching;

namespace KnowledgeBase.Crawling.Robots;

/// <summary>What a page itself asks of robots, by the header X-Robots-Tag or the element meta.</summary>
/// <param name="IsNoIndex">It must not be found by a search.</param>
/// <param name="IsNoArchive">Copies must not be passed on.</param>
/// <param name="IsNoFollow">Its links must not be followed.</param>
sealed partial record PageDirectives(bool IsNoIndex, bool IsNoArchive, bool IsNoFollow)
{
    /// <summary>Such elements stand in the head; news sites have long ones.</summary>
    const int HeadBytes = 64 * 1024;

    public static PageDirectives Of(FetchResult.Fetched page) => Of(page.Headers, page.Body.Span);

    public static PageDirectives Of(IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        IEnumerable<string> fromHeaders = headers.Where(header => header.Key.Equals("X-Robots-Tag", StringComparison.OrdinalIgnoreCase)).SelectMany(header => WordsOf(header.Value));
        HashSet<string> words = new([.. fromHeaders, .. MetaWords(Encoding.Latin1.GetString(body[..Math.Min(body.Length, HeadBytes)]))], StringComparer.OrdinalIgnoreCase);
        bool isNone = words.Contains("none");
        return new(isNone || words.Contains("noindex"), words.Contains("noarchive"), isNone || words.Contains("nofollow"));
    }

    // "otherbot: noindex, nofollow" is for the other; a name holds until the end of the header.
    static string[] WordsOf(string value)
    {
        int colon = value.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? "" : value[..colon].Trim();
        bool isName = name.Length > 0 && !name.Contains(',', StringComparison.Ordinal) && !name.StartsWith("unavailable", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("max-", StringComparison.OrdinalIgnoreCase);
        if (isName && !name.Equals(UserAgent.Product, StringComparison.OrdinalIgnoreCase))
            return [];
        return (isName ? value[(colon + 1)..] : value).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    static IEnumerable<string> MetaWords(string head)
    {
        foreach (Match meta in Meta().Matches(head))
        {
            var marks = Mark().Matches(meta.Value).ToLookup(mark => mark.Groups["name"].Value, mark => mark.Groups["value"].Value.Trim('"', '\''), StringComparer.OrdinalIgnoreCase);
            string name = marks["name"].FirstOrDefault() ?? "";
            if (!name.Equals("robots", StringComparison.OrdinalIgnoreCase) && !name.Equals(UserAgent.Product, StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (string word in (marks["content"].FirstOrDefault() ?? "").Split(',', StringSplitOptions.TrimEntries))
                yield return word;
        }
    }

    [GeneratedRegex(@"<meta\b[^>]{1,2000}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meta();

    [GeneratedRegex("""(?<name>name|content)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s>]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
