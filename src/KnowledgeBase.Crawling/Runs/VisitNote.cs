using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Writes down how a fetch ended.</summary>
static class VisitNote
{
    public static Visit Of(string url, FetchResult result, DateTimeOffset at)
    {
        (string outcome, string? detail) = result switch
        {
            FetchResult.Fetched => ("fetched", null),
            FetchResult.Unchanged => ("unchanged", null),
            FetchResult.Disallowed(var reason, _) => ("disallowed", reason),
            FetchResult.Failed(var reason, _, _) => ("failed", reason),
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A fetch ended in a new way."),
        };
        return new(url, at, outcome, detail, result.Status, result.Bytes, result.Took);
    }
}
