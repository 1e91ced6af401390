using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Search.Families;

/// <summary>Finds the days that a text names with month and day: 5月12日, 2019年10月3日, October 3, 2019, 3 Oct.</summary>
static partial class NamedDays
{
    // So near to its publication every article names days, and others of these days name the same.
    const int TooNear = 3;

    /// <summary>The days, once each, in the order of the text; those around the day of publication are left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="published">Its day of publication: a day without a year is the one nearest to it.</param>
    public static IEnumerable<DateOnly> Of(string text, DateOnly published) => HanDay().Matches(text).Concat(EnglishDay().Matches(text)).OrderBy(match => match.Index)
        .Select(match => Find(match, published)).OfType<DateOnly>()
        .Where(day => Math.Abs(day.DayNumber - published.DayNumber) > TooNear)
        .Distinct();

    static DateOnly? Find(Match match, DateOnly published)
    {
        int month = MonthOf(match.Groups["month"].Value), day = NumberOf(match.Groups["day"]);
        return match.Groups["year"].Success
            ? Find(NumberOf(match.Groups["year"]), month, day)
            : new[] { -1, 0, 1 }.Select(years => Find(published.Year + years, month, day)).OfType<DateOnly>()
                .OrderBy(each => Math.Abs(each.DayNumber - published.DayNumber)).Cast<DateOnly?>().FirstOrDefault();
    }

    static DateOnly? Find(int year, int month, int day) =>
        year is >= 1000 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    static int MonthOf(string month) => char.IsAsciiDigit(month[0])
        ? int.Parse(month, CultureInfo.InvariantCulture)
        : Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name => name.Length > 0 && month.StartsWith(name, StringComparison.Ordinal)) + 1;

    static int NumberOf(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?:(?<year>[0-9]{4})年)?(?<![0-9])(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号號]")]
    private static partial Regex HanDay();

    [GeneratedRegex(
        @"\b(?:(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\b(?:,\s(?<year>[0-9]{4})\b)?"
        + @"|(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?(?:,?\s(?<year>[0-9]{4})\b)?)")]
    private static partial Regex EnglishDay();
}
