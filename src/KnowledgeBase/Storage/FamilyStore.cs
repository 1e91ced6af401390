using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;

namespace KnowledgeBase.Storage;

/// <summary>Something happened to an article.</summary>
/// <param name="Revision">The revision of the change.</param>
/// <param name="Id">The article.</param>
/// <param name="Traits">What tells its story now; null when it was taken down.</param>
public sealed record FamilyChange(long Revision, ArticleId Id, FamilyTraits? Traits);

/// <summary>Which articles are versions of one story: reprints, and the same in other languages.</summary>
/// <remarks>
/// What is kept follows from the articles alone, whatever the order in which they came: a change parts anew the stories it touches, and no others. Step, revision and stories are
/// kept together, and an article whose story changed gets a new revision, so that the index learns of it like of any other change.
/// </remarks>
public sealed class FamilyStore(Ledger ledger)
{
    /// <summary>The revision of the ledger up to which stories are known, when they were told apart in this way; else 0.</summary>
    /// <param name="way">Names the way of sketching.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<long> RevisionAsync(long way, CancellationToken cancel) => ledger.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long?>("SELECT value FROM counter WHERE name = 'families.way'") == way
            ? await connection.ExecuteScalarAsync<long?>("SELECT value FROM counter WHERE name = 'families'") ?? 0
            : 0,
        cancel);

    /// <summary>Takes in changes, in their order, all of them or none. Returns how many articles changed their story.</summary>
    /// <param name="changes">The changes that follow the known revision.</param>
    /// <param name="way">Names the way of sketching.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public Task<int> UpdateAsync(IReadOnlyList<FamilyChange> changes, long way, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            // The first statement takes the row: another process waits here, and sees what this one did.
            await SetAsync("families.way", way, connection, transaction);
            await SetAsync("families", changes.Max(change => change.Revision), connection, transaction);
            int moved = 0;
            foreach (FamilyChange change in changes)
                moved += await FamilyParting.ApplyAsync(change, connection, transaction);
            return moved;
        },
        cancel);

    /// <summary>All versions of an article's story, itself among them, first come first; only itself when it stands alone.</summary>
    public async Task<ImmutableArray<ArticleId>> FindAsync(ArticleId id, CancellationToken cancel) =>
        (await FindAllAsync([id], cancel)).GetValueOrDefault(id, [id]);

    /// <summary>For each of these articles that does not stand alone all versions of its story, itself among them, first come first.</summary>
    public Task<ImmutableDictionary<ArticleId, ImmutableArray<ArticleId>>> FindAllAsync(IReadOnlyCollection<ArticleId> ids, CancellationToken cancel) => ledger.ReadAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Asked, string Article)>(
                $"""
                SELECT mine.article, other.article FROM family_member mine JOIN family_member other ON other.family = mine.family
                WHERE mine.article {SqlLists.In(ids.Count)} ORDER BY other.since
                """,
                SqlLists.Parameters(ids.Select(id => id.Value)));
            return rows.GroupBy(row => row.Asked).ToImmutableDictionary(group => new ArticleId(group.Key), group => group.Select(row => new ArticleId(row.Article)).ToImmutableArray());
        },
        cancel);

    /// <summary>Pairs that may be versions of one story and wait for an editor, the surest first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<ImmutableArray<FamilyProposal>> FindProposalsAsync(int limit, CancellationToken cancel) => ledger.ReadAsync(connection => FamilyProposing.FindOpenAsync(limit, connection), cancel);

    /// <summary>What editors said of pairs, the last first.</summary>
    public Task<ImmutableArray<FamilyDecision>> FindDecisionsAsync(CancellationToken cancel) => ledger.ReadAsync(FamilyDeciding.FindAllAsync, cancel);

    /// <summary>Keeps for good what an editor said of two articles, and parts their stories anew at once. Returns how many articles changed their story.</summary>
    /// <remarks>A rejected pair is never joined directly again, but a third article that is a version of both still joins them: reject that pair too.</remarks>
    /// <param name="decision">The decision; it takes the place of an earlier one on the same two.</param>
    /// <param name="cancel">Gives up; nothing is kept then.</param>
    public Task<int> DecideAsync(FamilyDecision decision, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            await FamilyDeciding.SaveAsync(decision, connection, transaction);
            return await FamilyParting.PartAsync(decision, connection, transaction);
        },
        cancel);

    static Task<int> SetAsync(string counter, long value, DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        "INSERT INTO counter (name, value) VALUES (@counter, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { counter, value }, transaction);
}
