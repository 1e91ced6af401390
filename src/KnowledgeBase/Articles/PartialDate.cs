using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Articles;

/// <summary>A date as exactly as it is known: a year, a month or a day, in the publisher's own calendar day.</summary>
/// <remarks>Written as ISO 8601 with reduced precision: 2019, 2019-10, 2019-10-03.</remarks>
/// <param name="Year">1000 to 9999.</param>
/// <param name="Month">1 to 12, or null when only the year is known.</param>
/// <param name="Day">1 to 31, or null when only the month is known.</param>
[JsonConverter(typeof(PartialDateJsonConverter))]
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    /// <summary>The first day of what is known: the day itself, the first of the month, or 1 January.</summary>
    public DateOnly FirstDay => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day of what is known: the day itself, the last of the month, or 31 December.</summary>
    public DateOnly LastDay => Day is { } day ? new(Year, Month!.Value, day)
        : Month is { } month ? new(Year, month, DateTime.DaysInMonth(Year, month))
        : new(Year, 12, 31);

    /// <summary>The full date of a day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The date written as 2019, 2019-10 or 2019-10-03, or null when the text is none of these or no such day exists.</summary>
    public static PartialDate? Find(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year >= 1000)
            return new(year);
        string full = text.Length == 7 ? text + "-01" : text;
        if (!DateOnly.TryParseExact(full, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return null;
        return text.Length == 7 ? new(day.Year, day.Month) : Of(day);
    }

    /// <summary>Earlier first day first; of two dates with the same first day the less exact one first.</summary>
    public int CompareTo(PartialDate other) =>
        FirstDay != other.FirstDay ? FirstDay.CompareTo(other.FirstDay) : other.LastDay.CompareTo(LastDay);

    /// <summary>True when the date begins before the other.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>True when the date begins after the other.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>True when the date does not begin after the other.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>True when the date does not begin before the other.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>The date in ISO 8601, as exactly as it is known.</summary>
    public override string ToString() => Day is not null ? FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Month is not null ? FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : Year.ToString("0000", CultureInfo.InvariantCulture);
}

sealed class PartialDateJsonConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.Find(reader.GetString()) ?? throw new JsonException($"'{reader.GetString()}' is not a date (2019, 2019-10 or 2019-10-03).");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
