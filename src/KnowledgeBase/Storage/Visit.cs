namespace KnowledgeBase.Storage;

/// <summary>One attempt to fetch something.</summary>
/// <param name="Url">What was asked for.</param>
/// <param name="VisitedAt">When.</param>
/// <param name="Outcome">One word: fetched, unchanged, disallowed, failed.</param>
/// <param name="Detail">Why it failed, or null.</param>
/// <param name="Status">The HTTP status, or null when none came.</param>
/// <param name="Bytes">How many bytes of body came.</param>
/// <param name="Duration">How long it took.</param>
public sealed record Visit(string Url, DateTimeOffset VisitedAt, string Outcome, string? Detail, int? Status, long Bytes, TimeSpan Duration);

/// <summary>A visit as the database gives it.</summary>
sealed class VisitRow
{
    public const string Select =
        "SELECT url AS Url, visited_at AS VisitedAt, outcome AS Outcome, detail AS Detail, status AS Status, bytes AS Bytes, duration_ms AS Milliseconds FROM visit";

    public string Url { get; set; } = "";

    public long VisitedAt { get; set; }

    public string Outcome { get; set; } = "";

    public string? Detail { get; set; }

    public int? Status { get; set; }

    public long Bytes { get; set; }

    public long Milliseconds { get; set; }

    public Visit ToVisit() =>
        new(Url, DateTimeOffset.FromUnixTimeMilliseconds(VisitedAt), Outcome, Detail, Status, Bytes, TimeSpan.FromMilliseconds(Milliseconds));
}
