using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>One article.</summary>
sealed class ArticleModel(ReadingRoom room) : PageModel
{
    /// <summary>The article.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>The versions of its story.</summary>
    public StoryVersions Versions { get; private set; } = null!;

    /// <summary>Articles about the same, most alike first, as the index and the ledger have them.</summary>
    public ImmutableArray<(RelatedArticle Found, Article Article)> Related { get; private set; } = [];

    /// <summary>Its publisher; null when the content folder no longer knows it.</summary>
    public Publisher? Publisher { get; private set; }

    /// <summary>As much as may be shown.</summary>
    public DisplayedStory Story { get; private set; } = null!;

    /// <summary>What its publisher's page says of it.</summary>
    public PublishersWords Told { get; private set; } = null!;

    /// <summary>Its summary; null when it has none, or none may be shown.</summary>
    public string? Summary => DisplayedStory.IsHeadlineOnly(Publisher) ? null : Article.Summary;

    /// <summary>Where it was published; null for an editor's brief, which is published here.</summary>
    public string? Original => Article.Url.StartsWith("http", StringComparison.Ordinal) ? Article.Url : null;

    // A column's worth: who wants more searches.
    const int MaxRelated = 5;

    /// <summary>Finds the article.</summary>
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (ArticleId.Find(id) is not { } known || await room.FindAsync(known, cancel) is not { } article)
            return NotFound();
        Article = article;
        Versions = (await StoryVersions.LoadAsync([article], room, cancel))[known];
        Related = await RelatedAsync(known, cancel);
        Publisher = room.Content.FindPublisher(article.PublisherId);
        Story = DisplayedStory.Of(article, Publisher);
        Told = PublishersWords.Of(article, Publisher);
        return Page();
    }

    async Task<ImmutableArray<(RelatedArticle, Article)>> RelatedAsync(ArticleId id, CancellationToken cancel)
    {
        ImmutableArray<RelatedArticle> found = room.FindRelated(id, MaxRelated);
        Dictionary<ArticleId, Article> articles = (await room.Articles.FindAllAsync([.. found.Select(each => each.Id)], cancel)).ToDictionary(each => each.Id);
        return [.. found.Where(each => articles.ContainsKey(each.Id)).Select(each => (each, articles[each.Id]))];
    }
}
