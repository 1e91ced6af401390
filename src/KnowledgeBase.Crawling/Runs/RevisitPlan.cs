using KnowledgeBase.Crawling.Fetching;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Says when a page is looked at again.</summary>
static class RevisitPlan
{
    /// <summary>Newsrooms correct a story in its first hours, and once more when somebody complains. A guess, not yet measured.</summary>
    static readonly TimeSpan[] Corrections = [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];

    /// <summary>Robots.txt and directives of a page change seldom.</summary>
    static readonly TimeSpan AskAgain = TimeSpan.FromDays(7);

    static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(10);
    const int MaxRetries = 8;
    const int MaxLastingRetries = 2;

    /// <summary>After it came, or was found unchanged, so often in all; null means never again.</summary>
    public static DateTimeOffset? After(int fetches, DateTimeOffset now) => fetches <= Corrections.Length ? now + Corrections[Math.Max(1, fetches) - 1] : null;

    public static DateTimeOffset After(FetchResult.Disallowed disallowed, DateTimeOffset now) => disallowed.RetryAt ?? now + AskAgain;

    /// <summary>After it failed; null means never again.</summary>
    /// <param name="failed">How it failed this time.</param>
    /// <param name="failures">How often it had failed in a row before.</param>
    /// <param name="now">The present.</param>
    public static DateTimeOffset? After(FetchResult.Failed failed, int failures, DateTimeOffset now)
    {
        if (failed.IsLasting)
            return failures < MaxLastingRetries ? now + TimeSpan.FromDays(failures == 0 ? 1 : 7) : null;
        if (failed.RetryAt is { } said)
            return said;
        return failures < MaxRetries ? now + FirstRetry * Math.Pow(3, Math.Min(failures, 5)) : null;
    }
}
