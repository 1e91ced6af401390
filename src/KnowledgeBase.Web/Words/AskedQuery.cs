using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Words;

/// <summary>Reads the search out of an address: pages and feeds read it alike.</summary>
static class AskedQuery
{
    /// <summary>A search as the fields of a form.</summary>
    public static IEnumerable<KeyValuePair<string, string>> PairsOf(SearchQuery query) => query.ToQueryString().Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1])));

    /// <summary>What the address asks for.</summary>
    public static SearchQuery Of(HttpRequest request) =>
        SearchQuery.Parse(request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
}
