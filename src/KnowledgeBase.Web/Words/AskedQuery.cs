using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Words;

/// <summary>Reads the search out of an address: pages and feeds read it alike.</summary>
static class AskedQuery
{
    /// <summary>What the address asks for.</summary>
    public static SearchQuery Of(HttpRequest request) =>
        SearchQuery.Parse(request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
}
