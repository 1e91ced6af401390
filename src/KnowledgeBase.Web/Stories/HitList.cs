using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;

namespace KnowledgeBase.Web.Stories;

/// <summary>A hit with its article and the article's versions in other languages.</summary>
/// <param name="Hit">What matched.</param>
/// <param name="Article">The article.</param>
/// <param name="Versions">The other versions of the story, in the order of the languages.</param>
sealed record FoundArticle(Hit Hit, Article Article, ImmutableArray<Article> Versions);

/// <summary>Fetches from the ledger what a page shows of its hits.</summary>
static class HitList
{
    /// <summary>The hits with their articles. An article taken down since it was indexed is left out.</summary>
    public static async Task<ImmutableArray<FoundArticle>> LoadAsync(SearchResults results, ReadingRoom room, CancellationToken cancel)
    {
        ImmutableArray<Article> articles = await room.Articles.FindAllAsync([.. results.Hits.Select(hit => hit.Id)], cancel);
        Dictionary<ArticleId, Article> byId = articles.ToDictionary(article => article.Id);
        var found = ImmutableArray.CreateBuilder<FoundArticle>();
        foreach (Hit hit in results.Hits.Where(hit => byId.ContainsKey(hit.Id)))
            found.Add(new(hit, byId[hit.Id], await VersionsOfAsync(byId[hit.Id], room, cancel)));
        return found.ToImmutable();
    }

    /// <summary>The other versions of an article's story.</summary>
    public static async Task<ImmutableArray<Article>> VersionsOfAsync(Article article, ReadingRoom room, CancellationToken cancel) =>
        article.Family is { } family ? (await room.Articles.FindFamilyAsync(family, cancel)).RemoveAll(version => version.Id == article.Id) : [];
}
