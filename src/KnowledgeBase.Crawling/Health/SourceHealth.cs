using System.Collections.Immutable;
using System.Text.Json.Serialization;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Crawling.Health;

/// <summary>How a source is doing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceCondition>))]
public enum SourceCondition
{
    /// <summary>As usual.</summary>
    Well,

    /// <summary>Not polled yet.</summary>
    New,

    /// <summary>Its last polls failed.</summary>
    Failing,

    /// <summary>It answers, but has had nothing new for much longer than usual.</summary>
    Silent,

    /// <summary>Yesterday's number of new links was far from the usual.</summary>
    Unusual,
}

/// <summary>What is known of a source, for whoever watches over it.</summary>
public sealed record SourceHealth
{
    /// <summary>Its publisher's id.</summary>
    public required string PublisherId { get; init; }

    /// <summary>Its address.</summary>
    public required string Url { get; init; }

    /// <summary>Feed, sitemap or listing.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SourceKind>))]
    public required SourceKind Kind { get; init; }

    /// <summary>How it is doing.</summary>
    public required SourceCondition Condition { get; init; }

    /// <summary>True when somebody should look: it fails, has gone silent, or left its usual volume.</summary>
    public bool IsFlagged => Condition is SourceCondition.Failing or SourceCondition.Silent or SourceCondition.Unusual;

    /// <summary>How the last poll ended, in one line; null when there was none.</summary>
    public string? Outcome { get; init; }

    /// <summary>The HTTP status of the last poll; null when none came.</summary>
    public int? Status { get; init; }

    /// <summary>True when robots.txt forbids it at present.</summary>
    public bool IsDisallowed { get; init; }

    /// <summary>When it was last polled; null when never.</summary>
    public DateTimeOffset? PolledAt { get; init; }

    /// <summary>When it last answered well; null when never.</summary>
    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>When it last had something new; null when never in the observed time.</summary>
    public DateTimeOffset? FreshAt { get; init; }

    /// <summary>When it is polled next; null when it was never polled.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How often it failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>New links in the last 24 hours.</summary>
    public int LastDay { get; init; }

    /// <summary>New links on a usual day: the median of the four weeks before. Null while it is watched for less than a week.</summary>
    public double? UsualDay { get; init; }

    /// <summary>The least that a usual day brings; null as <see cref="UsualDay"/>.</summary>
    public double? UsualLow { get; init; }

    /// <summary>The most that a usual day brings; null as <see cref="UsualDay"/>.</summary>
    public double? UsualHigh { get; init; }

    /// <summary>New links of each whole day of the last four weeks that it was watched, oldest first.</summary>
    public ImmutableArray<int> Days { get; init; } = [];

    /// <summary>The title or address of the first link of the last good poll; null when there was none.</summary>
    public string? Sample { get; init; }
}
