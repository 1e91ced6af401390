using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>A date as a page writes it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time of day, or null.</param>
/// <param name="Offset">How far its clock is ahead of UTC, or null when the page does not say.</param>
readonly record struct FoundDate(DateOnly Day, TimeOnly? Time = null, TimeSpan? Offset = null)
{
    /// <summary>The moment, where time and zone are known; the zone of the publisher counts where the page names none.</summary>
    public DateTimeOffset? Moment(TimeSpan? publisherOffset) =>
        Time is { } time && (Offset ?? publisherOffset) is { } offset ? new DateTimeOffset(Day, time, offset).ToUniversalTime() : null;

    /// <summary>The day on the publisher's calendar where the page tells it apart from <see cref="Day"/>, which may be by another clock; null otherwise.</summary>
    public DateOnly? OwnDay { get; init; }

    /// <summary>The day on the publisher's own calendar: a time in UTC is another day in Tokyo for nine hours of each.</summary>
    public PartialDate DayAt(TimeSpan? publisherOffset) =>
        OwnDay is { } own ? PartialDate.Of(own)
        : Offset == TimeSpan.Zero && publisherOffset is { } offset && Moment(null) is { } moment
            ? PartialDate.Of(DateOnly.FromDateTime(moment.ToOffset(offset).DateTime))
            : PartialDate.Of(Day);

    /// <summary>True when its moment in UTC falls on a day by some clock people live by, from Hawaii to New Zealand.</summary>
    public bool CanBe(DateOnly day) => Moment(null) is { } exact
        ? day >= DateOnly.FromDateTime(exact.UtcDateTime.AddHours(-10)) && day <= DateOnly.FromDateTime(exact.UtcDateTime.AddHours(13))
        : day == Day;

    /// <summary>True when it lies after a moment, with a day's grace for what time zones can do.</summary>
    public bool IsAfter(DateTimeOffset moment) => Moment(null) is { } exact ? exact > moment : Day > DateOnly.FromDateTime(moment.UtcDateTime.AddHours(14));
}
