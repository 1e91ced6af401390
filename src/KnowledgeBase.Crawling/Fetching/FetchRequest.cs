namespace KnowledgeBase.Crawling.Fetching;

/// <summary>What sort of thing is asked for.</summary>
enum Wanted
{
    /// <summary>A page: HTML or plain text.</summary>
    Page,

    /// <summary>A feed, sitemap or listing.</summary>
    Source,

    /// <summary>A robots.txt.</summary>
    Robots,
}

/// <summary>Something to fetch.</summary>
/// <param name="Url">The address.</param>
/// <param name="Wanted">What it should be.</param>
/// <param name="Gap">The publisher's gap; null when it has none of its own.</param>
/// <param name="ETag">The ETag of the copy we have; null when there is none.</param>
/// <param name="LastModified">The Last-Modified of the copy we have, as sent; null when there is none.</param>
sealed record FetchRequest(string Url, Wanted Wanted, TimeSpan? Gap = null, string? ETag = null, string? LastModified = null);
