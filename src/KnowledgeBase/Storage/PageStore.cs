using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Storage;

/// <summary>Links, what was fetched from them, and every visit.</summary>
public sealed class PageStore(Ledger ledger)
{
    /// <summary>Remembers links. A link that is known already only gets hints it had not. Returns how many are new.</summary>
    public Task<int> AddLinksAsync(IReadOnlyCollection<Link> links, DateTimeOffset now, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            int added = 0;
            foreach (Link link in links)
            {
                object row = RowOf(link, now);
                int isNew = await connection.ExecuteAsync(InsertLink, row, transaction);
                if (isNew == 0)
                    await connection.ExecuteAsync(UpdateKnown, row, transaction);
                added += isNew;
            }
            return added;
        },
        cancel);

    /// <summary>Pages that are due, the longest waiting first.</summary>
    public Task<ImmutableArray<DuePage>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<DuePage>>(
        async connection =>
        {
            IEnumerable<DueRow> rows = await connection.QueryAsync<DueRow>(
                SelectDue + " WHERE due_at <= @now ORDER BY due_at, url LIMIT @limit", new { now = now.ToUnixTimeMilliseconds(), limit });
            return [.. rows.Select(row => row.ToPage())];
        },
        cancel);

    /// <summary>Pages of one host that are due, the longest waiting first.</summary>
    /// <param name="host">The host, as <see cref="HostName"/> writes it.</param>
    /// <param name="now">The present.</param>
    /// <param name="publishers">The ids of the publishers that count.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ImmutableArray<DuePage>> FindDueAsync(string host, DateTimeOffset now, IReadOnlyCollection<string> publishers, int limit, CancellationToken cancel) =>
        ledger.ReadAsync<ImmutableArray<DuePage>>(
            async connection =>
            {
                IEnumerable<DueRow> rows = await connection.QueryAsync<DueRow>(
                    $"{SelectDue} WHERE host = @host AND due_at <= @now AND publisher {SqlLists.In(publishers.Count)} ORDER BY due_at, url LIMIT @limit",
                    SqlLists.Parameters(publishers, ("host", host), ("now", now.ToUnixTimeMilliseconds()), ("limit", limit)));
                return [.. rows.Select(row => row.ToPage())];
            },
            cancel);

    /// <summary>The hosts that have pages due.</summary>
    public Task<ImmutableArray<string>> FindDueHostsAsync(DateTimeOffset now, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<string>>(
        // From host to host through the index, so that a million pages of a hundred hosts cost a hundred steps.
        async connection => [.. await connection.QueryAsync<string>(
            """
            WITH RECURSIVE known (host) AS (
                SELECT MIN(host) FROM page WHERE due_at IS NOT NULL
                UNION ALL
                SELECT (SELECT MIN(page.host) FROM page WHERE page.host > known.host AND page.due_at IS NOT NULL) FROM known WHERE known.host IS NOT NULL
            )
            SELECT host FROM known WHERE host IS NOT NULL AND EXISTS (SELECT 1 FROM page WHERE page.host = known.host AND page.due_at <= @now)
            """,
            new { now = now.ToUnixTimeMilliseconds() })],
        cancel);

    /// <summary>How many pages of some publishers are due.</summary>
    /// <param name="now">The present.</param>
    /// <param name="publishers">The ids of the publishers that count.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<int> CountDueAsync(DateTimeOffset now, IReadOnlyCollection<string> publishers, CancellationToken cancel) => ledger.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>(
            $"SELECT COUNT(*) FROM page WHERE publisher {SqlLists.In(publishers.Count)} AND due_at <= @now", SqlLists.Parameters(publishers, ("now", now.ToUnixTimeMilliseconds()))),
        cancel);

    /// <summary>Keeps a fetched page and the visit together. What was stored before goes into the page's history when it differs.</summary>
    /// <param name="page">The page.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="dueAt">When to look again; null means never.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public Task SavePageAsync(FetchedPage page, Visit visit, DateTimeOffset? dueAt, CancellationToken cancel) =>
        SavePageAsync(page, new Likeness(null, null, null), visit, dueAt, cancel);

    /// <summary>Keeps a fetched page and the visit together, and what it is like. A page that has a twin is kept but not read.</summary>
    /// <param name="page">The page.</param>
    /// <param name="likeness">Its fingerprint and its twin.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="dueAt">When to look again; null means never.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public Task SavePageAsync(FetchedPage page, Likeness likeness, Visit visit, DateTimeOffset? dueAt, CancellationToken cancel)
    {
        // Before the transaction begins, so that no writer waits for a compression.
        byte[] body = PackedBody.Compress(page.Body.Span);
        string hash = HashOf(page);
        return ledger.WriteAsync(
            async (connection, transaction) =>
            {
                await PageHistory.KeepAsync(page.Url, hash, connection, transaction);
                await connection.ExecuteAsync(SavePage, RowOf(page, body, hash, likeness, dueAt), transaction);
                return await AddVisitAsync(visit, connection, transaction);
            },
            cancel);
    }

    /// <summary>Notes a visit that brought no new page: unchanged, disallowed or failed.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="dueAt">When to look again; null means never.</param>
    /// <param name="cancel">Gives up.</param>
    public Task SaveVisitAsync(Visit visit, DateTimeOffset? dueAt, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                """
                UPDATE page SET due_at = @due, outcome = @Outcome, failures = CASE WHEN @Outcome = 'failed' THEN failures + 1 ELSE 0 END,
                    fetches = CASE WHEN @Outcome = 'unchanged' THEN fetches + 1 ELSE fetches END
                WHERE url = @Url
                """,
                new { visit.Url, visit.Outcome, due = dueAt?.ToUnixTimeMilliseconds() },
                transaction);
            return await AddVisitAsync(visit, connection, transaction);
        },
        cancel);

    /// <summary>Takes a stored page out again, with its history and its article: its owner does not want it kept.</summary>
    /// <param name="visit">The visit that said so.</param>
    /// <param name="dueAt">When to look again; null means never.</param>
    /// <param name="cancel">Gives up.</param>
    public Task RemoveAsync(Visit visit, DateTimeOffset? dueAt, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync("DELETE FROM page_version WHERE url = @Url", new { visit.Url }, transaction);
            await connection.ExecuteAsync(
                """
                UPDATE page SET due_at = @due, outcome = @Outcome, failures = 0, etag = NULL, last_modified = NULL, fetched_at = NULL, final_url = NULL, status = NULL,
                    headers = NULL, body = NULL, body_hash = NULL, fingerprint = NULL, numbers = NULL
                WHERE url = @Url
                """,
                new { visit.Url, visit.Outcome, due = dueAt?.ToUnixTimeMilliseconds() },
                transaction);
            await ReadingLog.ForgetAsync(visit.Url, connection, transaction);
            return await AddVisitAsync(visit, connection, transaction);
        },
        cancel);

    /// <summary>The stored copy of a page, or null when it was never fetched.</summary>
    public Task<FetchedPage?> FindAsync(string url, CancellationToken cancel) => ledger.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<PageRow>(PageRow.Select + " WHERE url = @url AND body IS NOT NULL", new { url }))?.ToPage(),
        cancel);

    /// <summary>The address of the source, or of the page, that named a page first; null when the page is not known, empty when nobody named it.</summary>
    public Task<string?> FindSourceAsync(string url, CancellationToken cancel) => ledger.ReadAsync(
        connection => connection.ExecuteScalarAsync<string?>("SELECT source FROM page WHERE url = @url", new { url }),
        cancel);

    /// <summary>Pages to read: fetched since they were last read, or last read by another reader. In the order of addresses, after <paramref name="after"/>.</summary>
    /// <param name="reader">The stamp of the present reader.</param>
    /// <param name="after">The address to go on after; empty to begin.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ImmutableArray<FetchedPage>> FindUnreadAsync(string reader, string after, int limit, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<FetchedPage>>(
        async connection =>
        {
            IEnumerable<PageRow> rows = await connection.QueryAsync<PageRow>(
                PageRow.Select +
                """
                 LEFT JOIN reading ON reading.origin = page.url
                WHERE body IS NOT NULL AND duplicate_of IS NULL AND url > @after AND (reading.origin IS NULL OR reading.input_hash <> page.body_hash OR reading.reader <> @reader)
                ORDER BY url LIMIT @limit
                """,
                new { reader, after, limit });
            return [.. rows.Select(row => row.ToPage())];
        },
        cancel);

    /// <summary>Every stored page, in the order of addresses, after <paramref name="after"/> (empty to begin); at most <paramref name="limit"/>.</summary>
    public Task<ImmutableArray<FetchedPage>> FindStoredAsync(string after, int limit, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<FetchedPage>>(
        async connection =>
        {
            IEnumerable<PageRow> rows = await connection.QueryAsync<PageRow>(
                PageRow.Select + " WHERE body IS NOT NULL AND url > @after ORDER BY url LIMIT @limit", new { after, limit });
            return [.. rows.Select(row => row.ToPage())];
        },
        cancel);

    /// <summary>The visits to an address, oldest first.</summary>
    public Task<ImmutableArray<Visit>> FindVisitsAsync(string url, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<Visit>>(
        async connection =>
        {
            IEnumerable<VisitRow> rows = await connection.QueryAsync<VisitRow>(
                VisitRow.Select + " WHERE url = @url ORDER BY visited_at",
                new { url });
            return [.. rows.Select(row => row.ToVisit())];
        },
        cancel);

    /// <summary>The hash that tells whether a page is another than the one last read: of its body, address and headers that matter.</summary>
    public static string HashOf(FetchedPage page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(page.Body.Span);
        hash.AppendData(Encoding.UTF8.GetBytes($"{page.FinalUrl}\n{page.FindHeader("Content-Type")}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static async Task<int> AddVisitAsync(Visit visit, DbConnection connection, DbTransaction transaction) =>
        await connection.ExecuteAsync(
            "INSERT INTO visit (url, visited_at, outcome, detail, status, bytes, duration_ms) VALUES (@Url, @at, @Outcome, @Detail, @Status, @Bytes, @duration)",
            new
            {
                visit.Url,
                visit.Outcome,
                visit.Detail,
                visit.Status,
                visit.Bytes,
                at = visit.VisitedAt.ToUnixTimeMilliseconds(),
                duration = (long)visit.Duration.TotalMilliseconds,
            },
            transaction);

    const string SelectDue =
        """
        SELECT url AS Url, publisher AS PublisherId, etag AS ETag, last_modified AS LastModified, failures AS Failures, fetches AS Fetches, body_hash AS BodyHash
        FROM page
        """;

    const string InsertLink =
        """
        INSERT INTO page (url, publisher, source, host, language, title, published_at, discovered_at, due_at)
        VALUES (@Url, @PublisherId, @SourceUrl, @host, @language, @Title, @published, @now, @now) ON CONFLICT (url) DO NOTHING
        """;

    const string UpdateKnown =
        """
        UPDATE page SET title = COALESCE(title, @Title), published_at = COALESCE(published_at, @published), language = COALESCE(language, @language),
            due_at = CASE WHEN fetched_at < @changed THEN @now ELSE due_at END
        WHERE url = @Url
        """;

    const string SavePage =
        """
        INSERT INTO page (url, publisher, source, host, discovered_at, due_at, etag, last_modified, failures, fetches, outcome, fetched_at, final_url, status, headers, body, body_hash, fingerprint, numbers, duplicate_of)
        VALUES (@Url, @PublisherId, '', @host, @fetched, @due, @etag, @modified, 0, 1, 'fetched', @fetched, @FinalUrl, @Status, @headers, @body, @hash, @Fingerprint, @Numbers, @TwinUrl)
        ON CONFLICT (url) DO UPDATE SET due_at = excluded.due_at, etag = excluded.etag, last_modified = excluded.last_modified, failures = 0,
            fetches = page.fetches + 1, outcome = 'fetched', fetched_at = excluded.fetched_at, final_url = excluded.final_url, status = excluded.status,
            headers = excluded.headers, body = excluded.body, body_hash = excluded.body_hash,
            fingerprint = excluded.fingerprint, numbers = excluded.numbers, duplicate_of = excluded.duplicate_of
        """;

    static object RowOf(Link link, DateTimeOffset now) => new
    {
        link.Url,
        link.PublisherId,
        link.SourceUrl,
        link.Hints.Title,
        host = HostName.Of(link.Url),
        language = link.Hints.Language?.Code,
        published = link.Hints.PublishedAt?.ToUnixTimeMilliseconds(),
        changed = link.ChangedAt?.ToUnixTimeMilliseconds() ?? 0,
        now = now.ToUnixTimeMilliseconds(),
    };

    static object RowOf(FetchedPage page, byte[] body, string hash, Likeness likeness, DateTimeOffset? dueAt) => new
    {
        likeness.Fingerprint,
        likeness.Numbers,
        likeness.TwinUrl,
        page.Url,
        page.PublisherId,
        page.FinalUrl,
        page.Status,
        body,
        hash,
        host = HostName.Of(page.Url),
        fetched = page.FetchedAt.ToUnixTimeMilliseconds(),
        due = dueAt?.ToUnixTimeMilliseconds(),
        etag = page.FindHeader("ETag"),
        modified = page.FindHeader("Last-Modified"),
        headers = JsonSerializer.Serialize(page.Headers.Select(header => new[] { header.Key, header.Value })),
    };
}
