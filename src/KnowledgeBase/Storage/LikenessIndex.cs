using System.Collections.Immutable;
using Dapper;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Storage;

/// <summary>Finds stored pages by what they have in common with another, however many there are.</summary>
public sealed class LikenessIndex(Ledger ledger)
{
    /// <summary>The pages of its host that could be twins of a page: one with the same body, and the latest of those that name the same numbers. Twins of others are left out.</summary>
    /// <param name="page">The page; it need not be stored.</param>
    /// <param name="numbers">The numbers it names, as <see cref="Likeness.Numbers"/>; null when it has too little text.</param>
    /// <param name="limit">At most so many with the same numbers.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ImmutableArray<KnownLikeness>> FindAsync(FetchedPage page, long? numbers, int limit, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<KnownLikeness>>(
        async connection =>
        {
            var key = new { host = HostName.Of(page.Url), hash = PageStore.HashOf(page), url = page.Url, numbers, limit };
            return
            [
                .. await connection.QueryAsync<KnownLikeness>(Select + " AND body_hash = @hash LIMIT 1", key),
                .. numbers is null ? [] : await connection.QueryAsync<KnownLikeness>(Select + " AND numbers = @numbers ORDER BY fetched_at DESC LIMIT @limit", key),
            ];
        },
        cancel);

    const string Select =
        "SELECT url AS Url, body_hash AS BodyHash, fingerprint AS Fingerprint FROM page WHERE host = @host AND url <> @url AND duplicate_of IS NULL";
}
