using System.Collections.Immutable;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Says when a source is polled again: as often as it usually has something new.</summary>
sealed class PollPlan(CrawlerOptions options)
{
    /// <summary>How far back the rate is taken: a week has quiet and busy days.</summary>
    public static readonly TimeSpan Observed = TimeSpan.FromDays(7);

    static readonly TimeSpan First = TimeSpan.FromHours(1);
    const int MaxDoublings = 7;

    /// <summary>After a poll that succeeded.</summary>
    /// <param name="polls">The polls of the observed time, oldest first, with this one.</param>
    public TimeSpan After(ImmutableArray<Poll> polls)
    {
        ImmutableArray<Poll> successes = [.. polls.Where(poll => poll.Outcome is "fetched" or "unchanged")];
        if (successes.Length < 2)
            return Within(First);
        // What the first poll found had gathered before.
        int fresh = successes.Skip(1).Sum(poll => poll.Fresh);
        TimeSpan span = successes[^1].PolledAt - successes[0].PolledAt;
        return fresh == 0 ? Within(Longer(span, First)) : Within(span / fresh);
    }

    /// <summary>After a poll that failed, so often in a row.</summary>
    public TimeSpan AfterFailure(int failures) => Within(options.MinPollInterval * Math.Pow(2, Math.Min(failures - 1, MaxDoublings)));

    TimeSpan Within(TimeSpan interval) =>
        interval < options.MinPollInterval ? options.MinPollInterval : interval > options.MaxPollInterval ? options.MaxPollInterval : interval;

    static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
