using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Traps;

/// <summary>Recognises addresses that programs make without end: calendars, filters, paths that go round in a circle.</summary>
static partial class LinkTrap
{
    /// <summary>News addresses have up to eight; what is deeper was joined by a mistake. A guess, not yet measured.</summary>
    const int MaxDepth = 15;

    /// <summary>Filters multiply; a story needs three or four. A guess, not yet measured.</summary>
    const int MaxParameters = 8;

    const int MaxRepeats = 3;

    /// <summary>Why an address looks like a trap; null when it does not.</summary>
    public static string? Find(Uri address, DateTimeOffset now)
    {
        string[] segments = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > MaxDepth)
            return $"its path is deeper than {MaxDepth}";
        if (segments.GroupBy(segment => segment, StringComparer.Ordinal).Any(group => group.Count() > MaxRepeats))
            return "its path goes round in a circle";
        if (address.Query.Count(c => c == '&') >= MaxParameters)
            return $"it has more than {MaxParameters} parameters";
        return IsCalendar(address, now) ? "it is a page of a calendar" : null;
    }

    // A calendar links to the next month for ever: what is dated beyond next year, or asks for a month, is no story.
    static bool IsCalendar(Uri address, DateTimeOffset now) =>
        CalendarWord().IsMatch(address.PathAndQuery) && Month().Match(address.PathAndQuery) is { Success: true }
        || DatedPath().Match(address.AbsolutePath) is { Success: true } dated && int.Parse(dated.Groups[1].ValueSpan, CultureInfo.InvariantCulture) > now.Year + 1;

    [GeneratedRegex(@"calendar|[/?&](events?|month|date|day)[/=]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CalendarWord();

    [GeneratedRegex(@"(?<!\d)(1\d|2\d)\d\d[-/]?[01]?\d([-/]?[0-3]?\d)?/?($|&)|year=\d{4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"/(2\d{3})/[01]?\d(/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DatedPath();
}
