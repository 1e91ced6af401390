using System.Globalization;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Web.Words;

/// <summary>Dates, numbers and counts as the visitor's language writes them.</summary>
sealed class Wording(Visitor visitor, TimeProvider time)
{
    // Older than this, a date says more than a distance.
    const int MaxDaysAgo = 7;

    /// <summary>A number with its thousands grouped; the three languages group alike.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and what it counts, in agreement: "1 article", "2 articles", 2 篇文章.</summary>
    /// <param name="key">The label's key without <c>.one</c> or <c>.other</c>.</param>
    /// <param name="number">How many.</param>
    public string Count(string key, long number) => visitor.Fill($"{key}.{(number == 1 ? "one" : "other")}", Number(number));

    /// <summary>A place on earth: 34.69° N, 135.20° E.</summary>
    public static string Position(double latitude, double longitude) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(latitude):0.00}° {(latitude < 0 ? "S" : "N")}, {Math.Abs(longitude):0.00}° {(longitude < 0 ? "W" : "E")}");

    /// <summary>A date as exactly as it is known: 3 October 2019, 2019年10月3日.</summary>
    public string Date(PartialDate date) => Date(date, visitor.Language);

    /// <summary>A date in a language.</summary>
    public static string Date(PartialDate date, Language language)
    {
        if (language != Language.English)
            return $"{date.Year}年" + (date.Month is { } month ? $"{month}月" : "") + (date.Day is { } day ? $"{day}日" : "");
        string format = date.Day is not null ? "d MMMM yyyy" : date.Month is not null ? "MMMM yyyy" : "yyyy";
        return date.FirstDay.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A date by its distance when that is a week or less, else in full.</summary>
    public string Recently(PartialDate date)
    {
        int days = date.Day is null ? int.MaxValue : DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber - date.FirstDay.DayNumber;
        return days switch
        {
            0 => visitor["date.today"],
            1 => visitor["date.yesterday"],
            > 1 and <= MaxDaysAgo => visitor.Fill("date.daysAgo", days),
            _ => Date(date),
        };
    }
}
