using System.Collections.Immutable;

namespace KnowledgeBase.Search;

/// <summary>In which order hits come.</summary>
public enum SearchOrder
{
    /// <summary>Best match first.</summary>
    Relevance,

    /// <summary>Newest first.</summary>
    Newest,
}

/// <summary>The state of a search: what is asked, what is chosen, which page. Pages, feeds, exports and the API all speak it.</summary>
public sealed record SearchQuery
{
    /// <summary>How many hits a page has.</summary>
    public const int PageSize = 20;

    /// <summary>The words asked for; empty means every article.</summary>
    public string Text { get; init; } = "";

    /// <summary>The chosen values of each facet; a facet without a choice is not in it.</summary>
    public ImmutableDictionary<Facet, ImmutableArray<string>> Chosen { get; init; } = ImmutableDictionary<Facet, ImmutableArray<string>>.Empty;

    /// <summary>The order. Without words it is always newest first.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>The page, counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads the state from the query string of an address (q, topic, city, speaker, org, publisher, lang, year, kind, sort, page); unknown keys and bad values are left out.</summary>
    public static SearchQuery Parse(IEnumerable<KeyValuePair<string, string>> pairs) => throw new NotImplementedException($"{pairs}");

    /// <summary>The state as a query string without the question mark, always in the same order; empty for the state that asks nothing.</summary>
    public string ToQueryString() => throw new NotImplementedException();

    /// <summary>The values chosen of a facet.</summary>
    public ImmutableArray<string> ChosenOf(Facet facet) => Chosen.TryGetValue(facet, out ImmutableArray<string> values) ? values : [];

    /// <summary>True when a value is chosen.</summary>
    public bool IsChosen(Facet facet, string value) => ChosenOf(facet).Contains(value, StringComparer.Ordinal);

    /// <summary>This query with a facet value chosen, or no longer chosen, back on the first page.</summary>
    public SearchQuery Toggle(Facet facet, string value) => throw new NotImplementedException($"{facet}{value}");
}
