using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Storage;
using KnowledgeBase.Tests.Storage;

namespace KnowledgeBase.Crawling.Tests.Runs;

public class RestartTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    const int Hosts = 8;
    const int Pages = 60;

    /// <summary>Short, so that the next crawler need not wait for the hosts of the one that was killed.</summary>
    static readonly TimeSpan ShortLease = TimeSpan.FromMilliseconds(500);

    /// <summary>Long, so that a crawler on a busy machine does not lose its hosts.</summary>
    static readonly TimeSpan LongLease = TimeSpan.FromSeconds(20);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Ten in the everyday run; KB_KILLS sets another number.</summary>
    static int Kills => int.TryParse(Environment.GetEnvironmentVariable("KB_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int kills) ? kills : 10;

    [Fact]
    public async Task A_crawler_killed_again_and_again_ends_with_everything_and_asks_twice_only_for_what_was_in_flight()
    {
        await using TestHost host = await ManyHosts.StartAsync(Hosts, Pages, TimeSpan.FromMilliseconds(5 + (2 * Kills)));
        string folder = Directory.CreateTempSubdirectory("kb-killed-").FullName;
        try
        {
            int killed = 0;
            for (int i = 0; i < Kills; i++)
                killed += await KillAsync(CrawlerProcess.Start(folder, host.Port, Hosts, ShortLease)) ? 1 : 0;
            await FinishAsync(CrawlerProcess.Start(folder, host.Port, Hosts, ShortLease));

            await using Ledger ledger = await Ledger.OpenFolderAsync(folder, Cancel);
            ImmutableArray<FetchedPage> stored = await new PageStore(ledger).FindStoredAsync("", 10_000, Cancel);
            Assert.Equal(Hosts * Pages, stored.Length);
            Assert.All(stored, page => Assert.StartsWith($"<html><h1>{new Uri(page.Url).AbsolutePath[1..]}</h1>", System.Text.Encoding.UTF8.GetString(page.Body.Span), StringComparison.Ordinal));
            Assert.InRange(killed, Kills / 2, Kills);
            int asked = host.Paths.Count(path => path != "/sitemap.xml");
            Assert.InRange(asked, Hosts * Pages, (Hosts * Pages) + (killed * Hosts));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Two_crawlers_on_one_PostgreSQL_ledger_share_the_work_and_fetch_nothing_twice()
    {
        Assert.SkipUnless(postgres.ConnectionString is not null, "PostgreSQL is not installed: apt-get install postgresql");
        string database = await postgres.MakeDatabaseAsync();
        await using TestHost host = await ManyHosts.StartAsync(Hosts, Pages, TimeSpan.FromMilliseconds(20));

        int[] fetched = await Task.WhenAll(FinishAsync(CrawlerProcess.Start(database, host.Port, Hosts, LongLease)), FinishAsync(CrawlerProcess.Start(database, host.Port, Hosts, LongLease)));

        Assert.Equal(Hosts * Pages, fetched.Sum());
        Assert.Equal(Hosts * (Pages + 1), host.Asked.Where(asked => asked.Path != "/robots.txt").Select(asked => asked.Host + asked.Path).Distinct().Count());
        Assert.Equal(Hosts * (Pages + 1), host.Paths.Count());
        Assert.All(fetched, count => Assert.InRange(count, 1, (Hosts * Pages) - 1));
    }

    static async Task<bool> KillAsync(Process process)
    {
        using (process)
        {
            await Task.Delay(Random.Shared.Next(300, 1500), Cancel);
            bool isRunning = !process.HasExited;
            // SIGKILL: no handler runs.
            process.Kill();
            await process.WaitForExitAsync(Cancel);
            return isRunning;
        }
    }

    static async Task<int> FinishAsync(Process process)
    {
        using (process)
        {
            string output = await process.StandardOutput.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            Assert.Equal(0, process.ExitCode);
            return int.Parse(output, CultureInfo.InvariantCulture);
        }
    }
}
