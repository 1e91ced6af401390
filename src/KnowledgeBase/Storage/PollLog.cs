using System.Collections.Immutable;
using System.Data.Common;
using Dapper;

namespace KnowledgeBase.Storage;

/// <summary>What one poll of a source brought.</summary>
/// <param name="SourceUrl">The source's address.</param>
/// <param name="PolledAt">When.</param>
/// <param name="Outcome">One word, as in <see cref="Visit"/>.</param>
/// <param name="Links">How many links it named.</param>
/// <param name="Fresh">How many of them were new to us.</param>
/// <param name="Sample">The title or address of its first link; null when it named none.</param>
public sealed record Poll(string SourceUrl, DateTimeOffset PolledAt, string Outcome, int Links, int Fresh, string? Sample);

/// <summary>Remembers what polls brought, for the plan of polls and for the health of sources.</summary>
public sealed class PollLog(Ledger ledger)
{
    /// <summary>The polls of a source since a moment, oldest first.</summary>
    public Task<ImmutableArray<Poll>> FindAsync(string sourceUrl, DateTimeOffset since, CancellationToken cancel) => ledger.ReadAsync<ImmutableArray<Poll>>(
        async connection =>
        {
            IEnumerable<Row> rows = await connection.QueryAsync<Row>(
                """
                SELECT source AS Source, polled_at AS PolledAt, outcome AS Outcome, links AS Links, fresh AS Fresh, sample AS Sample
                FROM poll WHERE source = @sourceUrl AND polled_at >= @since ORDER BY polled_at
                """,
                new { sourceUrl, since = since.ToUnixTimeMilliseconds() });
            return [.. rows.Select(row => row.ToPoll())];
        },
        cancel);

    internal static Task<int> AddAsync(Poll poll, DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        "INSERT INTO poll (source, polled_at, outcome, links, fresh, sample) VALUES (@SourceUrl, @at, @Outcome, @Links, @Fresh, @Sample)",
        new { poll.SourceUrl, poll.Outcome, poll.Links, poll.Fresh, poll.Sample, at = poll.PolledAt.ToUnixTimeMilliseconds() },
        transaction);

    sealed class Row
    {
        public string Source { get; set; } = "";

        public long PolledAt { get; set; }

        public string Outcome { get; set; } = "";

        public int Links { get; set; }

        public int Fresh { get; set; }

        public string? Sample { get; set; }

        public Poll ToPoll() => new(Source, DateTimeOffset.FromUnixTimeMilliseconds(PolledAt), Outcome, Links, Fresh, Sample);
    }
}
