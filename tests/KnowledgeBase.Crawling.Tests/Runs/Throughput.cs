using System.Globalization;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Tests.Runs;

public class ThroughputTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static void SkipOnABusyMachine() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KB_THROUGHPUT") is not null, "This takes time and needs the machine for itself: set KB_THROUGHPUT=1.");

    [Fact]
    public async Task Two_hundred_hosts_are_crawled_at_three_hundred_pages_a_second()
    {
        SkipOnABusyMachine();
        await using TestHost host = await ManyHosts.StartAsync(200, 50, TimeSpan.Zero);
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { MaxHostsAtOnce = 64 });
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher([.. ManyHosts.Addresses(host.Port, 200).Select(address => new Editorial.SourceAddress(Editorial.SourceKind.Sitemap, address + "/sitemap.xml", null, null))]));

        StageReport report = await stage.RunAsync(null, Cancel);

        long megabytes = Environment.WorkingSet / 1_000_000;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Done} pages in {report.Took.TotalSeconds:0.0} s: {report.Done / report.Took.TotalSeconds:0} pages/s, {megabytes} MB"));
        Assert.Equal(10_000, report.Done);
        Assert.InRange(report.Done / report.Took.TotalSeconds, 300, double.MaxValue);
        // The host stands in the same process.
        Assert.InRange(megabytes, 0, 400);
    }

    [Fact]
    public async Task With_a_million_known_addresses_what_is_due_is_found_at_once()
    {
        SkipOnABusyMachine();
        const int known = 1_000_000;
        await using Workshop workshop = await Workshop.OpenAsync([]);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        foreach (Link[] links in Enumerable.Range(0, known).Select(i => new Link { Url = $"https://host{i % 100}.example.org/news/{i}", PublisherId = "gazette", SourceUrl = "s" }).Chunk(20_000))
            await workshop.Pages.AddLinksAsync(links, now.AddDays(1), Cancel);
        await workshop.Pages.AddLinksAsync([new() { Url = "https://host7.example.org/due", PublisherId = "gazette", SourceUrl = "s" }], now.AddHours(-1), Cancel);

        await FindAsync();
        long started = TimeProvider.System.GetTimestamp();
        await FindAsync();
        double took = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{known} known pages: due in {took:0.0} ms"));
        Assert.InRange(took, 0, 20);

        async Task FindAsync()
        {
            Assert.Equal(["host7.example.org"], await workshop.Pages.FindDueHostsAsync(now, Cancel));
            Assert.Single(await workshop.Pages.FindDueAsync("host7.example.org", now, ["gazette"], 50, Cancel));
        }
    }
}
