using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>Reads the dates of feeds: ISO 8601 in its short forms, RFC 822 with its mistakes, C's asctime, and how people write dates in China and Japan.</summary>
/// <remarks>A date that can't be right is none: a wrong date moves a story to another year.</remarks>
static partial class FeedDate
{
    /// <summary>The moment, or null. Without a zone it is read as UTC; without a time as midnight.</summary>
    public static DateTimeOffset? Find(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length is 0 or > 80)
            return null;
        return FindIso(text) ?? FindNamed(text) ?? FindHan(text);
    }

    static DateTimeOffset? FindIso(string text)
    {
        Match match = Iso().Match(text);
        if (!match.Success)
            return null;
        int? year = YearOf(match.Groups["y"].Value);
        if (match.Groups["yd"] is { Success: true, Length: > 0 } dayOfYear)
            return year is { } known && Number(dayOfYear) is >= 1 and <= 366 and var day ? new DateTimeOffset(known, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day - 1) : null;
        return Build(year, Number(match.Groups["m"]) ?? 1, Number(match.Groups["d"]) ?? 1, match);
    }

    static DateTimeOffset? FindNamed(string text)
    {
        Match match = Rfc822().Match(text);
        if (!match.Success)
            match = Asctime().Match(text);
        if (!match.Success)
            return null;
        int month = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name => name.Length > 0 && match.Groups["mon"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
        return Build(YearOf(match.Groups["y"].Value), month, Number(match.Groups["d"]), match);
    }

    static DateTimeOffset? FindHan(string text)
    {
        Match match = Han().Match(text);
        return match.Success ? Build(YearOf(match.Groups["y"].Value), Number(match.Groups["m"]), Number(match.Groups["d"]), match) : null;
    }

    static DateTimeOffset? Build(int? year, int? month, int? day, Match match)
    {
        (int hour, int minute, int second) = (Number(match.Groups["h"]) ?? 0, Number(match.Groups["min"]) ?? 0, Number(match.Groups["s"]) ?? 0);
        if (year is not (>= 1 and < 9999) || month is not (>= 1 and <= 12) || day is not >= 1 || day > DateTime.DaysInMonth(year.Value, month.Value))
            return null;
        if (hour > 23 || minute > 59 || second > 59 || FeedZone.Find(match.Groups["z"].Value) is not { } zone)
            return null;
        return new DateTimeOffset(year.Value, month.Value, day.Value, hour, minute, second, TimeSpan.Zero) - zone;
    }

    // Two digits: RFC 2822 reads 00 to 49 as this century. "-03" is ISO 8601's short form of the same.
    static int? YearOf(string digits) =>
        !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? null
        : digits.Length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;

    static int? Number(Group group) => group.Success && int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    const string Time = @"(?<h>\d{1,2}):(?<min>\d{1,2})(:(?<s>\d{1,2})([.,]\d+)?)?";

    [GeneratedRegex(@"^-?(?<y>(19|20|21)\d{2}|\d{2})(-?(?<yd>\d{3})|([-/]?(?<m>\d{2})(?!\d-)|-0(?<m>\d{2})(?=-)|[-/](?<m>\d)(?!\d))([-/]?(?<d>\d{1,2}))?)?([T ]\s*" + Time + @"\s*(?<z>[A-Za-z/]{1,8}|[+-]\d{1,2}:?\d{0,2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^([A-Za-z]{2,9}\.?\s*,?\s+)?(?<d>\d{1,2})[\s-]+(?<mon>[A-Za-z]{3,9})\.?[\s,-]+(?<y>\d{4}|\d{2})(,?\s+" + Time + @"\s*(?<z>\S.*)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc822();

    [GeneratedRegex(@"^([A-Za-z]{3,9}\.?,?\s+)?(?<mon>[A-Za-z]{3,9})\.?\s+(?<d>\d{1,2}),?\s+((?<y>\d{4})(,?\s+" + Time + @"\s*(?<z>\S.*)?)?|" + Time + @"\s+((?<z>[A-Z]{2,5})\s+)?(?<y>\d{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Asctime();

    [GeneratedRegex(@"^(?<y>\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日?(\s*[(（]?[日月火水木金土一二三四五六][)）]?)?(\s*" + Time + @")?(?<z>)$", RegexOptions.CultureInvariant)]
    private static partial Regex Han();
}
