using System.Collections.Immutable;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>All values of a facet under a search, to be looked through and searched within.</summary>
sealed class ValuesModel(ReadingRoom room, FacetNames names) : PageModel
{
    /// <summary>So many values stand on a page.</summary>
    const int PerPage = 200;

    /// <summary>The facet.</summary>
    public Facet Facet { get; private set; } = Facet.Topic;

    /// <summary>The search; its page is the page of values.</summary>
    public SearchQuery Query { get; private set; } = new();

    /// <summary>What the names must hold; empty for all.</summary>
    public string Wanted { get; private set; } = "";

    /// <summary>The values of the page.</summary>
    public FacetList Values { get; private set; } = null!;

    /// <summary>How many values there are.</summary>
    public int Total { get; private set; }

    /// <summary>The number of the last page.</summary>
    public int LastPage => Math.Max(1, (Total + PerPage - 1) / PerPage);

    /// <summary>The search on its first page of hits.</summary>
    public SearchQuery Search => Query with { Page = 1 };

    /// <summary>Finds the values.</summary>
    public IActionResult OnGet(string facet, string? find)
    {
        if (Facet.Find(facet) is not { } known)
            return NotFound();
        (Facet, Query, Wanted) = (known, AskedQuery.Of(Request), (find ?? "").Trim());
        ImmutableArray<FacetCount> all = room.Search(Search with { MaxValues = int.MaxValue }).Facets[Facet];
        string folded = room.Content.HanVariants.Fold(Wanted.Normalize(System.Text.NormalizationForm.FormKC)).ToLowerInvariant();
        ImmutableArray<FacetCount> found = folded.Length == 0 ? all : [.. all.Where(count => Holds(count.Value, folded))];
        Total = found.Length;
        Values = new(Facet, [.. found.Skip((Query.Page - 1) * PerPage).Take(PerPage)], Search);
        return Page();
    }

    // In any language: a reader may know the name in one only.
    bool Holds(string value, string folded) => (names.LabelsOf(Facet, value)?.All ?? []).Append(names.Of(Facet, value))
        .Any(name => room.Content.HanVariants.Fold(name.Normalize(System.Text.NormalizationForm.FormKC)).ToLowerInvariant().Contains(folded, StringComparison.Ordinal));
}
