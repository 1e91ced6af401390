using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;

namespace KnowledgeBase.Storage;

/// <summary>Parts anew the stories that a change touches, within the transaction that keeps the change.</summary>
static class FamilyParting
{
    const string Columns =
        "article AS Article, since AS Since, family AS Family, editorial AS Editorial, links AS Links, day AS Day, language AS Language, keys AS Keys, marks AS Marks, sketch AS Sketch";

    // Pages of one template can meet by the thousand: so many are looked at for one article. Who is alike joins through any of them.
    const int MaxNear = 200;

    // Of larger stories none is parted again: comparing each with each would take longer than what it could mend.
    const int MaxParted = 400;

    /// <summary>Takes in a change. Returns how many articles changed their story.</summary>
    public static async Task<int> ApplyAsync(FamilyChange change, DbConnection connection, DbTransaction transaction)
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
        string[] carriers = await FamilyKeys.CarriersAsync([.. before?.Traits.Keys ?? [], .. now?.Traits.Keys ?? []], connection, transaction);
        List<FamilyRow> met = [.. near, .. carriers.Length == 0 ? [] : await RowsAsync("article", carriers, connection, transaction)];
        string[] families = [.. met.Select(row => row.Family).Append(before?.Family).OfType<string>().Distinct(StringComparer.Ordinal)];
        List<FamilyRow> touched =
        [
            .. met.Concat(await MembersAsync(families, connection, transaction)).Concat(now is null ? [] : [now]).DistinctBy(row => row.Article).OrderBy(row => row.Since),
        ];
        int moved = await PartAsync(touched, near, now, connection, transaction);
        await FamilyProposing.ProposeAsync(change.Id, now?.Traits, connection, transaction);
        return moved;
    }

    /// <summary>Parts anew the stories of two articles of which an editor said something. Returns how many articles changed their story.</summary>
    public static async Task<int> PartAsync(FamilyDecision decision, DbConnection connection, DbTransaction transaction)
    {
        List<FamilyRow> both = [.. await RowsAsync("article", [decision.One.Value, decision.Other.Value], connection, transaction)];
        string[] families = [.. both.Select(row => row.Family).OfType<string>().Distinct(StringComparer.Ordinal)];
        List<FamilyRow> touched = [.. both.Concat(await MembersAsync(families, connection, transaction)).DistinctBy(row => row.Article).OrderBy(row => row.Since)];
        return await PartAsync(touched, decision.IsOneStory ? both : [], null, connection, transaction);
    }

    /// <summary>What is known of these articles.</summary>
    public static async Task<ImmutableArray<FamilyTraits>> TraitsAsync(string[] articles, DbConnection connection, DbTransaction transaction) =>
        articles.Length == 0 ? [] : [.. (await RowsAsync("article", articles, connection, transaction)).Select(row => row.Traits)];

    static async Task<int> PartAsync(List<FamilyRow> touched, List<FamilyRow> near, FamilyRow? now, DbConnection connection, DbTransaction transaction)
    {
        ArticleId?[] parts = touched.Count > MaxParted
            ? JoinAll(touched, near, now)
            : FamilyParts.Of(
                await FamilyKeys.HeededAsync([.. touched.Select(row => row.Traits)], connection, transaction),
                await FamilyDeciding.FindAsync([.. touched.Select(row => row.Article)], connection, transaction));
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
        FamilyDecisions decisions = await FamilyDeciding.FindAsync([traits.Id.Value], connection, transaction);
        List<FamilyRow> near = [];
        if (decisions.VersionsOf(traits.Id).Select(id => id.Value).ToArray() is { Length: > 0 } versions)
            near.AddRange(await RowsAsync("article", versions, connection, transaction));
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
        return [.. near.Where(row => row.Article != traits.Id.Value && decisions.AreOneStory(row.Traits, traits)).DistinctBy(row => row.Article)];
    }

    static Task<IEnumerable<FamilyRow>> MembersAsync(string[] families, DbConnection connection, DbTransaction transaction) =>
        families.Length == 0 ? Task.FromResult<IEnumerable<FamilyRow>>([]) : RowsAsync("family", families, connection, transaction);

    static Task<IEnumerable<FamilyRow>> RowsAsync(string column, string[] values, DbConnection connection, DbTransaction transaction) =>
        connection.QueryAsync<FamilyRow>($"SELECT {Columns} FROM family_member WHERE {column} {SqlLists.In(values.Length)}", SqlLists.Parameters(values), transaction);

    static async Task AddAsync(FamilyRow row, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO family_member (article, since, family, editorial, links, day, language, keys, marks, sketch)
            VALUES (@Article, @Since, @Family, @Editorial, @Links, @Day, @Language, @Keys, @Marks, @Sketch)
            """,
            row,
            transaction);
        await FamilyKeys.AddAsync(row.Traits, connection, transaction);
        await FamilyMarks.AddAsync(row.Traits, connection, transaction);
        if (row.Traits.Sketch is { } sketch)
        {
            await connection.ExecuteAsync(
                $"INSERT INTO family_band (band, article) VALUES {string.Join(", ", sketch.Meetings.Select(band => $"({band}, @Article)"))}", new { row.Article }, transaction);
        }
    }

    static async Task RemoveAsync(FamilyRow row, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync("DELETE FROM family_member WHERE article = @Article", new { row.Article }, transaction);
        await FamilyKeys.RemoveAsync(row.Traits, connection, transaction);
        await FamilyMarks.RemoveAsync(row.Traits, connection, transaction);
        if (row.Traits.Sketch is { } sketch)
            await connection.ExecuteAsync($"DELETE FROM family_band WHERE band IN ({string.Join(", ", sketch.Meetings)}) AND article = @Article", new { row.Article }, transaction);
    }

    static async Task<int> MoveAsync(string article, string? family, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync("UPDATE family_member SET family = @family WHERE article = @article", new { article, family }, transaction);
        return await ArticleStore.TouchAsync(new(article), connection, transaction);
    }
}
