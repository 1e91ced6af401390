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
    const string Columns = "article AS Article, since AS Since, family AS Family, editorial AS Editorial, links AS Links, day AS Day, sketch AS Sketch";

    // Pages of one template can meet by the thousand: so many are looked at for one article. Who is alike joins through any of them.
    const int MaxNear = 200;

    // Of larger stories none is parted again: comparing each with each would take longer than what it could mend.
    const int MaxParted = 400;

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
                moved += await ApplyAsync(change, connection, transaction);
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

    static Task<int> SetAsync(string counter, long value, DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        "INSERT INTO counter (name, value) VALUES (@counter, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { counter, value }, transaction);

    static async Task<int> ApplyAsync(FamilyChange change, DbConnection connection, DbTransaction transaction)
    {
        FamilyRow? before = await connection.QuerySingleOrDefaultAsync<FamilyRow>($"SELECT {Columns} FROM family_member WHERE article = @id", new { id = change.Id.Value }, transaction);
        if (Equals(before?.Traits, change.Traits))
            return 0;
        if (before is not null)
            await RemoveAsync(before, connection, transaction);
        FamilyRow? now = change.Traits is null ? null : FamilyRow.Of(change.Traits, before?.Since ?? change.Revision, before?.Family);
        if (now is not null)
            await AddAsync(now, connection, transaction);
        List<FamilyRow> near = now is null ? [] : await NearAsync(now.Traits, connection, transaction);
        string[] families = [.. near.Select(row => row.Family).Append(before?.Family).OfType<string>().Distinct(StringComparer.Ordinal)];
        List<FamilyRow> touched =
        [
            .. near.Concat(await MembersAsync(families, connection, transaction)).Concat(now is null ? [] : [now]).DistinctBy(row => row.Article).OrderBy(row => row.Since),
        ];
        ArticleId?[] parts = touched.Count > MaxParted ? JoinAll(touched, near, now) : FamilyParts.Of([.. touched.Select(row => row.Traits)]);
        int moved = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            if (touched[i].Family != parts[i]?.Value)
                moved += await MoveAsync(touched[i].Article, parts[i]?.Value, connection, transaction);
        }
        return moved;
    }

    // Too many to compare: what was one story stays one, and the stories near the article become one with it.
    static ArticleId?[] JoinAll(List<FamilyRow> touched, List<FamilyRow> near, FamilyRow? now)
    {
        HashSet<string> joined = [.. near.Select(row => row.Family ?? row.Article).Append(now?.Article ?? "")];
        bool IsJoined(FamilyRow row) => row.Article == now?.Article || joined.Contains(row.Family ?? row.Article);
        string? first = near.Count == 0 ? null : touched.Find(IsJoined)?.Article;
        return [.. touched.Select(row => (IsJoined(row) ? first : row.Family) is { } family ? (ArticleId?)new ArticleId(family) : null)];
    }

    static async Task<List<FamilyRow>> NearAsync(FamilyTraits traits, DbConnection connection, DbTransaction transaction)
    {
        List<FamilyRow> near = [];
        if (traits.Sketch is { } sketch)
        {
            near.AddRange(await connection.QueryAsync<FamilyRow>(
                $"SELECT {Columns} FROM family_member WHERE article IN (SELECT article FROM family_band WHERE band IN ({string.Join(", ", sketch.Meetings)}) LIMIT {MaxNear})",
                transaction: transaction));
        }
        if (traits.Editorial is { } editorial)
            near.AddRange(await connection.QueryAsync<FamilyRow>($"SELECT {Columns} FROM family_member WHERE editorial = @editorial", new { editorial }, transaction));
        if (!traits.Links.IsEmpty)
            near.AddRange(await RowsAsync("article", [.. traits.Links.Select(id => id.Value)], connection, transaction));
        return [.. near.Where(row => row.Article != traits.Id.Value && row.Traits.AreOneStoryWith(traits)).DistinctBy(row => row.Article)];
    }

    static Task<IEnumerable<FamilyRow>> MembersAsync(string[] families, DbConnection connection, DbTransaction transaction) =>
        families.Length == 0 ? Task.FromResult<IEnumerable<FamilyRow>>([]) : RowsAsync("family", families, connection, transaction);

    static Task<IEnumerable<FamilyRow>> RowsAsync(string column, string[] values, DbConnection connection, DbTransaction transaction) =>
        connection.QueryAsync<FamilyRow>($"SELECT {Columns} FROM family_member WHERE {column} {SqlLists.In(values.Length)}", SqlLists.Parameters(values), transaction);

    static async Task AddAsync(FamilyRow row, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO family_member (article, since, family, editorial, links, day, sketch)
            VALUES (@Article, @Since, @Family, @Editorial, @Links, @Day, @Sketch)
            """,
            row,
            transaction);
        if (row.Traits.Sketch is { } sketch)
        {
            await connection.ExecuteAsync(
                $"INSERT INTO family_band (band, article) VALUES {string.Join(", ", sketch.Meetings.Select(band => $"({band}, @Article)"))}", new { row.Article }, transaction);
        }
    }

    static async Task RemoveAsync(FamilyRow row, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync("DELETE FROM family_member WHERE article = @Article", new { row.Article }, transaction);
        if (row.Traits.Sketch is { } sketch)
            await connection.ExecuteAsync($"DELETE FROM family_band WHERE band IN ({string.Join(", ", sketch.Meetings)}) AND article = @Article", new { row.Article }, transaction);
    }

    static async Task<int> MoveAsync(string article, string? family, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync("UPDATE family_member SET family = @family WHERE article = @article", new { article, family }, transaction);
        return await ArticleStore.TouchAsync(new(article), connection, transaction);
    }
}
