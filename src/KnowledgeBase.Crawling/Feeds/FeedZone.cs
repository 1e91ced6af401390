using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>What a zone written in a feed is worth: its time minus UTC.</summary>
static partial class FeedZone
{
    // RFC 822's own, and the names feeds from Europe, China, Japan and Australia use. "CST" is America's there, as in RFC 822.
    static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 0,
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["ET"] = -5,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["CT"] = -6,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["MT"] = -7,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["PT"] = -8,
        ["AKST"] = -9,
        ["HST"] = -10,
        ["BST"] = 1,
        ["WEST"] = 1,
        ["MET"] = 1,
        ["CET"] = 1,
        ["MEST"] = 2,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["IST"] = 5.5,
        ["HKT"] = 8,
        ["SGT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The difference, or null when it is no zone.</summary>
    public static TimeSpan? Find(string zone)
    {
        zone = zone.Trim();
        if (zone.StartsWith("Etc/", StringComparison.OrdinalIgnoreCase))
            zone = zone[4..];
        // "GMT+0800 (CST)": the numbers say it.
        Match match = Numbers().Match(zone);
        if (!match.Success)
            return Hours.TryGetValue(zone, out double hours) ? TimeSpan.FromHours(hours) : null;
        int hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        int minute = match.Groups["m"].Length == 0 ? 0 : int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        // The widest zone on Earth is +14:00.
        return hour > 14 || minute > 59 ? null : new TimeSpan(hour, minute, 0) * (match.Groups["sign"].Value == "-" ? -1 : 1);
    }

    [GeneratedRegex(@"^(GMT|UTC?)?(?<sign>[+-])(?<h>\d{1,2}):?(?<m>\d{2})?(\s*\([\w ]+\))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();
}
