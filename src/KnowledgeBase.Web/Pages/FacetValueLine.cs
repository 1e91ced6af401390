using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Pages;

/// <summary>One value of a facet.</summary>
/// <param name="Of">The facet.</param>
/// <param name="Count">The value and its count.</param>
sealed record FacetValueLine(FacetList Of, FacetCount Count)
{
    /// <summary>True when the search is narrowed to it.</summary>
    public bool IsChosen => Of.Query.IsChosen(Of.Facet, Count.Value);

    /// <summary>True when the search leaves it out.</summary>
    public bool IsExcluded => Of.Query.IsExcluded(Of.Facet, Count.Value);

    /// <summary>The search with the value chosen, or no longer chosen.</summary>
    public SearchQuery Toggled => Of.Query.Toggle(Of.Facet, Count.Value);

    /// <summary>The search with the value left out, or no longer left out.</summary>
    public SearchQuery Excluded => Of.Query.Exclude(Of.Facet, Count.Value);

    /// <summary>How its line is shown; null for a plain one.</summary>
    public string? Class => IsChosen ? "chosen" : IsExcluded ? "excluded" : null;
}
