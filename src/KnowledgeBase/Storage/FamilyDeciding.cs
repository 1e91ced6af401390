using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;

namespace KnowledgeBase.Storage;

/// <summary>The table of what editors said of pairs of articles.</summary>
static class FamilyDeciding
{
    /// <summary>Keeps a decision in place of an earlier one on the same two.</summary>
    public static Task<int> SaveAsync(FamilyDecision decision, DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        """
        INSERT INTO family_decision (one, other, is_one_story, decided_at) VALUES (@one, @other, @isOneStory, @at)
        ON CONFLICT (one, other) DO UPDATE SET is_one_story = excluded.is_one_story, decided_at = excluded.decided_at
        """,
        new { one = decision.One.Value, other = decision.Other.Value, isOneStory = decision.IsOneStory ? 1 : 0, at = decision.DecidedAt.ToUnixTimeMilliseconds() },
        transaction);

    /// <summary>The decisions on these articles.</summary>
    public static async Task<FamilyDecisions> FindAsync(string[] articles, DbConnection connection, DbTransaction transaction)
    {
        string within = SqlLists.In(articles.Length);
        IEnumerable<Row> rows = await connection.QueryAsync<Row>($"{Select} WHERE one {within} OR other {within}", SqlLists.Parameters(articles), transaction);
        return new(rows.Select(row => (new ArticleId(row.One), new ArticleId(row.Other), row.IsOneStory == 1)));
    }

    /// <summary>All decisions, the last first.</summary>
    public static async Task<ImmutableArray<FamilyDecision>> FindAllAsync(DbConnection connection) =>
        [.. (await connection.QueryAsync<Row>($"{Select} ORDER BY decided_at DESC, one, other")).Select(row => row.ToDecision())];

    const string Select = "SELECT one AS One, other AS Other, is_one_story AS IsOneStory, decided_at AS DecidedAt FROM family_decision";

    sealed record Row
    {
        public required string One { get; init; }

        public required string Other { get; init; }

        public required long IsOneStory { get; init; }

        public required long DecidedAt { get; init; }

        public FamilyDecision ToDecision() => new(new(One), new(Other), IsOneStory == 1, DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt));
    }
}
