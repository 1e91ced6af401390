using System.Globalization;

namespace KnowledgeBase.Editorial;

/// <summary>The hours of the day in which a publisher's hosts may be visited.</summary>
/// <param name="From">The first minute.</param>
/// <param name="Until">The minute after the last; earlier than <paramref name="From"/> when the hours go over midnight.</param>
/// <param name="Zone">Whose time it is.</param>
public sealed record VisitingHours(TimeOnly From, TimeOnly Until, TimeZoneInfo Zone)
{
    /// <summary>Reads <c>22:00-06:00 Asia/Tokyo</c>; without a zone it is UTC. Null when it is written otherwise.</summary>
    public static VisitingHours? Find(string text)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] times = parts is [var hours, ..] ? hours.Split('-') : [];
        return parts.Length is 1 or 2 && times is [var from, var until] && FindTime(from) is { } first && FindTime(until) is { } last && first != last
            && (parts.Length == 1 ? TimeZoneInfo.Utc : FindZone(parts[1])) is { } zone ? new(first, last, zone) : null;
    }

    /// <summary>True when a moment lies in these hours.</summary>
    public bool Include(DateTimeOffset moment) => TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(moment, Zone).TimeOfDay).IsBetween(From, Until);

    static TimeOnly? FindTime(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null;

    static TimeZoneInfo? FindZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : null;
}
