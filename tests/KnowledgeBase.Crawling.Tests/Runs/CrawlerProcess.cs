using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Crawling.Tests.Runs;

/// <summary>A crawler in a process of its own, so that it can be killed or have company.</summary>
static class CrawlerProcess
{
    /// <summary>Starts one.</summary>
    /// <param name="ledger">A folder, or a connection string of PostgreSQL.</param>
    /// <param name="port">The port of the test host.</param>
    /// <param name="hosts">Under how many addresses it answers.</param>
    /// <param name="lease">How long it holds a host without a sign of life.</param>
    public static Process Start(string ledger, int port, int hosts, TimeSpan lease)
    {
        string[] arguments =
        [
            typeof(CrawlerProcess).Assembly.Location, "crawl", ledger,
            .. new[] { port, hosts, (int)lease.TotalMilliseconds }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ];
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", arguments)
        {
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    /// <summary>Crawls until nothing is due any more, then prints how many pages it fetched.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        (string place, string port, int hosts) = (arguments[0], arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture));
        await using Ledger ledger = await OpenAsync(place);
        var options = new CrawlerOptions
        {
            Contact = "operator@example.org",
            DefaultGap = TimeSpan.Zero,
            AllowedPrivateEndpoints = [$"127.0.0.0/8:{port}"],
            LeaseTime = TimeSpan.FromMilliseconds(int.Parse(arguments[3], CultureInfo.InvariantCulture)),
            // Half of the hosts, so that a second crawler finds some that are free.
            MaxHostsAtOnce = 4,
        };
        var publisher = Workshop.Publisher([.. ManyHosts.Addresses(int.Parse(port, CultureInfo.InvariantCulture), hosts).Select(host => new Editorial.SourceAddress(Editorial.SourceKind.Sitemap, host + "/sitemap.xml", null, null))]);
        using var stage = new CrawlingStage(Workshop.Content(publisher), ledger, options, TimeProvider.System, NullLogger<CrawlingStage>.Instance);
        int fetched = 0;
        while (!await IsDoneAsync(ledger, hosts))
        {
            StageReport report = await stage.RunAsync(null, CancellationToken.None);
            fetched += report.Done;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
        Console.WriteLine(fetched);
        return 0;
    }

    static Task<Ledger> OpenAsync(string place) =>
        place.Contains("Host=", StringComparison.Ordinal) ? Ledger.OpenPostgresAsync(place, CancellationToken.None) : Ledger.OpenFolderAsync(place, CancellationToken.None);

    static async Task<bool> IsDoneAsync(Ledger ledger, int hosts)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return (await new SourceStore(ledger).FindAllAsync(CancellationToken.None)).Length == hosts && (await new PageStore(ledger).FindDueHostsAsync(now, CancellationToken.None)).IsEmpty;
    }
}
