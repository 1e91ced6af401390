using System.Diagnostics;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Benchmarks;

/// <summary>What it costs to propose versions of stories: a year of 55 articles a day, each naming some cities and organisations of a few hundred, the frequent ones far more often, and figures; one in fifty has a version in another language.</summary>
static class ProposalRun
{
    const int Articles = 20_000, PerDay = 55, Batch = 100, Stories = 400, Most = 10_000;

    public static async Task<int> RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("kb-ledger-").FullName;
        await using (Ledger ledger = await Ledger.OpenFolderAsync(folder, CancellationToken.None))
            Console.WriteLine(await MeasureAsync(new FamilyStore(ledger)));
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    static async Task<Summary> MeasureAsync(FamilyStore families)
    {
        List<FamilyTraits> all = Make(new Random(7));
        TimeSpan with = await TakeInAsync(families, all);
        TimeSpan without = await TakeInAsync(families, [.. all.Select(traits => Renamed(traits) with { Marks = [] })]);
        var proposals = await families.FindProposalsAsync(Most, CancellationToken.None);
        HashSet<(ArticleId, ArticleId)> versions = [.. Enumerable.Range(0, Stories).SelectMany(i => new[] { (all[i * 50].Id, all[(i * 50) + 1].Id), (all[(i * 50) + 1].Id, all[i * 50].Id) })];
        int right = proposals.Count(proposal => versions.Contains((proposal.One, proposal.Other)));
        return new()
        {
            ["task"] = "propose",
            ["docs"] = Articles,
            ["ms_per_doc"] = Math.Round(with.TotalMilliseconds / Articles, 2),
            ["ms_per_doc_without_marks"] = Math.Round(without.TotalMilliseconds / Articles, 2),
            ["versions"] = Stories,
            ["proposed_right"] = right,
            ["proposed_wrong"] = proposals.Length - right,
        };
    }

    static FamilyTraits Renamed(FamilyTraits traits) => traits with { Id = ArticleId.Of("again " + traits.Id.Value) };

    static async Task<TimeSpan> TakeInAsync(FamilyStore families, List<FamilyTraits> all)
    {
        long began = Stopwatch.GetTimestamp();
        foreach (FamilyTraits[] some in all.Chunk(Batch))
            await families.UpdateAsync([.. some.Select(traits => new FamilyChange(1, traits.Id, traits))], 7, CancellationToken.None);
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
