using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>All values of a facet that has pages: every topic, every city and so on.</summary>
sealed class SubjectsModel(ReadingRoom room, FacetNames names, Visitor visitor) : PageModel
{
    /// <summary>The facet.</summary>
    public Facet Facet { get; private set; } = Facet.Topic;

    /// <summary>Its values, by name.</summary>
    public ImmutableArray<FacetCount> Values { get; private set; } = [];

    /// <summary>Finds them.</summary>
    public IActionResult OnGet(string facet)
    {
        if (Facet.Find(facet) is not { } known || !FacetNames.WithPages.Contains(known))
            return NotFound();
        Facet = known;
        var order = StringComparer.Create(CultureInfo.GetCultureInfo(visitor.Language.Tag), ignoreCase: true);
        Values = [.. room.Search(new SearchQuery()).Facets[known].OrderBy(count => names.Of(known, count.Value), order)];
        return Page();
    }
}
