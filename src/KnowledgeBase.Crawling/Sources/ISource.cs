using System.Collections.Immutable;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>What a poll of a source brought.</summary>
/// <param name="Result">How the fetch of the source ended; a document that is no source is a failure.</param>
/// <param name="Links">The links it names, canonical, each once.</param>
sealed record Harvest(FetchResult Result, ImmutableArray<Link> Links);

/// <summary>A place where links to articles are found.</summary>
interface ISource
{
    /// <summary>Polls it.</summary>
    /// <param name="before">What the last poll left; null when this is the first.</param>
    /// <param name="cancel">Gives up.</param>
    Task<Harvest> PollAsync(SourceState? before, CancellationToken cancel);
}
