using System.Text.Json;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks;

/// <summary>A query of the log, as the site would be asked it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">Its kind: how frequent its words are and how they are joined.</param>
/// <param name="Query">Words in quotation marks, because the peers find neighbouring words too; language and days as parts of the text, because they are no choices of facets in the log.</param>
sealed record LoggedQuery(int Id, string Kind, SearchQuery Query)
{
    static readonly (string Key, Facet Facet)[] Facets =
        [("topics", Facet.Topic), ("cities", Facet.City), ("speakers", Facet.Speaker), ("source", Facet.Publisher), ("lang", Facet.Language), ("year", Facet.Year)];

    /// <summary>The facets that the log knows, by its names for them.</summary>
    public static IEnumerable<(string Key, Facet Facet)> KnownFacets => Facets;

    public static IEnumerable<LoggedQuery> ReadAll(string path, RunOptions options) =>
        File.ReadLines(path).Take(options.Limit).Select(Read).Where(query => options.Kinds.Length == 0 || options.Kinds.Contains(query.Kind));

    static LoggedQuery Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        JsonElement query = json.RootElement;
        var search = new SearchQuery { Text = TextOf(query), IsWidened = false, IsUnfolded = true };
        foreach (JsonProperty filter in query.GetProperty("filters").EnumerateObject())
        {
            Facet facet = Facets.Single(each => each.Key == filter.Name).Facet;
            search = search with { Chosen = search.Chosen.SetItem(facet, [.. filter.Value.EnumerateArray().Select(value => value.GetString()!)]) };
        }
        return new(query.GetProperty("id").GetInt32(), query.GetProperty("kind").GetString()!, search);
    }

    static string TextOf(JsonElement query)
    {
        string terms = string.Join(query.GetProperty("op").GetString() == "or" ? " OR " : " ", query.GetProperty("terms").EnumerateArray().Select(term => $"\"{term.GetString()}\""));
        string language = query.GetProperty("lang").GetString()!;
        string days = query.TryGetProperty("from", out JsonElement from) ? $"date:{from.GetString()}..{query.GetProperty("to").GetString()} " : "";
        return days + (language == "*" ? terms : $"lang:{language} {terms}");
    }
}
