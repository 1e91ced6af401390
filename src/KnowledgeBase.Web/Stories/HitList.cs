using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;

namespace KnowledgeBase.Web.Stories;

/// <summary>A hit with its article and the other versions of the story.</summary>
/// <param name="Hit">What matched.</param>
/// <param name="Article">The article.</param>
/// <param name="Versions">The versions of the story.</param>
sealed record FoundArticle(Hit Hit, Article Article, StoryVersions Versions);

/// <summary>Fetches from the ledger what a page shows of its hits.</summary>
static class HitList
{
    /// <summary>The hits with their articles. An article taken down since it was indexed is left out.</summary>
    public static async Task<ImmutableArray<FoundArticle>> LoadAsync(SearchResults results, ReadingRoom room, CancellationToken cancel)
    {
        ImmutableArray<Article> articles = await room.Articles.FindAllAsync([.. results.Hits.Select(hit => hit.Id)], cancel);
        Dictionary<ArticleId, Article> byId = articles.ToDictionary(article => article.Id);
        ImmutableDictionary<ArticleId, StoryVersions> versions = await StoryVersions.LoadAsync(articles, room, cancel);
        return [.. results.Hits.Where(hit => byId.ContainsKey(hit.Id)).Select(hit => new FoundArticle(hit, byId[hit.Id], versions[hit.Id]))];
    }
}
