using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Storage;

/// <summary>An address where a source says an article is.</summary>
public sealed record Link
{
    /// <summary>The address, canonical.</summary>
    public required string Url { get; init; }

    /// <summary>The publisher's id.</summary>
    public required string PublisherId { get; init; }

    /// <summary>The address of the source that named it.</summary>
    public required string SourceUrl { get; init; }

    /// <summary>What the source says of it.</summary>
    public PageHints Hints { get; init; } = new();
}

/// <summary>A page whose time has come.</summary>
/// <param name="Url">Its address.</param>
/// <param name="PublisherId">Its publisher.</param>
/// <param name="ETag">The ETag of the stored copy; null when there is none.</param>
/// <param name="LastModified">The Last-Modified of the stored copy, as sent; null when there is none.</param>
/// <param name="Failures">How often it failed since it last succeeded.</param>
public sealed record DuePage(string Url, string PublisherId, string? ETag, string? LastModified, int Failures);

/// <summary>One attempt to fetch something.</summary>
/// <param name="Url">What was asked for.</param>
/// <param name="VisitedAt">When.</param>
/// <param name="Outcome">One word: fetched, unchanged, disallowed, failed.</param>
/// <param name="Detail">Why it failed, or null.</param>
/// <param name="Status">The HTTP status, or null when none came.</param>
/// <param name="Bytes">How many bytes of body came.</param>
/// <param name="Duration">How long it took.</param>
public sealed record Visit(string Url, DateTimeOffset VisitedAt, string Outcome, string? Detail, int? Status, long Bytes, TimeSpan Duration);

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
                added += await connection.ExecuteAsync(
                    """
                    INSERT INTO page (url, publisher, source, language, title, published_at, discovered_at, due_at)
                    VALUES (@Url, @PublisherId, @SourceUrl, @language, @Title, @published, @now, @now) ON CONFLICT (url) DO NOTHING
                    """,
                    new
                    {
                        link.Url,
                        link.PublisherId,
                        link.SourceUrl,
                        language = link.Hints.Language?.Code,
                        link.Hints.Title,
                        published = link.Hints.PublishedAt?.ToUnixTimeMilliseconds(),
                        now = now.ToUnixTimeMilliseconds(),
                    },
                    transaction);
            }
            return added;
        },
        cancel);

    /// <summary>Pages that are due, the longest waiting first.</summary>
    public Task<ImmutableArray<DuePage>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<DuePage>>(
        async connection =>
        {
            IEnumerable<DueRow> rows = await connection.QueryAsync<DueRow>(
                """
                SELECT url AS Url, publisher AS PublisherId, etag AS ETag, last_modified AS LastModified, failures AS Failures
                FROM page WHERE due_at <= @now ORDER BY due_at, url LIMIT @limit
                """,
                new { now = now.ToUnixTimeMilliseconds(), limit });
            return [.. rows.Select(row => new DuePage(row.Url, row.PublisherId, row.ETag, row.LastModified, row.Failures))];
        },
        cancel);

    /// <summary>Keeps a fetched page and the visit together.</summary>
    /// <param name="page">The page.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="dueAt">When to look again; null means never.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public Task SavePageAsync(FetchedPage page, Visit visit, DateTimeOffset? dueAt, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO page (url, publisher, source, discovered_at, due_at, etag, last_modified, failures, outcome, fetched_at, final_url, status, headers, body, body_hash)
                VALUES (@Url, @PublisherId, '', @fetched, @due, @etag, @modified, 0, 'fetched', @fetched, @FinalUrl, @Status, @headers, @body, @hash)
                ON CONFLICT (url) DO UPDATE SET due_at = excluded.due_at, etag = excluded.etag, last_modified = excluded.last_modified, failures = 0,
                    outcome = 'fetched', fetched_at = excluded.fetched_at, final_url = excluded.final_url, status = excluded.status,
                    headers = excluded.headers, body = excluded.body, body_hash = excluded.body_hash
                """,
                new
                {
                    page.Url,
                    page.PublisherId,
                    page.FinalUrl,
                    page.Status,
                    fetched = page.FetchedAt.ToUnixTimeMilliseconds(),
                    due = dueAt?.ToUnixTimeMilliseconds(),
                    etag = page.FindHeader("ETag"),
                    modified = page.FindHeader("Last-Modified"),
                    headers = JsonSerializer.Serialize(page.Headers.Select(header => new[] { header.Key, header.Value })),
                    body = Compress(page.Body.Span),
                    hash = HashOf(page),
                },
                transaction);
            return await AddVisitAsync(visit, connection, transaction);
        },
        cancel);

    /// <summary>Notes a visit that brought no new page: unchanged, disallowed or failed.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="dueAt">When to look again; null means never.</param>
    /// <param name="cancel">Gives up.</param>
    public Task SaveVisitAsync(Visit visit, DateTimeOffset? dueAt, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                "UPDATE page SET due_at = @due, outcome = @Outcome, failures = CASE WHEN @Outcome = 'failed' THEN failures + 1 ELSE 0 END WHERE url = @Url",
                new { visit.Url, visit.Outcome, due = dueAt?.ToUnixTimeMilliseconds() },
                transaction);
            return await AddVisitAsync(visit, connection, transaction);
        },
        cancel);

    /// <summary>The stored copy of a page, or null when it was never fetched.</summary>
    public Task<FetchedPage?> FindAsync(string url, CancellationToken cancel) => ledger.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<PageRow>(SelectPage + " WHERE url = @url AND body IS NOT NULL", new { url }))?.ToPage(),
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
                SelectPage +
                """
                 LEFT JOIN reading ON reading.origin = page.url
                WHERE body IS NOT NULL AND url > @after AND (reading.origin IS NULL OR reading.input_hash <> page.body_hash OR reading.reader <> @reader)
                ORDER BY url LIMIT @limit
                """,
                new { reader, after, limit });
            return [.. rows.Select(row => row.ToPage())];
        },
        cancel);

    /// <summary>The visits to an address, oldest first.</summary>
    public Task<ImmutableArray<Visit>> FindVisitsAsync(string url, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<Visit>>(
        async connection =>
        {
            IEnumerable<VisitRow> rows = await connection.QueryAsync<VisitRow>(
                """
                SELECT url AS Url, visited_at AS VisitedAt, outcome AS Outcome, detail AS Detail, status AS Status, bytes AS Bytes, duration_ms AS Milliseconds
                FROM visit WHERE url = @url ORDER BY visited_at
                """,
                new { url });
            return [.. rows.Select(row => row.ToVisit())];
        },
        cancel);

    /// <summary>The hash that tells whether a page is another than the one last read: of its body, address and headers that matter.</summary>
    public static string HashOf(FetchedPage page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(page.Body.Span);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{page.FinalUrl}\n{page.FindHeader("Content-Type")}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static async Task<int> AddVisitAsync(Visit visit, System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction) =>
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

    const string SelectPage =
        """
        SELECT url AS Url, final_url AS FinalUrl, publisher AS PublisherId, page.fetched_at AS FetchedAt, status AS Status, headers AS Headers, body AS Body,
            title AS Title, published_at AS PublishedAt, language AS Language
        FROM page
        """;

    static byte[] Compress(ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(body);
        return packed.ToArray();
    }

    static byte[] Expand(byte[] packed)
    {
        using var body = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        brotli.CopyTo(body);
        return body.ToArray();
    }

    // Classes with settable properties: SQLite and PostgreSQL give whole numbers of different widths, which constructors would not take.
    sealed class DueRow
    {
        public string Url { get; set; } = "";
        public string PublisherId { get; set; } = "";
        public string? ETag { get; set; }
        public string? LastModified { get; set; }
        public int Failures { get; set; }
    }

    sealed class PageRow
    {
        public string Url { get; set; } = "";
        public string FinalUrl { get; set; } = "";
        public string PublisherId { get; set; } = "";
        public long FetchedAt { get; set; }
        public int Status { get; set; }
        public string Headers { get; set; } = "[]";
        public byte[] Body { get; set; } = [];
        public string? Title { get; set; }
        public long? PublishedAt { get; set; }
        public string? Language { get; set; }

        public FetchedPage ToPage() => new()
        {
            Url = Url,
            FinalUrl = FinalUrl,
            PublisherId = PublisherId,
            FetchedAt = DateTimeOffset.FromUnixTimeMilliseconds(FetchedAt),
            Status = Status,
            Headers = [.. JsonSerializer.Deserialize<string[][]>(Headers)!.Select(header => KeyValuePair.Create(header[0], header[1]))],
            Body = Expand(Body),
            Hints = new()
            {
                Title = Title,
                PublishedAt = PublishedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
                Language = Articles.Language.Find(Language),
            },
        };
    }

    sealed class VisitRow
    {
        public string Url { get; set; } = "";
        public long VisitedAt { get; set; }
        public string Outcome { get; set; } = "";
        public string? Detail { get; set; }
        public int? Status { get; set; }
        public long Bytes { get; set; }
        public long Milliseconds { get; set; }

        public Visit ToVisit() =>
            new(Url, DateTimeOffset.FromUnixTimeMilliseconds(VisitedAt), Outcome, Detail, Status, Bytes, TimeSpan.FromMilliseconds(Milliseconds));
    }
}
