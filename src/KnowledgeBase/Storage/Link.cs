using KnowledgeBase.Articles;

namespace KnowledgeBase.Storage;

/// <summary>An address where a source says an article is.</summary>
public sealed record Link
{
    /// <summary>The address, canonical.</summary>
    public required string Url { get; init; }

    /// <summary>The publisher's id.</summary>
    public required string PublisherId { get; init; }

    /// <summary>The address of the source that named it, or of the page whose article goes on there.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>What the source says of it.</summary>
    public PageHints Hints { get; init; } = new();

    /// <summary>When the source says it was last changed; null when it does not say. A page fetched before is due again.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
