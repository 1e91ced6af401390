using System.Collections.Immutable;

namespace KnowledgeBase.Cli.Histories;

/// <summary>One fetched version of a story, and how it differs from the one before it.</summary>
/// <param name="FetchedAt">When it was fetched.</param>
/// <param name="Headline">Its headline; null when the reader made no article of it.</param>
/// <param name="Refusal">Why no article was made of it; null when one was.</param>
/// <param name="Changes">What differs from the version before; empty for the first, and where only the page around the story changed.</param>
sealed record StoryVersion(DateTimeOffset FetchedAt, string? Headline, string? Refusal, ImmutableArray<StoryChange> Changes);

/// <summary>A place where two versions differ.</summary>
/// <param name="Part">headline, published, byline or text.</param>
/// <param name="Before">The sentence before it, which both have; null at the beginning, and outside the text.</param>
/// <param name="Removed">What only the earlier version has, sentence by sentence.</param>
/// <param name="Added">What only the later version has.</param>
sealed record StoryChange(string Part, string? Before, ImmutableArray<string> Removed, ImmutableArray<string> Added);
