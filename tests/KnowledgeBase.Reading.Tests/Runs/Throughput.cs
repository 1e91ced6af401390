using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Tests.Runs;

/// <summary>Reads pages of all kinds one after another on one core and tells how many a second, which took longest, and how memory went.</summary>
static class Throughput
{
    const int Reports = 10;

    /// <summary>A long run tells how it goes, so that a part of it is worth something.</summary>
    const int MostPagesBetweenReports = 1_000;

    /// <summary>Returns the exit code: 2 when there are no pages.</summary>
    /// <param name="count">How many pages to read, the same ones again and again; null for each once.</param>
    public static int Run(int? count)
    {
        List<(string Id, FetchedPage Page)> pages = ReadPages();
        if (pages.Count == 0)
        {
            Console.Error.WriteLine("No pages: put them into ../shared/eval/reading/dev/pages, or name the folder above eval with KB_SHARED.");
            return 2;
        }
        var extractor = new Extractor(Repository.Content);
        int all = count ?? pages.Count;
        List<(string Id, TimeSpan Took)> slowest = [];
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < all; i++)
        {
            (string id, FetchedPage page) = pages[i % pages.Count];
            // Of the processor, not of the clock: on a busy machine a page waits for others.
            TimeSpan begun = Environment.CpuUsage.TotalTime;
            extractor.Extract(page);
            slowest.Add((id, Environment.CpuUsage.TotalTime - begun));
            if ((i + 1) % Math.Clamp(all / Reports, 1, MostPagesBetweenReports) == 0)
                Report(i + 1, Stopwatch.GetElapsedTime(started));
            if (slowest.Count > 1000)
                slowest = [.. slowest.OrderByDescending(page => page.Took).Take(Reports)];
        }
        foreach ((string id, TimeSpan took) in slowest.OrderByDescending(page => page.Took).Take(Reports))
            Console.WriteLine($"{took.TotalSeconds:0.000} s  {id}");
        return 0;
    }

    static void Report(int read, TimeSpan took)
    {
        double processor = Environment.CpuUsage.TotalTime.TotalSeconds;
        long live = GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024;
        Console.WriteLine($"{read} pages, {read / took.TotalSeconds:0.0} a second, {read / processor:0.0} a second of the processor; live {live} MB, working set {Environment.WorkingSet / 1024 / 1024} MB");
    }

    static List<(string Id, FetchedPage Page)> ReadPages()
    {
        string shared = Environment.GetEnvironmentVariable("KB_SHARED") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "..", "shared");
        string folder = Path.Combine(shared, "eval", "reading", "dev", "pages");
        string list = Path.Combine(folder, "inputs.jsonl");
        return File.Exists(list) ? [.. File.ReadLines(list).Select(line => ReadPage(folder, line))] : [];
    }

    static (string Id, FetchedPage Page) ReadPage(string folder, string line)
    {
        using var input = JsonDocument.Parse(line);
        string? Text(string name) => input.RootElement.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
        using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, Text("html")!)), CompressionMode.Decompress);
        using var body = new MemoryStream();
        packed.CopyTo(body);
        return (Text("id")!, Examples.Page(body.ToArray(), Text("content_type"), Text("url") ?? "http://example.org/page", "") with { FetchedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) });
    }
}
