using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Benchmarks;

/// <summary>Answers the query log, one query after the other, and says how quickly. No result is kept.</summary>
static class QueryRun
{
    const int Top = 10;

    // Years come latest first: all 17 of the corpus must be there to find the ten largest.
    const int FacetValues = 20;

    public static int Run(string path, string folder, RunOptions options)
    {
        ContentFolder content = OpenedIndex.ReadContent();
        long began = Stopwatch.GetTimestamp();
        using ArticleIndex index = OpenedIndex.Open(folder, content, options);
        double openMilliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        LoggedQuery[] queries = [.. LoggedQuery.ReadAll(path, options)];
        Func<ComparedAnswer>[] asks = [.. queries.Select(query => Asking(index, query.Query, options.Mode))];
        for (int i = 0; i < options.Warm; i++)
            asks[i % asks.Length]();
        List<Measured> measured = new(queries.Length * options.Rounds);
        double cpu = Usage.ProcessCpuSeconds;
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < options.Rounds; round++)
            measured.AddRange(queries.Select((query, i) => Measure(query, asks[i])));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Summary summary = Summarize(options, measured, seconds, Usage.ProcessCpuSeconds - cpu);
        summary["open_ms"] = Math.Round(openMilliseconds);
        Console.WriteLine(summary);
        if (options.Out is not null)
            File.WriteAllLines(options.Out, measured.Take(queries.Length).Select(Line));
        return 0;
    }

    /// <summary>The name of this program in a comparison.</summary>
    public static string NameOf(RunOptions options) => options.IsPlain ? "knowledge-base bigrams" : "knowledge-base";

    // Queries are taken apart before the clock starts, as those of the peers are; a page is asked for as the site asks for it.
    static Func<ComparedAnswer> Asking(ArticleIndex index, SearchQuery query, string mode)
    {
        PreparedQuery prepared = index.Prepare(query);
        return mode switch
        {
            "topk" => () => Ranked(index, prepared, FacetCounting.None),
            "facet" => () => Ranked(index, prepared, FacetCounting.Hits),
            "ds" => () => Ranked(index, prepared, FacetCounting.Sideways),
            "page" => () => Page(index.Search(query)),
            _ => throw new ArgumentException($"{mode} is no mode: topk, facet, ds or page."),
        };
    }

    static Measured Measure(LoggedQuery query, Func<ComparedAnswer> ask)
    {
        double cpu = Usage.ThreadCpuSeconds;
        long start = Stopwatch.GetTimestamp();
        ComparedAnswer answer = ask();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new(query, milliseconds, (Usage.ThreadCpuSeconds - cpu) * 1000, answer);
    }

    static ComparedAnswer Ranked(ArticleIndex index, PreparedQuery query, FacetCounting facets)
    {
        using RankedAnswer answer = index.Rank(query, facets);
        return new(
            answer.Counting.Hits,
            [.. answer.Hits.Take(Top).Select(hit => (long)hit.Rank.Id)],
            facets == FacetCounting.None ? null : Compared(FacetCounts.Of(answer.Counting, index.Values, query.Query with { MaxValues = FacetValues })));
    }

    static ComparedAnswer Page(SearchResults results) => new(
        results.Total, [.. results.Hits.Take(Top).Select(hit => long.Parse(hit.Id.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))], Compared(results.Facets));

    static Dictionary<string, object[][]> Compared(ImmutableDictionary<Facet, ImmutableArray<FacetCount>> facets) =>
        LoggedQuery.KnownFacets.ToDictionary(known => known.Key, known => facets[known.Facet].Where(count => count.Count > 0).OrderByDescending(count => count.Count).Take(Top).Select(count => new object[] { count.Value, count.Count }).ToArray());

    static Summary Summarize(RunOptions options, List<Measured> measured, double seconds, double cpuSeconds)
    {
        double[] wall = [.. measured.Select(each => each.Milliseconds).Order()];
        double[] cpu = [.. measured.Select(each => each.CpuMilliseconds).Order()];
        return new Summary
        {
            ["engine"] = NameOf(options),
            ["task"] = "query",
            ["mode"] = options.Mode,
            ["threads"] = 1,
            ["n"] = measured.Count,
            ["wall_s"] = Round(seconds),
            ["qps"] = Math.Round(measured.Count / seconds, 1),
            ["cpu_s"] = Round(cpuSeconds),
            ["qps_per_cpu_s"] = Math.Round(measured.Count / cpuSeconds, 1),
            ["cpu_mean_ms"] = Round(cpu.Average()),
            ["cpu_p50_ms"] = Round(cpu[cpu.Length / 2]),
            ["cpu_p99_ms"] = Round(cpu[cpu.Length * 99 / 100]),
            ["mean_ms"] = Round(wall.Average()),
            ["p50_ms"] = Round(wall[wall.Length / 2]),
            ["p90_ms"] = Round(wall[wall.Length * 9 / 10]),
            ["p99_ms"] = Round(wall[wall.Length * 99 / 100]),
            ["max_ms"] = Round(wall[^1]),
            ["kinds_cpu_ms"] = measured.GroupBy(each => each.Query.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => Kind([.. kind.Select(each => each.CpuMilliseconds).Order()])),
            ["hits"] = measured.Sum(each => (long)each.Answer.Total) / options.Rounds,
            ["rss_mb"] = Usage.MemoryMegabytes,
            ["peak_rss_mb"] = Usage.PeakMemoryMegabytes,
        };
    }

    static Summary Kind(double[] cpu) => new() { ["n"] = cpu.Length, ["mean"] = Round(cpu.Average()), ["p50"] = Round(cpu[cpu.Length / 2]), ["p99"] = Round(cpu[cpu.Length * 99 / 100]) };

    static double Round(double value) => Math.Round(value, 3);

    static string Line(Measured measured)
    {
        var line = new Summary
        {
            ["id"] = measured.Query.Id,
            ["kind"] = measured.Query.Kind,
            ["us"] = Math.Round(measured.Milliseconds * 1000, 1),
            ["cpu_us"] = Math.Round(measured.CpuMilliseconds * 1000, 1),
            ["total"] = measured.Answer.Total,
            ["top"] = measured.Answer.Top,
            ["facets"] = measured.Answer.Facets!,
        };
        return line.ToString();
    }
}
