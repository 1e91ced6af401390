using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search;

/// <summary>The answer to a query.</summary>
/// <param name="Total">How many articles match.</param>
/// <param name="Hits">The hits of the page asked for, one for each story; none for a page beyond the last.</param>
/// <param name="Facets">For each facet its values with counts, most frequent first (years: latest first), at most <see cref="SearchQuery.MaxValues"/>. A facet's own choices do not shrink its counts; a chosen value is always there, even with a count of 0.</param>
/// <param name="Languages">How many of the matching articles are in each language, as counted under all choices; every language is there.</param>
public sealed record SearchResults(
    int Total,
    ImmutableArray<Hit> Hits,
    ImmutableDictionary<Facet, ImmutableArray<FacetCount>> Facets,
    ImmutableDictionary<Language, int> Languages)
{
    /// <summary>How many values of a facet come at most, besides the chosen ones, when the query says nothing else.</summary>
    public const int MaxFacetValues = 1000;

    /// <summary>How many stories the articles tell: the versions of one (reprints, other languages) are one hit. As many as articles where the query asks for each by itself.</summary>
    public int Stories { get; init; }

    /// <summary>How many pages of hits there are, at least 1.</summary>
    public int Pages => Math.Clamp((Stories + SearchQuery.PageSize - 1) / SearchQuery.PageSize, 1, SearchQuery.MaxPage);

    /// <summary>True when no article has all the words, or hardly one has all of a long question: these have at least some of them, best first. The page should say so.</summary>
    public bool IsRelaxed { get; init; }

    /// <summary>The text as it may have been meant, where hardly any article matches and another spelling finds more; null otherwise. Never asked by itself.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>How the text was understood; null when nothing was asked.</summary>
    public QueryPart? Understood { get; init; }

    /// <summary>The values of facets that the text asks for and no article has, nor the editors know (<c>speaker:nobody</c>): why nothing may be found.</summary>
    public IEnumerable<QueryPart.Value> UnknownValues => UnknownIn(Understood);

    /// <summary>What of the text was read differently than it may have been meant.</summary>
    public ImmutableArray<QueryRemark> Remarks { get; init; } = [];

    /// <summary>The words that were also asked for in other languages, in the order of the query. Each can be taken back: <see cref="SearchQuery.WithoutWidening"/>.</summary>
    public ImmutableArray<WidenedWord> Widenings { get; init; } = [];

    /// <summary>These, with the remark that the end of the query's text was left out where it was.</summary>
    internal SearchResults RemarkingOn(SearchQuery query) => query.IsCut ? this with { Remarks = Remarks.Add(new(QueryRemarkKind.Length, "")) } : this;

    static IEnumerable<QueryPart.Value> UnknownIn(QueryPart? part) => part switch
    {
        QueryPart.Value { Values.IsEmpty: true } value => [value],
        QueryPart.Without(var inner) => UnknownIn(inner),
        QueryPart.All(var parts) => parts.SelectMany(UnknownIn),
        QueryPart.Any(var parts) => parts.SelectMany(UnknownIn),
        _ => [],
    };
}

/// <summary>A facet value and how many articles it would leave.</summary>
/// <param name="Value">The value: an id, a name, a year.</param>
/// <param name="Count">How many articles.</param>
public sealed record FacetCount(string Value, int Count);

/// <summary>An article that matches.</summary>
/// <param name="Id">The article.</param>
/// <param name="Score">Its BM25 score; 0 when the order is newest.</param>
/// <param name="Headline">The headline with the found words marked.</param>
/// <param name="Snippet">The best passage of the body with the found words marked; the beginning of the body when nothing was asked.</param>
public sealed record Hit(ArticleId Id, float Score, MarkedText Headline, MarkedText Snippet)
{
    /// <summary>Why it was found, in the order of the query; empty when no words were asked for.</summary>
    public ImmutableArray<MatchReason> Reasons { get; init; } = [];
}

/// <summary>A text and the stretches of it that matched.</summary>
/// <param name="Text">The text: a headline, or a passage cut out of a body.</param>
/// <param name="Marks">Stretches to mark, as positions in <paramref name="Text"/>, in order, without overlap.</param>
/// <param name="Start">Where the text begins in the body; 0 for a headline.</param>
public sealed record MarkedText(string Text, ImmutableArray<TextSpan> Marks, int Start = 0)
{
    /// <summary>True when the passage begins in the middle of a sentence: an ellipsis belongs before it.</summary>
    public bool IsCutBefore { get; init; }

    /// <summary>True when the passage ends in the middle of a sentence: an ellipsis belongs after it.</summary>
    public bool IsCutAfter { get; init; }
}

/// <summary>An article that answers a query.</summary>
/// <param name="Id">The article.</param>
/// <param name="Score">How well it answers, by the index's measure; comparable within one query only. 0 where the order is by date.</param>
public sealed record RankedArticle(ArticleId Id, float Score);
