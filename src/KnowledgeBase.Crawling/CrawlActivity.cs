using System.Collections.Immutable;

namespace KnowledgeBase.Crawling;

/// <summary>How far a run of the crawler has come, for whoever watches.</summary>
/// <param name="Publishers">How many publishers are crawled.</param>
/// <param name="Waiting">How many pages are due and not yet asked for; null while sources are still polled, for they bring more.</param>
/// <param name="Fetched">Pages fetched in this run.</param>
/// <param name="Unchanged">Pages that needed nothing.</param>
/// <param name="Failed">Pages and sources that failed.</param>
/// <param name="Hosts">What is done at each host, in the order of their names.</param>
public sealed record CrawlActivity(int Publishers, int? Waiting, int Fetched, int Unchanged, int Failed, ImmutableArray<HostActivity> Hosts);
