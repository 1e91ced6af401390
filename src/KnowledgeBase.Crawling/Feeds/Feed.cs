using System.Collections.Immutable;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>A feed as its publisher wrote it. Texts are HTML where the format allows HTML; null means that the feed is silent.</summary>
sealed record Feed
{
    /// <summary>Format and version in one word: rss20, rss10, atom10, json11.</summary>
    public required string Version { get; init; }

    /// <summary>The label of the encoding it was in.</summary>
    public string Encoding { get; init; } = "utf-8";

    public string? Title { get; init; }

    /// <summary>The page the feed belongs to.</summary>
    public string? Link { get; init; }

    public string? Description { get; init; }

    public string? Language { get; init; }

    public string? Author { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The addresses of the WebSub hubs it names.</summary>
    public ImmutableArray<string> Hubs { get; init; } = [];

    /// <summary>The address it calls its own.</summary>
    public string? Self { get; init; }

    public ImmutableArray<FeedEntry> Entries { get; init; } = [];
}

/// <summary>An entry of a feed. Texts are HTML where the format allows HTML; null means that the feed is silent.</summary>
sealed record FeedEntry
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>The page it announces.</summary>
    public string? Link { get; init; }

    public string? Summary { get; init; }

    public string? Content { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>The addresses of sounds, films and pictures that go with it.</summary>
    public ImmutableArray<string> Enclosures { get; init; } = [];
}
