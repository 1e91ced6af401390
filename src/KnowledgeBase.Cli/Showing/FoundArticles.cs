using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Showing;

/// <summary>The articles of hits, and the other versions of their stories, as the ledger has them.</summary>
sealed class FoundArticles
{
    readonly ImmutableDictionary<ArticleId, ImmutableArray<ArticleId>> _families;
    readonly Dictionary<ArticleId, Article> _articles;

    FoundArticles(ImmutableDictionary<ArticleId, ImmutableArray<ArticleId>> families, IEnumerable<Article> articles) =>
        (_families, _articles) = (families, articles.ToDictionary(article => article.Id));

    public static async Task<FoundArticles> LoadAsync(ImmutableArray<Hit> hits, ArticleStore articles, CancellationToken cancel)
    {
        ArticleId[] ids = [.. hits.Select(hit => hit.Id)];
        var families = await articles.Families.FindAllAsync(ids, cancel);
        return new(families, await articles.FindAllAsync([.. ids.Concat(families.Values.SelectMany(family => family)).Distinct()], cancel));
    }

    /// <summary>An article; null when it was taken down since it was indexed.</summary>
    public Article? Find(ArticleId id) => _articles.GetValueOrDefault(id);

    /// <summary>The other versions of its story, first come first.</summary>
    public IEnumerable<Article> VersionsOf(ArticleId id) => _families.GetValueOrDefault(id, []).Where(other => other != id).Select(Find).OfType<Article>();
}
