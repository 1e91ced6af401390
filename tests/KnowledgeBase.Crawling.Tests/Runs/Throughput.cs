using System.Globalization;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Tests.Runs;

/// <summary>Measures the crawler: a program, not a test, for it needs the machine for itself. <c>dotnet run --project tests/KnowledgeBase.Crawling.Tests -- throughput</c></summary>
static class Throughput
{
    const int Hosts = 200;
    const int PagesPerHost = 50;
    const int KnownPages = 1_000_000;

    const int PagesAtATime = 50;
    const int KnownHosts = 100;

    /// <summary>Measures and prints all figures. 1 when the crawl lost a page or the wrong page was due, whatever the speed.</summary>
    public static async Task<int> RunAsync()
    {
        bool isWhole = await CrawlAsync() & await FindDueAsync() & await WorkDownAsync();
        return isWhole ? 0 : 1;
    }

    // The hosts stand in the same process: memory is theirs too.
    static async Task<bool> CrawlAsync()
    {
        await using TestHost host = await ManyHosts.StartAsync(Hosts, PagesPerHost, TimeSpan.Zero);
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { MaxHostsAtOnce = 64 });
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher([.. ManyHosts.Addresses(host.Port, Hosts).Select(address => new Editorial.SourceAddress(Editorial.SourceKind.Sitemap, address + "/sitemap.xml", null, null))]));
        TimeSpan before = Environment.CpuUsage.TotalTime;
        StageReport report = await stage.RunAsync(null, CancellationToken.None);
        // On a machine that others use too, the time spent on processors tells more than the clock.
        TimeSpan worked = Environment.CpuUsage.TotalTime - before;
        Print($"{report.Done} of {Hosts * PagesPerHost} pages in {report.Took.TotalSeconds:0.0} s: {report.Done / report.Took.TotalSeconds:0} pages/s, {report.Done / worked.TotalSeconds:0} pages for each second of one processor, {Environment.WorkingSet / 1_000_000} MB");
        return report.Done == Hosts * PagesPerHost;
    }

    static async Task<bool> FindDueAsync()
    {
        await using Workshop workshop = await Workshop.OpenAsync([]);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await AddKnownPagesAsync(workshop, now.AddDays(1));
        await workshop.Pages.AddLinksAsync([new() { Url = "https://host7.example.org/due", PublisherId = "gazette", SourceUrl = "s" }], now.AddHours(-1), CancellationToken.None);
        bool isFound = await FindAsync();
        long started = TimeProvider.System.GetTimestamp();
        isFound &= await FindAsync();
        Print($"{KnownPages} known pages: due in {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:0.0} ms");
        return isFound;

        async Task<bool> FindAsync() =>
            await workshop.Pages.FindDueHostsAsync(now, CancellationToken.None) is ["host7.example.org"]
            && await workshop.Pages.FindDueAsync("host7.example.org", now, ["gazette"], 50, CancellationToken.None) is [_];
    }

    // A million pages are due at once, as after a long pause: what a crawler asks the ledger for and writes into it, without the fetching between.
    static async Task<bool> WorkDownAsync()
    {
        await using Workshop workshop = await Workshop.OpenAsync([]);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await AddKnownPagesAsync(workshop, now.AddHours(-1));
        (int done, List<TimeSpan> asks, long started) = (0, [], TimeProvider.System.GetTimestamp());
        for (var hosts = await workshop.Pages.FindDueHostsAsync(now, CancellationToken.None); !hosts.IsEmpty; hosts = await workshop.Pages.FindDueHostsAsync(now, CancellationToken.None))
        {
            foreach (string host in hosts)
            {
                long asked = TimeProvider.System.GetTimestamp();
                var due = await workshop.Pages.FindDueAsync(host, now, ["gazette"], PagesAtATime, CancellationToken.None);
                asks.Add(TimeProvider.System.GetElapsedTime(asked));
                foreach (DuePage page in due)
                    await workshop.Pages.SaveVisitAsync(new(page.Url, now, "unchanged", null, 304, 0, TimeSpan.Zero), dueAt: null, CancellationToken.None);
                if ((done + due.Length) / 100_000 > done / 100_000)
                {
                    Print($"{done + due.Length} worked down after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s: due in {asks.Order().ElementAt(asks.Count / 2).TotalMilliseconds:0.0} ms, 99 of 100 in {asks.Order().ElementAt(asks.Count * 99 / 100).TotalMilliseconds:0.0} ms, {Environment.WorkingSet / 1_000_000} MB of which {GC.GetTotalMemory(forceFullCollection: false) / 1_000_000} MB are managed");
                    asks.Clear();
                }
                done += due.Length;
            }
        }
        return done == KnownPages;
    }

    static async Task AddKnownPagesAsync(Workshop workshop, DateTimeOffset at)
    {
        foreach (Link[] links in Enumerable.Range(0, KnownPages).Select(i => new Link { Url = $"https://host{i % KnownHosts}.example.org/news/{i}", PublisherId = "gazette", SourceUrl = "s" }).Chunk(20_000))
            await workshop.Pages.AddLinksAsync(links, at, CancellationToken.None);
    }

    static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
