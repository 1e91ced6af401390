using System.Collections.Immutable;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>What came of one request, before redirects are followed.</summary>
/// <param name="Took">How long it took.</param>
abstract record Answer(TimeSpan Took)
{
    /// <summary>The host answered.</summary>
    public sealed record Given(int Status, ImmutableArray<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, TimeSpan Took) : Answer(Took)
    {
        public string? FindHeader(string name) => Answer.FindHeader(Headers, name);
    }

    /// <summary>No whole answer came.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="IsOurs">True when we refused it ourselves: the host is not to blame.</param>
    /// <param name="Took">How long it took.</param>
    public sealed record Broken(string Reason, bool IsOurs, TimeSpan Took) : Answer(Took);

    public static string? FindHeader(ImmutableArray<KeyValuePair<string, string>> headers, string name) =>
        headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();
}
