using System.Collections.Immutable;

namespace KnowledgeBase.Crawling;

/// <summary>How the crawler behaves towards other people's hosts.</summary>
public sealed record CrawlerOptions
{
    /// <summary>An address (mail or web) under which a host's owner can reach the operator; it stands in the User-Agent. Empty means that nothing is crawled.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Private networks that may be reached after all, as CIDR and port (<c>127.77.0.0/24:8070</c>), for tests and intranets. Empty by default.</summary>
    public ImmutableArray<string> AllowedPrivateEndpoints { get; init; } = [];
}
