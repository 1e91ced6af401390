using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds a date that is written without its year (9月15日, Fri, Sept. 15, 09-15 08:30), and the year it can only mean.</summary>
static partial class YearlessDate
{
    /// <summary>A weekday falls on the same date again after 5, 6 or 11 years; what is older is not told by it.</summary>
    const int MaxYearsBack = 5;

    static readonly string[] Weekdays = ["日sun", "月一mon", "火二tue", "水三wed", "木四thu", "金五fri", "土六sat"];

    /// <summary>The date; null when the line holds none.</summary>
    /// <param name="text">A line that is hardly more than a date.</param>
    /// <param name="year">The year that the address of the page tells; null when it tells none. Then it is the latest one in which the day has the weekday beside it, else the latest one.</param>
    /// <param name="latest">The day of the fetch: nothing was published later.</param>
    public static FoundDate? Find(string text, int? year, DateOnly latest)
    {
        string line = DateText.Narrow(text);
        Match match = new[] { Han().Match(line), MonthFirst().Match(line), DayFirst().Match(line), Numbers().Match(line) }.FirstOrDefault(each => each.Success) ?? Match.Empty;
        if (!match.Success)
            return null;
        int month = DateText.MonthOf(match.Groups["m"].Value);
        int day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        DayOfWeek? weekday = WeekdayOf(match.Groups["w"].Value);
        IEnumerable<int> years = year is { } told ? [told] : Enumerable.Range(0, MaxYearsBack).Select(back => latest.Year - back);
        return years.Select(each => DateText.DateAt(line, match, each, month, day)).OfType<FoundDate>()
            .Where(date => date.Day <= latest && (weekday is null || date.Day.DayOfWeek == weekday)).Select(date => (FoundDate?)date).FirstOrDefault();
    }

    static DayOfWeek? WeekdayOf(string word) =>
        word.Length > 0 && Array.FindIndex(Weekdays, names => names.Contains(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? (DayOfWeek)index : null;

    [GeneratedRegex(@"(?<![0-9年])(?<m>[0-9]{1,2})\s?月\s?(?<d>[0-9]{1,2})\s?[日号](?:\s?[（(]?(?:星期|周)?(?<w>[日月火水木金土一二三四五六])(?=[）)曜\s]|$))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Han();

    [GeneratedRegex(@"(?:\b(?<w>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s)?\b(?<m>" + DateText.Months + @")[a-z]{0,6}\.?\s(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9]|,?\s?[0-9]{4})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?:\b(?<w>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s)?(?<![0-9])(?<d>[0-9]{1,2})(?:st|nd|rd|th)?\s(?<m>" + DateText.Months + @")[a-z]{0,6}(?![a-z]|\.?,?\s?[0-9]{4})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<![0-9./-])(?<m>[01][0-9])[-/](?<d>[0-3][0-9])(?=\s{1,2}[0-2][0-9]:[0-5][0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
