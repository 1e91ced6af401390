using System.Collections.Immutable;
using Dapper;

namespace KnowledgeBase.Storage;

/// <summary>What is known of a feed, sitemap or listing from earlier polls.</summary>
/// <param name="Url">Its address.</param>
/// <param name="PublisherId">Its publisher.</param>
/// <param name="ETag">The ETag last sent; null when there was none.</param>
/// <param name="LastModified">The Last-Modified last sent; null when there was none.</param>
/// <param name="PolledAt">When it was last polled; null when never.</param>
/// <param name="DueAt">When to poll it next.</param>
/// <param name="Failures">How often it failed since it last succeeded.</param>
/// <param name="Outcome">How the last poll ended, in one line; null when there was none.</param>
public sealed record SourceState(
    string Url, string PublisherId, string? ETag, string? LastModified, DateTimeOffset? PolledAt, DateTimeOffset DueAt, int Failures, string? Outcome);

/// <summary>The sources' states.</summary>
public sealed class SourceStore(Ledger ledger)
{
    /// <summary>The state of a source, or null when it was never polled.</summary>
    public Task<SourceState?> FindAsync(string url, CancellationToken cancel) => ledger.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<Row>(Select + " WHERE url = @url", new { url }))?.ToState(), cancel);

    /// <summary>The states of all sources ever polled, in the order of addresses.</summary>
    public Task<ImmutableArray<SourceState>> FindAllAsync(CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<SourceState>>(
        async connection => [.. (await connection.QueryAsync<Row>(Select + " ORDER BY url")).Select(row => row.ToState())], cancel);

    /// <summary>The last visit to a source, or null when there was none.</summary>
    public Task<Visit?> FindLastVisitAsync(string url, CancellationToken cancel) => ledger.ReadAsync(
        async connection => (await connection.QueryFirstOrDefaultAsync<VisitRow>(VisitRow.Select + " WHERE url = @url ORDER BY visited_at DESC LIMIT 1", new { url }))?.ToVisit(),
        cancel);

    /// <summary>Keeps a state and the visit that led to it together.</summary>
    public Task SaveAsync(SourceState state, Visit visit, CancellationToken cancel) => SaveAsync(state, visit, poll: null, cancel);

    /// <summary>Keeps a state, the visit that led to it, and what it brought together.</summary>
    /// <param name="state">The state.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="poll">What it brought; null when nothing is to be remembered of it.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public Task SaveAsync(SourceState state, Visit visit, Poll? poll, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            if (poll is not null)
                await PollLog.AddAsync(poll, connection, transaction);
            await connection.ExecuteAsync(
                """
                INSERT INTO source (url, publisher, etag, last_modified, polled_at, due_at, failures, outcome)
                VALUES (@Url, @PublisherId, @ETag, @LastModified, @polled, @due, @Failures, @Outcome)
                ON CONFLICT (url) DO UPDATE SET publisher = excluded.publisher, etag = excluded.etag, last_modified = excluded.last_modified,
                    polled_at = excluded.polled_at, due_at = excluded.due_at, failures = excluded.failures, outcome = excluded.outcome
                """,
                new
                {
                    state.Url,
                    state.PublisherId,
                    state.ETag,
                    state.LastModified,
                    state.Failures,
                    state.Outcome,
                    polled = state.PolledAt?.ToUnixTimeMilliseconds(),
                    due = state.DueAt.ToUnixTimeMilliseconds(),
                },
                transaction);
            return await PageStore.AddVisitAsync(visit, connection, transaction);
        },
        cancel);

    const string Select =
        """
        SELECT url AS Url, publisher AS PublisherId, etag AS ETag, last_modified AS LastModified, polled_at AS PolledAt, due_at AS DueAt, failures AS Failures, outcome AS Outcome
        FROM source
        """;

    sealed class Row
    {
        public string Url { get; set; } = "";
        public string PublisherId { get; set; } = "";
        public string? ETag { get; set; }
        public string? LastModified { get; set; }
        public long? PolledAt { get; set; }
        public long DueAt { get; set; }
        public int Failures { get; set; }
        public string? Outcome { get; set; }

        public SourceState ToState() => new(
            Url, PublisherId, ETag, LastModified, PolledAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            DateTimeOffset.FromUnixTimeMilliseconds(DueAt), Failures, Outcome);
    }
}
