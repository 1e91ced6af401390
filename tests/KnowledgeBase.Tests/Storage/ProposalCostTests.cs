using System.Diagnostics;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Storage;

/// <summary>What proposing costs. Run it by name: it takes half a minute.</summary>
public sealed class ProposalCostTests : IDisposable
{
    const int Articles = 20_000, PerDay = 55, Batch = 100, Stories = 400;

    readonly string _folder = Directory.CreateTempSubdirectory("kb-ledger-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A year of 55 articles a day, each naming some cities and organisations of a few hundred, the frequent ones far more often, and figures; one in fifty has a version in another language.</summary>
    [Fact(Explicit = true)]
    public async Task Twenty_thousand_articles_are_taken_in_within_milliseconds_each_and_their_versions_found()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using Ledger ledger = await Ledger.OpenFolderAsync(_folder, cancel);
        var families = new FamilyStore(ledger);
        List<FamilyTraits> all = Make(new Random(7));
        (TimeSpan with, TimeSpan without) = (await TakeInAsync(families, all, cancel), await TakeInAsync(families, [.. all.Select(traits => Renamed(traits) with { Marks = [] })], cancel));

        var proposals = await families.FindProposalsAsync(10_000, cancel);
        HashSet<(ArticleId, ArticleId)> versions = [.. Enumerable.Range(0, Stories).Select(i => FamilyDecisions.InOrder(all[i * 50].Id, all[(i * 50) + 1].Id))];
        int right = proposals.Count(proposal => versions.Contains((proposal.One, proposal.Other)));
        TestContext.Current.TestOutputHelper?.WriteLine(
            FormattableString.Invariant($"{with.TotalMilliseconds / Articles:0.00} ms an article, {without.TotalMilliseconds / Articles:0.00} ms without marks; {right} of {Stories} versions proposed, {proposals.Length - right} other pairs"));
        Assert.True(right >= 0.95 * Stories);
        Assert.Equal(proposals.Length, right);
        Assert.True(with - without < TimeSpan.FromMilliseconds(10 * Articles));
    }

    static FamilyTraits Renamed(FamilyTraits traits) => traits with { Id = ArticleId.Of("again " + traits.Id.Value) };

    static async Task<TimeSpan> TakeInAsync(FamilyStore families, List<FamilyTraits> all, CancellationToken cancel)
    {
        long began = Stopwatch.GetTimestamp();
        foreach (FamilyTraits[] some in all.Chunk(Batch))
            await families.UpdateAsync([.. some.Select(traits => new FamilyChange(1, traits.Id, traits))], 7, cancel);
        return Stopwatch.GetElapsedTime(began);
    }

    static List<FamilyTraits> Make(Random random)
    {
        List<FamilyTraits> all = [];
        for (int i = 0; i < Articles; i++)
        {
            bool isVersion = i % 50 == 1;
            FamilyMark[] marks = [.. Names(random), .. Enumerable.Range(0, 4 + random.Next(8)).Select(_ => new FamilyMark(FamilyMarkKind.Figure, FigureOf(random)))];
            all.Add(new FamilyTraits
            {
                Id = ArticleId.Of($"{i}"),
                Language = Language.All[(i + (isVersion ? 0 : i / 50)) % 3],
                Day = i / PerDay,
                // A version keeps four in five of what it tells.
                Marks = [.. (isVersion ? all[^1].Marks.Where(_ => random.Next(5) > 0).Append(marks[^1]) : marks).Distinct()],
            });
            if (isVersion && all[^1].Language == all[^2].Language)
                all[^1] = all[^1] with { Language = Language.All[(i + 2) % 3] };
        }
        return all;
    }

    // Zipf's law: the first is named by every other article, the hundredth by one in two hundred.
    static IEnumerable<FamilyMark> Names(Random random) => Enumerable.Range(0, 6)
        .Select(i => new FamilyMark(i < 3 ? FamilyMarkKind.City : FamilyMarkKind.Organization, $"n{(int)Math.Exp(random.NextDouble() * Math.Log(300))}"));

    // One to five digits, as many of each.
    static string FigureOf(Random random)
    {
        int digits = 1 + random.Next(5);
        return $"{random.Next((int)Math.Pow(10, digits - 1), (int)Math.Pow(10, digits))}{(random.Next(2) == 0 ? "000000 JPY" : " percent")}";
    }
}
