using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>Finds where a page sends its readers by itself: <c>&lt;meta http-equiv="refresh"&gt;</c>.</summary>
static partial class MetaRefresh
{
    /// <summary>A page that waits longer wants to be read first, or loads itself anew for its news.</summary>
    const double MaxSeconds = 5;

    const int HeadBytes = 16 * 1024;

    /// <summary>The address, or null when the page stays.</summary>
    public static Uri? Find(Answer.Given given, Uri from)
    {
        if (given.Status != 200 || given.Body.Length == 0)
            return null;
        Match match = Element().Match(Encoding.Latin1.GetString(given.Body.Span[..Math.Min(given.Body.Length, HeadBytes)]));
        bool isSoon = match.Success && double.TryParse(match.Groups["wait"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= MaxSeconds;
        string address = WebUtility.HtmlDecode(match.Groups["url"].Value).Trim('"', '\'', ' ');
        return isSoon && address.Length > 0 && Uri.TryCreate(from, address, out Uri? to) && to.GetLeftPart(UriPartial.Query) != from.GetLeftPart(UriPartial.Query)
            ? new Uri(to.GetLeftPart(UriPartial.Query)) : null;
    }

    [GeneratedRegex("""<meta\b(?=[^>]*\bhttp-equiv\s*=\s*["']?refresh\b)[^>]*\bcontent\s*=\s*(?<quote>["']?)\s*(?<wait>[0-9.]{1,6})\s*[;,]\s*url\s*=\s*(?<url>[^>]{1,2000}?)\k<quote>(?=[\s>]|/>)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Element();
}
