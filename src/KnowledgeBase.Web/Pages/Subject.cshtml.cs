using System.Collections.Immutable;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Stories;
using KnowledgeBase.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>A topic, city, speaker, organisation or publisher: who or what it is, and its articles.</summary>
sealed class SubjectModel(ReadingRoom room, FacetNames names, Visitor visitor) : PageModel
{
    /// <summary>The facet.</summary>
    public Facet Facet { get; private set; } = Facet.Topic;

    /// <summary>Its value.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The search for everything about it.</summary>
    public SearchQuery Query => new SearchQuery().Toggle(Facet, Value);

    /// <summary>What there is about it.</summary>
    public SearchResults Results { get; private set; } = null!;

    /// <summary>The newest articles about it.</summary>
    public ImmutableArray<FoundArticle> Found { get; private set; } = [];

    /// <summary>What articles with a topic are about; null for everything else.</summary>
    public Labels? Scope => Facet == Facet.Topic ? room.Content.Vocabulary.FindTopic(Value)?.Scope : null;

    /// <summary>What a speaker said in these articles, as far as their publishers let it be shown, newest first; empty for everything else.</summary>
    public IEnumerable<SpokenWords> Said => Facet == Facet.Speaker ? SpokenWords.Of(Value, Found.Select(found => found.Article).Where(article => !DisplayedStory.IsHeadlineOnly(room.Content.FindPublisher(article.PublisherId)))) : [];

    /// <summary>Finds it.</summary>
    public async Task<IActionResult> OnGetAsync(string facet, string value, CancellationToken cancel)
    {
        if (Facet.Find(facet) is not { } known || !FacetNames.WithPages.Contains(known) || value.Length > SearchQuery.MaxValueLength)
            return NotFound();
        (Facet, Value) = (known, value);
        Results = room.Search(Query with { Reader = visitor.Language });
        if (Results.Total == 0 && names.LabelsOf(known, value) is null)
            return NotFound();
        Found = await HitList.LoadAsync(Results, room, cancel);
        return Page();
    }
}
