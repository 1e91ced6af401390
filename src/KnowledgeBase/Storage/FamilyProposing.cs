using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;

namespace KnowledgeBase.Storage;

/// <summary>Proposes which articles in other languages may be versions of one: those of the same days that share marks far beyond chance.</summary>
/// <remarks>
/// Nothing is compared with everything. An article looks up how common its marks are on its days, and only the rare ones lead to others: two counts and one look-up in an index by mark
/// and day, so that the price depends on how many articles there are in two months, not on how many there are at all. A proposal is found when the later of the two comes in, or
/// either is read anew; how rare something is, is counted then.
/// Measured with 20,000 articles of one year, 13 marks each (<c>propose</c> of <c>KnowledgeBase.Benchmarks</c>, SQLite, two cores shared with others): 1.4 ms an article, against .1 ms for one without marks; of 400
/// versions in another language 397 were proposed, and no other pair.
/// </remarks>
static class FamilyProposing
{
    // What more articles of a week name leads to too many of them; it still counts when something rarer led there.
    const int MostCarriers = 100;

    // One in seven articles, or more, names what is less rare.
    const double LeastRarity = 2;

    // More are looked at by nobody.
    const int MostCandidates = 20;
    const int MostProposals = 5;

    /// <summary>Proposes anew what an article may be a version of, in place of what was proposed for it before.</summary>
    /// <param name="id">The article.</param>
    /// <param name="traits">What is known of it; null when it was taken down.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction that keeps the change.</param>
    public static async Task ProposeAsync(ArticleId id, FamilyTraits? traits, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync("DELETE FROM family_proposal WHERE one = @id OR other = @id", new { id = id.Value }, transaction);
        if (traits is null || !FamilyMarks.HasPlace(traits))
            return;
        var proposals = (await FindAsync(traits, connection, transaction)).OrderByDescending(found => found.Likeness.Score).ThenBy(found => found.Other.Value, StringComparer.Ordinal);
        foreach ((ArticleId found, StoryLikeness likeness) in proposals.Take(MostProposals))
        {
            (ArticleId one, ArticleId other) = FamilyDecisions.InOrder(id, found);
            await connection.ExecuteAsync(
                "INSERT INTO family_proposal (one, other, score, shared) VALUES (@one, @other, @score, @shared)",
                new { one = one.Value, other = other.Value, score = likeness.Score, shared = string.Join('\n', likeness.Shared) },
                transaction);
        }
    }

    /// <summary>The proposals that are still open, the surest first: those of which no editor said anything, and whose articles are not one story by other evidence.</summary>
    public static async Task<ImmutableArray<FamilyProposal>> FindOpenAsync(int limit, DbConnection connection)
    {
        IEnumerable<ProposalRow> rows = await connection.QueryAsync<ProposalRow>(
            """
            SELECT proposal.one AS One, proposal.other AS Other, proposal.score AS Score, proposal.shared AS Shared
            FROM family_proposal proposal
            JOIN family_member mine ON mine.article = proposal.one
            JOIN family_member theirs ON theirs.article = proposal.other
            LEFT JOIN family_decision decision ON decision.one = proposal.one AND decision.other = proposal.other
            WHERE decision.one IS NULL AND (mine.family IS NULL OR theirs.family IS NULL OR mine.family <> theirs.family)
            ORDER BY proposal.score DESC, proposal.one, proposal.other LIMIT @limit
            """,
            new { limit });
        return [.. rows.Select(row => row.ToProposal())];
    }

    static async Task<List<(ArticleId Other, StoryLikeness Likeness)>> FindAsync(FamilyTraits traits, DbConnection connection, DbTransaction transaction)
    {
        var rarities = await FamilyMarks.RarityAsync([.. traits.Marks], traits.Day!.Value, connection, transaction);
        FamilyMark[] leading = [.. traits.Marks.Where(mark => rarities[mark] is { Near: > 1 and <= MostCarriers, Rarity: >= LeastRarity })];
        if (leading.Sum(mark => rarities[mark].Rarity) < StoryLikeness.LeastScore / 2)
            return [];
        ILookup<string, FamilyMark> carriers = await FamilyMarks.CarriersAsync(leading, traits, connection, transaction);
        string[] likely =
        [
            .. carriers.Select(carrier => (carrier.Key, Score: carrier.Sum(mark => rarities[mark].Rarity))).Where(carrier => carrier.Score >= StoryLikeness.LeastScore / 2)
                .OrderByDescending(carrier => carrier.Score).ThenBy(carrier => carrier.Key, StringComparer.Ordinal).Take(MostCandidates).Select(carrier => carrier.Key),
        ];
        if (likely.Length == 0)
            return [];
        ImmutableArray<FamilyTraits> others = await FamilyParting.TraitsAsync(likely, connection, transaction);
        foreach (var (mark, rarity) in await FamilyMarks.RarityAsync([.. others.SelectMany(other => other.Marks).Except(traits.Marks)], traits.Day.Value, connection, transaction))
            rarities[mark] = rarity;
        return
        [
            .. others.Select(other => (other.Id, Likeness: StoryLikeness.Find(traits.Marks, other.Marks, mark => rarities[mark].Rarity)))
                .Where(found => found.Likeness is not null).Select(found => (found.Id, found.Likeness!)),
        ];
    }

    sealed record ProposalRow
    {
        public required string One { get; init; }

        public required string Other { get; init; }

        public required double Score { get; init; }

        public required string Shared { get; init; }

        public FamilyProposal ToProposal() => new(new(One), new(Other), Score, [.. Shared.Split('\n').Select(FamilyMark.Parse)]);
    }
}
