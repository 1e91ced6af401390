namespace KnowledgeBase.Stages;

/// <summary>What one run of a stage did.</summary>
/// <param name="Stage">crawl, read or index.</param>
/// <param name="Done">Items worked on with a result: pages fetched, articles read, articles indexed.</param>
/// <param name="Unchanged">Items that needed nothing.</param>
/// <param name="Failed">Items that failed; each was logged and the stage went on.</param>
/// <param name="Took">How long the run took.</param>
public sealed record StageReport(string Stage, int Done, int Unchanged, int Failed, TimeSpan Took);

/// <summary>How far a run of a stage has come.</summary>
/// <param name="Done">Items finished so far.</param>
/// <param name="Total">Items known so far; null when they can't be counted beforehand.</param>
/// <param name="Current">What it works on, for a person to read.</param>
public sealed record StageProgress(int Done, int? Total, string Current);
