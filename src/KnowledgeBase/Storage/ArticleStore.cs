using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Storage;

/// <summary>A step in the life of an article.</summary>
/// <param name="Revision">Its place in the order of all changes.</param>
/// <param name="Id">The article.</param>
/// <param name="Article">The article as it is now, or null when it was taken down.</param>
public sealed record ArticleChange(long Revision, ArticleId Id, Article? Article);

/// <summary>What saving an article did.</summary>
public enum SaveOutcome
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It replaced an earlier version.</summary>
    Changed,

    /// <summary>The same was stored already; the revision stays.</summary>
    Unchanged,
}

/// <summary>How many articles there are in a language, and up to when.</summary>
/// <param name="Language">The language.</param>
/// <param name="Articles">How many.</param>
/// <param name="Latest">The latest date of publication; null when no article has one.</param>
public sealed record LanguageCount(Language Language, int Articles, PartialDate? Latest);

/// <summary>Articles and the order in which they changed.</summary>
public sealed class ArticleStore(Ledger ledger)
{
    /// <summary>Keeps an article. The same article again changes nothing.</summary>
    public Task<SaveOutcome> SaveAsync(Article article, CancellationToken cancel) =>
        ledger.WriteAsync((connection, transaction) => SaveAsync(article, connection, transaction), cancel);

    /// <summary>Keeps many articles in one transaction: all or none. Returns what came of each, in their order.</summary>
    public Task<ImmutableArray<SaveOutcome>> SaveAllAsync(IReadOnlyCollection<Article> articles, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            var outcomes = ImmutableArray.CreateBuilder<SaveOutcome>(articles.Count);
            foreach (Article article in articles)
                outcomes.Add(await SaveAsync(article, connection, transaction));
            return outcomes.MoveToImmutable();
        },
        cancel);

    internal static async Task<SaveOutcome> SaveAsync(Article article, DbConnection connection, DbTransaction transaction)
    {
        string document = ArticleJson.Write(article);
        var key = new { id = article.Id.Value };
        string? before = await connection.ExecuteScalarAsync<string?>("SELECT document FROM article WHERE id = @id AND is_deleted = 0", key, transaction);
        if (before == document)
            return SaveOutcome.Unchanged;
        await connection.ExecuteAsync(
            """
            INSERT INTO article (id, revision, url, publisher, language, published, family, is_deleted, document)
            VALUES (@id, @revision, @url, @publisher, @language, @published, @family, 0, @document)
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, url = excluded.url, publisher = excluded.publisher,
                language = excluded.language, published = excluded.published, family = excluded.family, is_deleted = 0, document = excluded.document
            """,
            new
            {
                id = article.Id.Value,
                revision = await NextRevisionAsync(connection, transaction),
                url = article.Url,
                publisher = article.PublisherId,
                language = article.Language.Code,
                published = article.Published?.ToString(),
                family = article.Family,
                document,
            },
            transaction);
        return before is null ? SaveOutcome.Added : SaveOutcome.Changed;
    }

    /// <summary>Takes an article down. True when it was there.</summary>
    public Task<bool> DeleteAsync(ArticleId id, CancellationToken cancel) =>
        ledger.WriteAsync((connection, transaction) => DeleteAsync(id, connection, transaction), cancel);

    internal static async Task<bool> DeleteAsync(ArticleId id, DbConnection connection, DbTransaction transaction)
    {
        long revision = await NextRevisionAsync(connection, transaction);
        return await connection.ExecuteAsync(
            "UPDATE article SET is_deleted = 1, document = NULL, revision = @revision WHERE id = @id AND is_deleted = 0",
            new { id = id.Value, revision },
            transaction) > 0;
    }

    /// <summary>The article with an id, or null.</summary>
    public Task<Article?> FindAsync(ArticleId id, CancellationToken cancel) => ledger.ReadAsync(
        async connection =>
        {
            string? document = await connection.ExecuteScalarAsync<string?>("SELECT document FROM article WHERE id = @id AND is_deleted = 0", new { id = id.Value });
            return document is null ? null : ArticleJson.Read(document);
        },
        cancel);

    /// <summary>The articles with these ids, in the order asked; an id that names none is left out.</summary>
    public Task<ImmutableArray<Article>> FindAllAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<Article>>(
        async connection =>
        {
            IEnumerable<string> documents = await connection.QueryAsync<string>(
                "SELECT document FROM article WHERE id IN @ids AND is_deleted = 0".Replace("IN @ids", SqlLists.In(ids.Count), StringComparison.Ordinal),
                SqlLists.Parameters(ids.Select(id => id.Value)));
            var found = documents.Select(ArticleJson.Read).ToDictionary(article => article.Id);
            return [.. ids.Select(found.GetValueOrDefault).OfType<Article>()];
        },
        cancel);

    /// <summary>Every version of a story, in the order of the languages.</summary>
    public Task<ImmutableArray<Article>> FindFamilyAsync(string family, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<Article>>(
        async connection =>
        {
            IEnumerable<string> documents = await connection.QueryAsync<string>("SELECT document FROM article WHERE family = @family AND is_deleted = 0", new { family });
            return [.. documents.Select(ArticleJson.Read).OrderBy(article => Language.All.ToList().IndexOf(article.Language))];
        },
        cancel);

    /// <summary>What changed after a revision, in order; at most <paramref name="limit"/> changes. An article that changed twice comes once, at its last revision.</summary>
    public Task<ImmutableArray<ArticleChange>> ChangesAfterAsync(long revision, int limit, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<ArticleChange>>(
        async connection =>
        {
            IEnumerable<ChangeRow> rows = await connection.QueryAsync<ChangeRow>(
                "SELECT revision AS Revision, id AS Id, document AS Document FROM article WHERE revision > @revision ORDER BY revision LIMIT @limit", new { revision, limit });
            return [.. rows.Select(row => new ArticleChange(row.Revision, new(row.Id), row.Document is null ? null : ArticleJson.Read(row.Document)))];
        },
        cancel);

    /// <summary>The revision of the latest change; 0 when nothing was ever stored.</summary>
    public Task<long> RevisionAsync(CancellationToken cancel) =>
        ledger.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT value FROM counter WHERE name = 'revision'"), cancel);

    /// <summary>How many articles there are per language, in the order of the languages.</summary>
    public Task<ImmutableArray<LanguageCount>> CountAsync(CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<LanguageCount>>(
        async connection =>
        {
            var rows = (await connection.QueryAsync<CountRow>(
                "SELECT language AS Language, COUNT(*) AS Articles, MAX(published) AS Latest FROM article WHERE is_deleted = 0 GROUP BY language")).ToList();
            return
            [
                .. Language.All.Select(language => rows.Find(row => row.Language == language.Code) is { } row
                    ? new LanguageCount(language, (int)row.Articles, PartialDate.Find(row.Latest))
                    : new LanguageCount(language, 0, null)),
            ];
        },
        cancel);

    static Task<long> NextRevisionAsync(DbConnection connection, DbTransaction transaction) =>
        // The row stays locked until the commit, so revisions become visible in their order.
        connection.ExecuteScalarAsync<long>("UPDATE counter SET value = value + 1 WHERE name = 'revision' RETURNING value", transaction: transaction);

    sealed record ChangeRow(long Revision, string Id, string? Document);

    // Properties, not a constructor: SQLite gives a column without a value no type, and a constructor's types must fit.
    sealed record CountRow
    {
        public required string Language { get; init; }

        public required long Articles { get; init; }

        public string? Latest { get; init; }
    }
}
