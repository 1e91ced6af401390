using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>When a page was published: the day on the publisher's calendar, and the moment where it is known.</summary>
/// <param name="Day">The day, or null.</param>
/// <param name="Moment">The moment in UTC, or null.</param>
readonly record struct PublicationTime(PartialDate? Day, DateTimeOffset? Moment)
{
    /// <summary>From what the page says, else from what its source said before.</summary>
    /// <param name="date">The date the page gives, or null.</param>
    /// <param name="hint">The moment its source gave, or null.</param>
    /// <param name="publisher">Whose clock it is by; null when unknown.</param>
    /// <param name="fetchedAt">Nothing is published after it was fetched.</param>
    public static PublicationTime Of(FoundDate? date, DateTimeOffset? hint, Publisher? publisher, DateTimeOffset fetchedAt)
    {
        TimeSpan? offset = OffsetOf(publisher?.Country);
        PublicationTime hinted = hint is { } at && at <= fetchedAt
            ? new(PartialDate.Of(DateOnly.FromDateTime(at.ToOffset(offset ?? at.Offset).DateTime)), at.ToUniversalTime())
            : default;
        if (date is not { } found)
            return hinted;
        PartialDate day = found.DayAt(offset);
        DateTimeOffset? moment = found.Moment(offset) is { } exact && exact <= fetchedAt ? exact : null;
        return new(day, moment ?? (hinted.Day == day ? hinted.Moment : null));
    }

    // Neither country has summer time.
    static TimeSpan? OffsetOf(string? country) => country switch
    {
        "JP" or "KR" => TimeSpan.FromHours(9),
        "CN" or "HK" or "TW" or "SG" => TimeSpan.FromHours(8),
        _ => null,
    };
}
