using System.Collections.Immutable;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>How a fetch ended. All of these are everyday.</summary>
abstract record FetchResult
{
    FetchResult()
    {
    }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>How many bytes of body came, after decompression.</summary>
    public long Bytes { get; init; }

    /// <summary>How long the requests took, without waiting for a turn.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>It came.</summary>
    /// <param name="FinalUrl">The address that answered after redirects.</param>
    /// <param name="Headers">The headers in the order sent.</param>
    /// <param name="Body">The body after decompression.</param>
    public sealed record Fetched(string FinalUrl, ImmutableArray<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body) : FetchResult
    {
        /// <summary>The first value of a header, or null.</summary>
        public string? FindHeader(string name) => Answer.FindHeader(Headers, name);
    }

    /// <summary>The host says that our copy is still good.</summary>
    public sealed record Unchanged : FetchResult;

    /// <summary>We may not have it.</summary>
    /// <param name="Reason">The rule that says so.</param>
    /// <param name="RetryAt">When to ask again whether we may; null leaves it to the caller.</param>
    public sealed record Disallowed(string Reason, DateTimeOffset? RetryAt = null) : FetchResult;

    /// <summary>It did not come.</summary>
    /// <param name="Reason">Why, in words for the operator.</param>
    /// <param name="RetryAt">Not before; null leaves it to the caller.</param>
    /// <param name="IsLasting">True when trying again soon would be in vain: it is gone, or is no page.</param>
    public sealed record Failed(string Reason, DateTimeOffset? RetryAt = null, bool IsLasting = false) : FetchResult;
}
