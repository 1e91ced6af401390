using System.Globalization;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>Reads the header Retry-After (RFC 9110, 10.2.3).</summary>
static class RetryAfter
{
    /// <summary>Longer than a day is a mistake, or a no that should be tried again some day.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>When to come back, or null when it does not say.</summary>
    public static DateTimeOffset? Find(string? value, DateTimeOffset now)
    {
        DateTimeOffset? at = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            ? now + TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds))
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;
        return at is null || at <= now ? null : at < now + Longest ? at : now + Longest;
    }
}
