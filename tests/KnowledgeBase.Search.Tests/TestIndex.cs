using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Search.Tests;

/// <summary>A ledger and an index in a folder of their own, gone after the test.</summary>
sealed class TestIndex : IAsyncDisposable
{
    TestIndex(string folder, Ledger ledger, ContentFolder content)
    {
        (Folder, Ledger, Articles, Content) = (folder, ledger, new ArticleStore(ledger), content);
        Index = ArticleIndex.OpenForWriting(folder, content);
    }

    public string Folder { get; }

    public Ledger Ledger { get; }

    public ArticleStore Articles { get; }

    public ContentFolder Content { get; }

    public ArticleIndex Index { get; private set; }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TestIndex> OpenAsync(params IEnumerable<Article> articles)
    {
        string folder = Directory.CreateTempSubdirectory("kb-index-").FullName;
        var index = new TestIndex(folder, await Ledger.OpenFolderAsync(folder, Cancel), Examples.Content);
        await index.AddAsync(articles);
        return index;
    }

    public async Task<StageReport> AddAsync(params IEnumerable<Article> articles)
    {
        foreach (Article article in articles)
            await Articles.SaveAsync(article, Cancel);
        return await UpdateAsync();
    }

    public Task<StageReport> UpdateAsync() => Index.UpdateAsync(Articles, TimeProvider.System, null, Cancel);

    public void Reopen(ContentFolder? content = null)
    {
        Index.Dispose();
        Index = ArticleIndex.OpenForWriting(Folder, content ?? Content);
    }

    public SearchResults Search(string text) => Index.Search(new SearchQuery { Text = text });

    /// <summary>The last parts of the addresses of what is found, in alphabetical order.</summary>
    public ImmutableArray<string> Names(string text) => [.. Search(text).Hits.Select(hit => Examples.NameOf(hit.Id)).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        await Ledger.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
