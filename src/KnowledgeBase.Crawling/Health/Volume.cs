using System.Collections.Immutable;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Health;

/// <summary>How much a source brings, day by day.</summary>
/// <param name="LastDay">New links in the last 24 hours.</param>
/// <param name="UsualDay">The median of the days before; null while there are too few.</param>
/// <param name="Band">How far from it a usual day may be.</param>
/// <param name="Condition">What the numbers say.</param>
/// <param name="Days">New links of each whole day it was watched, oldest first; the last is that of <paramref name="LastDay"/>.</param>
sealed record Volume(int LastDay, double? UsualDay, double Band, SourceCondition Condition, ImmutableArray<int> Days)
{
    const int MinDays = 7;

    /// <summary>Three deviations: with normal days, one false alarm a year. A guess for news, which have weekends.</summary>
    const double Deviations = 3;

    /// <summary>What makes a median deviation comparable with a standard deviation.</summary>
    const double MadToSigma = 1.4826;

    /// <summary>A source that pauses over a long holiday is not silent.</summary>
    const int MinSilentDays = 4;

    public static Volume Of(ImmutableArray<Poll> polls, DateTimeOffset now)
    {
        // What the first poll found had gathered before.
        ImmutableArray<Poll> counted = [.. polls.Skip(1)];
        int days = polls.IsEmpty ? 0 : (int)(now - polls[0].PolledAt).TotalDays;
        int[] perDay = [.. Enumerable.Range(0, days).Select(day => counted.Where(poll => (int)(now - poll.PolledAt).TotalDays == day).Sum(poll => poll.Fresh))];
        int lastDay = counted.Where(poll => now - poll.PolledAt < TimeSpan.FromDays(1)).Sum(poll => poll.Fresh);
        if (perDay.Length <= MinDays)
            return new(lastDay, null, 0, SourceCondition.Well, [.. perDay.Reverse()]);
        double[] before = [.. perDay.Skip(1).Select(count => (double)count)];
        double usual = Median(before);
        // With rare links every single one would be unusual: at least one link and a half of the usual are granted.
        double deviation = Median([.. before.Select(count => Math.Abs(count - usual))]);
        double band = Math.Max(Deviations * MadToSigma * deviation, Math.Max(1, usual / 2));
        return new(lastDay, usual, band, ConditionOf(perDay, lastDay, usual, band), [.. perDay.Reverse()]);
    }

    static SourceCondition ConditionOf(int[] perDay, int lastDay, double usual, double band)
    {
        int silent = perDay.TakeWhile(count => count == 0).Count();
        bool wasEverFresh = silent < perDay.Length;
        if (wasEverFresh && silent >= Math.Max(MinSilentDays, 3 * LongestPause(perDay[silent..])))
            return SourceCondition.Silent;
        return Math.Abs(lastDay - usual) > band ? SourceCondition.Unusual : SourceCondition.Well;
    }

    static int LongestPause(int[] perDay)
    {
        (int longest, int pause) = (0, 0);
        foreach (int count in perDay)
        {
            pause = count == 0 ? pause + 1 : 0;
            longest = Math.Max(longest, pause);
        }
        return longest;
    }

    static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
