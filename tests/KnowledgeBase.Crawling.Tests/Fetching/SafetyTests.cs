using System.Net;
using System.Net.Sockets;
using System.Text;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Tests.Fetching;

/// <summary>What a whole crawl over real connections leaves undone.</summary>
public class SafetyTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entities_that_multiply_or_lead_outside_spoil_one_feed_and_fetch_nothing()
    {
        string laughs = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">")) + "]><rss><channel><item><title>&a30;</title><link>/laughs</link></item></channel></rss>";
        await using TestHost host = (await TestHost.StartAsync()).On("/laughs.xml", "application/rss+xml", laughs).OnPage("/good", "<p>good</p>").OnPage("/secret", "secret");
        host.On("/outside.xml", "application/rss+xml", $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"{host.Address}/secret\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;&f;</title><link>/good</link></item></channel></rss>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/laughs.xml"), Workshop.Feed(host.Address + "/outside.xml")));

        StageReport report = await stage.RunAsync(null, Cancel);

        Assert.Equal((1, 1), (report.Done, report.Failed));
        Assert.DoesNotContain("/secret", host.Paths);
        Assert.DoesNotContain("/laughs", host.Paths);
        Assert.DoesNotContain("root:", (await workshop.Pages.FindAsync(host.Address + "/good", Cancel))!.Hints.Title ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_is_never_sent_back()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/a", context =>
        {
            context.Response.Headers.SetCookie = "session=1; Path=/";
            context.Response.Redirect("/b");
            return Task.CompletedTask;
        }).OnPage("/b", "<p>b</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/b"));
        Assert.All(host.Asked, asked => Assert.DoesNotContain("Cookie", asked.Headers.Keys));
    }

    [Fact]
    public async Task A_host_gets_one_request_at_a_time_and_the_gap_between_them()
    {
        var gap = TimeSpan.FromMilliseconds(400);
        (int present, int most) = (0, 0);
        await using TestHost host = await TestHost.StartAsync();
        host.On("/feed", "application/rss+xml", "<rss><channel><item><link>/1</link></item><item><link>/2</link></item><item><link>/3</link></item></channel></rss>");
        foreach (int i in Enumerable.Range(1, 3))
        {
            host.On($"/{i}", async context =>
            {
                most = Math.Max(most, Interlocked.Increment(ref present));
                await Task.Delay(50, context.RequestAborted);
                context.Response.ContentType = "text/html";
                Interlocked.Decrement(ref present);
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"<p>{i}</p>"), context.RequestAborted);
            });
        }
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { DefaultGap = gap });
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed")));

        Assert.Equal(3, (await stage.RunAsync(null, Cancel)).Done);

        Assert.Equal(1, most);
        long[] at = [.. host.Asked.Select(asked => asked.At)];
        Assert.Equal(5, at.Length);
        // A clock that ticks in milliseconds may round one away.
        Assert.All(at.Zip(at.Skip(1)), pair => Assert.True(TimeProvider.System.GetElapsedTime(pair.First, pair.Second) >= gap - TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public async Task A_calendar_and_a_circle_of_paths_are_never_asked_for()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/story", "<p>a story</p>")
            .OnPage("/list", "<a href=/story>a</a><a href='/events/?month=2031-05'>next month</a><a href=/a/b/a/b/a/b/a/b/a/b>on</a><a href='/story?utm_source=list&phpsessid=1'>again</a><a href='/story#more'>more</a>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(new SourceAddress(SourceKind.Listing, host.Address + "/list", null, "a")));

        Assert.Equal(1, (await stage.RunAsync(null, Cancel)).Done);
        Assert.Equal(["/list", "/story"], host.Paths);
    }

    // The port of the web is open to the guard, so here the address alone decides.
    [Fact]
    public async Task On_the_port_of_the_web_no_spelling_leads_into_our_own_network_either()
    {
        using var inside = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        try
        {
            inside.Bind(new IPEndPoint(IPAddress.IPv6Any, 80));
        }
        catch (SocketException e)
        {
            Assert.Skip($"Port 80 can't be listened on here: {e.Message}");
        }
        inside.Listen();
        Task<Socket> met = inside.AcceptAsync(Cancel).AsTask();
        await using TestHost outside = await TestHost.StartAsync();
        await using Workshop workshop = await Workshop.OpenAsync(outside);
        string[] spellings = ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "１２７.０.０.１"];
        foreach (string spelling in spellings)
        {
            outside.OnRedirect("/a", $"http://{spelling}/");
            Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync($"http://{spelling}/"));
            Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(outside.Address + "/a"));
        }
        Assert.Equal(spellings.Length, outside.Paths.Count(path => path == "/a"));
        Assert.False(met.IsCompleted, "Somebody came in.");
    }

    [Fact]
    public async Task Every_visit_is_in_the_ledger_with_its_moment_status_bytes_and_outcome()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/a", "<p>a</p>").OnStatus("/b", 404);
        const string Feed = "<rss><channel><item><link>/a</link></item><item><link>/b</link></item></channel></rss>";
        host.On("/feed", "application/rss+xml", Feed);
        await using Workshop workshop = await Workshop.OpenAsync(host);
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed")));
        DateTimeOffset before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await stage.RunAsync(null, Cancel);

        foreach ((string path, string outcome, int status, long bytes) in ((string, string, int, long)[])[("/robots.txt", "fetched", 404, 0), ("/feed", "fetched", 200, Feed.Length), ("/a", "fetched", 200, 8), ("/b", "failed", 404, 0)])
        {
            Visit visit = Assert.Single(await workshop.Pages.FindVisitsAsync(host.Address + path, Cancel));
            Assert.Equal((path, outcome, status, bytes), (path, visit.Outcome, visit.Status, visit.Bytes));
            Assert.InRange(visit.VisitedAt, before, TimeProvider.System.GetUtcNow());
            Assert.True(visit.Duration >= TimeSpan.Zero);
        }
    }
}
