using System.Runtime;

namespace KnowledgeBase.Reading.Pages;

/// <summary>How long one page may take. What a page costs is bounded by its size, tags and nesting; this bounds what those did not foresee.</summary>
/// <param name="time">The clock; null for no limit, where the same page must always read the same. Of the machine's clock only that time counts in which this program worked: a page isn't left because others keep the machine busy, or because the program is being compiled.</param>
sealed class TimeBudget(TimeProvider? time)
{
    /// <summary>A page takes 20 ms, the slowest of 621 takes 0.4 s.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    readonly long _started = time?.GetTimestamp() ?? 0;

    readonly TimeSpan _workBefore = Work;

    static TimeSpan Work => Environment.CpuUsage.TotalTime - JitInfo.GetCompilationTime();

    /// <summary>Goes on while there is time.</summary>
    /// <exception cref="TimeoutException">The page takes too long; the message says so in one line.</exception>
    public void Check()
    {
        if (time is not null && Elapsed(time) > Limit)
            throw new TimeoutException($"reading it takes longer than {Limit.TotalSeconds:0} s");
    }

    TimeSpan Elapsed(TimeProvider clock)
    {
        TimeSpan passed = clock.GetElapsedTime(_started);
        TimeSpan worked = Work - _workBefore;
        return clock == TimeProvider.System && worked < passed ? worked : passed;
    }
}
