using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Stories;
using KnowledgeBase.Web.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>The search page.</summary>
sealed class SearchModel(ReadingRoom room, Visitor visitor) : PageModel
{
    /// <summary>What is asked.</summary>
    public SearchQuery Query { get; private set; } = new();

    /// <summary>The answer.</summary>
    public SearchResults Results { get; private set; } = null!;

    /// <summary>The hits of the page.</summary>
    public ImmutableArray<FoundArticle> Found { get; private set; } = [];

    /// <summary>How many conditions narrow the search besides its words.</summary>
    public int ChosenCount => Query.Chosen.Values.Concat(Query.Excluded.Values).Sum(values => values.Length) + (Query.From is null ? 0 : 1) + (Query.To is null ? 0 : 1);

    /// <summary>The forms of a widened word that a chip shows: the two most certain of each language, in the order of the languages.</summary>
    public static IEnumerable<(Language Language, string Form)> FormsOf(WidenedWord word) =>
        Language.All.Where(word.Forms.ContainsKey).SelectMany(language => word.Forms[language].Take(2).Select(form => (language, form)));

    /// <summary>Answers.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Query = AskedQuery.Of(Request);
        Results = room.Search(Query with { Reader = visitor.Language });
        Found = await HitList.LoadAsync(Results, room, cancel);
    }
}
