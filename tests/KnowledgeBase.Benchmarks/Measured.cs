namespace KnowledgeBase.Benchmarks;

/// <summary>A query and how long it took.</summary>
/// <param name="Query">The query.</param>
/// <param name="Milliseconds">By the clock on the wall.</param>
/// <param name="CpuMilliseconds">CPU time of the thread that answered.</param>
/// <param name="Answer">What came out.</param>
readonly record struct Measured(LoggedQuery Query, double Milliseconds, double CpuMilliseconds, ComparedAnswer Answer);

/// <summary>What of an answer is compared with those of others.</summary>
/// <param name="Total">How many hits.</param>
/// <param name="Top">The ten best, by their numbers in the corpus.</param>
/// <param name="Facets">For each facet its ten most frequent values; null where none are counted.</param>
sealed record ComparedAnswer(int Total, long[] Top, Dictionary<string, object[][]>? Facets);
