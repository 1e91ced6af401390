using System.Diagnostics;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Benchmarks;

/// <summary>Indexes a corpus into an empty folder, and says how quickly.</summary>
static class IndexRun
{
    public static async Task<int> RunAsync(string path, string folder, RunOptions options)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        using var corpus = new Corpus(path);
        long began = Stopwatch.GetTimestamp();
        using (ArticleIndex index = OpenedIndex.Open(folder, OpenedIndex.ReadContent(), options))
            await index.FollowAsync(corpus.Changes, () => Task.CompletedTask, TimeProvider.System, null, CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var summary = new Summary
        {
            ["engine"] = QueryRun.NameOf(options),
            ["task"] = "index",
            ["threads"] = Environment.ProcessorCount,
            ["docs"] = corpus.Articles,
            ["total_s"] = Math.Round(seconds, 1),
            ["docs_s"] = Math.Round(corpus.Articles / seconds),
            ["cpu_s"] = Math.Round(Usage.ProcessCpuSeconds, 1),
            ["docs_per_cpu_s"] = Math.Round(corpus.Articles / Usage.ProcessCpuSeconds),
            ["index_mb"] = Math.Round(Directory.EnumerateFiles(new IndexFolder(folder).Path).Sum(file => new FileInfo(file).Length) / 1e6, 1),
            ["peak_rss_mb"] = Usage.PeakMemoryMegabytes,
        };
        Console.WriteLine(summary);
        return 0;
    }
}
