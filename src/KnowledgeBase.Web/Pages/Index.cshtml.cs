using System.Collections.Immutable;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Stories;
using KnowledgeBase.Web.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>The home page: a search page with something to read.</summary>
sealed class IndexModel(ReadingRoom room, Visitor visitor) : PageModel
{
    const int LatestBriefs = 8;

    /// <summary>The latest briefs in the visitor's language.</summary>
    public ImmutableArray<FoundArticle> Latest { get; private set; } = [];

    /// <summary>What there is of each facet, all languages together.</summary>
    public SearchResults Everything { get; private set; } = null!;

    /// <summary>Answers.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Everything = room.Search(new SearchQuery());
        SearchResults briefs = room.Search(new SearchQuery().Toggle(Facet.Kind, "brief").Toggle(Facet.Language, visitor.Language.Code));
        Latest = [.. (await HitList.LoadAsync(briefs, room, cancel)).Take(LatestBriefs)];
    }
}
