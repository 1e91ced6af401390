using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Storage;

/// <summary>Earlier versions of pages whose publishers changed them.</summary>
public sealed class PageHistory(Ledger ledger)
{
    /// <summary>The earlier versions of a page, oldest first; the present one is in <see cref="PageStore"/>.</summary>
    public Task<ImmutableArray<FetchedPage>> FindAsync(string url, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<FetchedPage>>(
        async connection =>
        {
            IEnumerable<PageRow> rows = await connection.QueryAsync<PageRow>(
                """
                SELECT page.url AS Url, page_version.final_url AS FinalUrl, page.publisher AS PublisherId, page_version.fetched_at AS FetchedAt, page_version.status AS Status,
                    page_version.headers AS Headers, page_version.body AS Body, page.title AS Title, page.published_at AS PublishedAt, page.language AS Language
                FROM page_version JOIN page ON page.url = page_version.url
                WHERE page_version.url = @url ORDER BY page_version.fetched_at
                """,
                new { url });
            return [.. rows.Select(row => row.ToPage())];
        },
        cancel);

    /// <summary>Copies what is stored of a page into its history, when it is another than the one that comes now.</summary>
    internal static Task<int> KeepAsync(string url, string hash, DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        """
        INSERT INTO page_version (url, fetched_at, final_url, status, headers, body, body_hash)
        SELECT url, fetched_at, final_url, status, headers, body, body_hash FROM page WHERE url = @url AND body IS NOT NULL AND body_hash <> @hash
        ON CONFLICT (url, fetched_at) DO NOTHING
        """,
        new { url, hash },
        transaction);
}
