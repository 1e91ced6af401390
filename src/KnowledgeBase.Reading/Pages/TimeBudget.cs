namespace KnowledgeBase.Reading.Pages;

/// <summary>How long one page may take. What a page costs is bounded by its size, tags and nesting; this bounds what those did not foresee.</summary>
/// <param name="time">The clock; null for no limit, where the same page must always read the same.</param>
sealed class TimeBudget(TimeProvider? time)
{
    /// <summary>A page takes 20 ms, the slowest of 621 takes 0.4 s; on a machine ten times too busy it takes ten times as long, and must not be skipped for that.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    readonly long _started = time?.GetTimestamp() ?? 0;

    /// <summary>Why the page is left, in one line; null while there is time.</summary>
    public string? FindExcess() => time?.GetElapsedTime(_started) > Limit ? $"reading it takes longer than {Limit.TotalSeconds:0} s" : null;
}
