using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Storage;

/// <summary>That something was read, by which reader, and what came of it.</summary>
/// <param name="Origin">The URL of a page, or the canonical URL of an editor's file (<c>brief:…</c>).</param>
/// <param name="InputHash">The hash of what was read.</param>
/// <param name="Reader">The stamp of the reader: its version and the vocabulary's hash.</param>
/// <param name="ReadAt">When.</param>
/// <param name="Article">The article that came of it; null when none did.</param>
/// <param name="Outcome">"read", or why no article came of it.</param>
public sealed record Reading(string Origin, string InputHash, string Reader, DateTimeOffset ReadAt, ArticleId? Article, string Outcome);

/// <summary>Remembers what was read, so that only new input, or a newer reader, reads again.</summary>
public sealed class ReadingLog(Ledger ledger)
{
    /// <summary>Keeps an article and the note of its reading together. An article that the same origin gave before under another id is taken down.</summary>
    /// <param name="reading">The note.</param>
    /// <param name="article">The article, or null when none came of it (an article it gave before is then taken down).</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public Task<SaveOutcome> SaveAsync(Reading reading, Article? article, CancellationToken cancel) =>
        ledger.WriteAsync((connection, transaction) => SaveAsync(reading, article, connection, transaction), cancel);

    /// <summary>Keeps many articles, each with the note of its reading, in one transaction: all or none. Returns what came of each, in their order.</summary>
    public Task<ImmutableArray<SaveOutcome>> SaveAllAsync(IReadOnlyCollection<(Reading Reading, Article Article)> read, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            var outcomes = ImmutableArray.CreateBuilder<SaveOutcome>(read.Count);
            foreach ((Reading reading, Article article) in read)
                outcomes.Add(await SaveAsync(reading, article, connection, transaction));
            return outcomes.MoveToImmutable();
        },
        cancel);

    static async Task<SaveOutcome> SaveAsync(Reading reading, Article? article, DbConnection connection, DbTransaction transaction)
    {
        string? before = await connection.ExecuteScalarAsync<string?>("SELECT article FROM reading WHERE origin = @Origin", new { reading.Origin }, transaction);
        if (before is not null && before != article?.Id.Value)
            await ArticleStore.DeleteAsync(new(before), connection, transaction);
        SaveOutcome outcome = article is null ? SaveOutcome.Unchanged : await ArticleStore.SaveAsync(article, connection, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO reading (origin, input_hash, reader, read_at, article, outcome)
            VALUES (@Origin, @InputHash, @Reader, @ReadAt, @Article, @Outcome)
            ON CONFLICT (origin) DO UPDATE SET input_hash = excluded.input_hash, reader = excluded.reader, read_at = excluded.read_at,
                article = excluded.article, outcome = excluded.outcome
            """,
            new
            {
                reading.Origin,
                reading.InputHash,
                reading.Reader,
                ReadAt = reading.ReadAt.ToUnixTimeMilliseconds(),
                Article = article?.Id.Value,
                reading.Outcome,
            },
            transaction);
        return outcome;
    }

    /// <summary>Forgets an origin that is gone (a deleted file) and takes its article down. True when there was one.</summary>
    public Task<bool> ForgetAsync(string origin, CancellationToken cancel) =>
        ledger.WriteAsync((connection, transaction) => ForgetAsync(origin, connection, transaction), cancel);

    internal static async Task<bool> ForgetAsync(string origin, DbConnection connection, DbTransaction transaction)
    {
        string? article = await connection.ExecuteScalarAsync<string?>("SELECT article FROM reading WHERE origin = @origin", new { origin }, transaction);
        await connection.ExecuteAsync("DELETE FROM reading WHERE origin = @origin", new { origin }, transaction);
        return article is not null && await ArticleStore.DeleteAsync(new(article), connection, transaction);
    }

    /// <summary>The origin that an article came from, as it was last read; null when none is known.</summary>
    public Task<string?> FindOriginAsync(ArticleId article, CancellationToken cancel) => ledger.ReadAsync(
        connection => connection.ExecuteScalarAsync<string?>("SELECT origin FROM reading WHERE article = @id ORDER BY read_at DESC LIMIT 1", new { id = article.Value }),
        cancel);

    /// <summary>The notes of all origins that begin with a prefix, such as <c>brief:</c>.</summary>
    public Task<ImmutableArray<Reading>> FindAsync(string prefix, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<Reading>>(
        async connection =>
        {
            IEnumerable<Row> rows = await connection.QueryAsync<Row>(
                """
                SELECT origin AS Origin, input_hash AS InputHash, reader AS Reader, read_at AS ReadAt, article AS Article, outcome AS Outcome
                FROM reading WHERE substr(origin, 1, @length) = @prefix ORDER BY origin
                """,
                new { prefix, length = prefix.Length });
            return [.. rows.Select(row => row.ToReading())];
        },
        cancel);

    sealed record Row(string Origin, string InputHash, string Reader, long ReadAt, string? Article, string Outcome)
    {
        public Reading ToReading() =>
            new(Origin, InputHash, Reader, DateTimeOffset.FromUnixTimeMilliseconds(ReadAt), Article is null ? null : new ArticleId(Article), Outcome);
    }
}
