using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Runs;
using KnowledgeBase.Crawling.Traps;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Crawling.Tests.Traps;

public class TrapTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/calendar/2031-05/")]
    [InlineData("/events/?month=2026-03")]
    [InlineData("/news/2031/05/")]
    [InlineData("/a/b/a/b/a/b/a/b/")]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16")]
    [InlineData("/list?a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9")]
    public void Addresses_without_end_are_traps(string path) => Assert.NotNull(LinkTrap.Find(new Uri("http://example.org" + path), Now));

    [Theory]
    [InlineData("/news/2026/01/02/kobe-pays-half-the-rent.html")]
    [InlineData("/n1/2026/0102/c1001-40000000.html")]
    [InlineData("/events/port-festival-opens")]
    [InlineData("/articles/-/123456?page=2&lang=ja")]
    [InlineData("/economy/2031-vision-for-the-port")]
    public void Stories_are_none(string path) => Assert.Null(LinkTrap.Find(new Uri("http://example.org" + path), Now));

    [Theory]
    [InlineData("<title>404 Not Found</title>")]
    [InlineData("<title>Page not found | The Port Gazette</title>")]
    [InlineData("<title>Gazette</title><h1>The page you requested could not be found</h1>")]
    [InlineData("<title>抱歉，您访问的页面不存在</title>")]
    [InlineData("<h1>お探しのページが見つかりません</h1>")]
    [InlineData("<title>指定されたページは存在しません - 港新聞</title>")]
    public void A_page_whose_words_say_that_it_is_gone_is_gone(string html) => Assert.NotNull(SoftNotFound.Find("http://example.org/a", Page(html, "http://example.org/a")));

    [Theory]
    [InlineData("<title>Missing cargo not found after a week's search</title>")]
    [InlineData("<title>Kobe pays half the rent</title><h1>A page in the history of the port</h1>")]
    [InlineData("<title>404家企业参加大连展会</title>")]
    [InlineData("<title>行方不明の貨物、見つからず</title>")]
    public void A_story_about_what_is_gone_is_not(string html) => Assert.Null(SoftNotFound.Find("http://example.org/a", Page(html, "http://example.org/a")));

    [Fact]
    public void A_page_that_leads_home_is_gone()
    {
        Assert.NotNull(SoftNotFound.Find("http://example.org/a", Page("<p>home</p>", "http://www.example.org/")));
        Assert.NotNull(SoftNotFound.Find("http://example.org/a", Page("<p>home</p>", "http://example.org/404.html")));
        Assert.Null(SoftNotFound.Find("http://example.org/", Page("<p>home</p>", "http://example.org/")));
    }

    [Fact]
    public void Nearly_the_same_text_has_nearly_the_same_fingerprint_and_another_text_has_not()
    {
        string story = Story("投资", 12);
        long original = Fingerprint(story);
        Assert.True(Crawling.Traps.Fingerprint.AreAlike(original, Fingerprint($"<html><nav><a>another menu</a></nav>{story.Replace("第3", "第三", StringComparison.Ordinal)}<footer>print</footer></html>")));
        Assert.False(Crawling.Traps.Fingerprint.AreAlike(original, Fingerprint(Story("贸易", 12))));
        Assert.Null(Crawling.Traps.Fingerprint.Find("<p>A short brief.</p>"u8, null));
    }

    [Fact]
    public async Task The_same_words_with_other_numbers_are_another_story()
    {
        string report = $"{Story("投资", 30)}<p>神户港今天的进出口总额为1,204亿日元，比昨天同一时间增加了百分之3，港口管理部门在每天例行发布的公报中这样表示。</p>";
        string next = report.Replace("1,204", "1,318", StringComparison.Ordinal);
        Assert.True(Crawling.Traps.Fingerprint.AreAlike(Fingerprint(report), Fingerprint(next)));
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/monday", report).OnPage("/tuesday", next).OnPage("/tuesday?print=1", next + "<p>Print</p>");
        host.On("/feed", "application/rss+xml", "<rss><channel><item><link>/monday</link></item><item><link>/tuesday</link></item><item><link>/tuesday?print=1</link></item></channel></rss>");
        await using Workshop workshop = await Workshop.OpenAsync(host, new FakeTimeProvider(Now));
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed")));
        await stage.RunAsync(null, Cancel);
        Assert.Equal([host.Address + "/monday", host.Address + "/tuesday"], (await workshop.Pages.FindUnreadAsync("1-a", "", 100, Cancel)).Select(page => page.Url));
    }

    [Fact]
    public async Task A_twin_is_found_however_many_pages_lie_between()
    {
        await using Workshop workshop = await Workshop.OpenAsync([], new FakeTimeProvider(Now));
        var twins = new Twins(workshop.Ledger);
        await SaveAsync("/story", Story("投资", 12));
        for (int i = 0; i < 2500; i++)
            await SaveAsync($"/other/{i}", $"<p>{i} short</p>");
        Assert.Equal("http://example.org/story", (await SaveAsync("/print/story", Story("投资", 12) + "<p>Print</p>")).TwinUrl);

        async Task<Storage.Likeness> SaveAsync(string path, string html)
        {
            var page = new FetchedPage { Url = "http://example.org" + path, FinalUrl = "http://example.org" + path, PublisherId = "gazette", FetchedAt = Now, Status = 200, Headers = [KeyValuePair.Create("Content-Type", "text/html; charset=utf-8")], Body = Encoding.UTF8.GetBytes(html) };
            Storage.Likeness likeness = await twins.FindAsync(page, Cancel);
            await workshop.Pages.SavePageAsync(page, likeness, new(page.Url, Now, "fetched", null, 200, 0, TimeSpan.Zero), null, Cancel);
            return likeness;
        }
    }

    [Fact]
    public async Task One_story_under_many_addresses_is_read_once()
    {
        var time = new FakeTimeProvider(Now);
        string story = Story("投资", 12);
        await using TestHost host = (await TestHost.StartAsync())
            .OnPage("/a", $"<html><h1>A</h1>{story}</html>").OnPage("/A/", $"<html><h1>A</h1>{story}</html>").OnPage("/a?print=1", $"<h1>A</h1>{story}<p>Print</p>")
            .OnPage("/b", Story("贸易", 12)).OnRedirect("/c", "/d").OnRedirect("/e", "/d").OnPage("/d", "<p>short</p>");
        host.On("/feed", "application/rss+xml", "<rss><channel>" + string.Concat("/a /A/ /a?print=1 /b /c /e".Split(' ').Select(path => $"<item><link>{path}</link></item>")) + "</channel></rss>");
        await using Workshop workshop = await Workshop.OpenAsync(host, time);
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed")));

        StageReport report = await stage.RunAsync(null, Cancel);

        Assert.Equal(6, report.Done);
        ImmutableArray<FetchedPage> unread = await workshop.Pages.FindUnreadAsync("1-a", "", 100, Cancel);
        Assert.Equal(3, unread.Length);
        Assert.Equal(6, (await workshop.Pages.FindStoredAsync("", 100, Cancel)).Length);
    }

    [Theory]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0; url=/b\">", true)]
    [InlineData("<META content='3;URL=\"/b\"' HTTP-EQUIV=Refresh />", true)]
    [InlineData("<meta http-equiv=refresh content=0;url=/b>", true)]
    [InlineData("<meta http-equiv=\"refresh\" content=\"300; url=/b\">", false)]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0; url=/a\">", false)]
    [InlineData("<meta http-equiv=\"refresh\" content=\"60\">", false)]
    public async Task A_page_that_sends_its_readers_on_is_a_redirect(string html, bool isRedirect)
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/a", html).OnPage("/b", "<p>b</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        var page = Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.Equal(host.Address + (isRedirect ? "/b" : "/a"), page.FinalUrl);
    }

    [Fact]
    public async Task A_refresh_into_our_own_network_is_refused()
    {
        await using TestHost inside = (await TestHost.StartAsync()).OnPage("/", "secret");
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/a", $"<meta http-equiv=refresh content='0;url=http://127.0.0.1:{inside.Port}/'>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.Empty(inside.Asked);
    }

    [Fact]
    public async Task One_host_gets_no_more_than_its_share_of_a_run()
    {
        await using TestHost host = await ManyHosts.StartAsync(2, 30, TimeSpan.Zero);
        await using Workshop workshop = await Workshop.OpenAsync(host, new FakeTimeProvider(Now), options => options with { MaxPagesPerHost = 10 });
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher([.. ManyHosts.Addresses(host.Port, 2).Select(address => new SourceAddress(SourceKind.Sitemap, address + "/sitemap.xml", null, null))]));
        List<int> done = [];
        for (int run = 0; run < 4; run++)
            done.Add((await stage.RunAsync(null, Cancel)).Done);
        Assert.Equal([20, 20, 20, 0], done);
    }

    [Fact]
    public async Task A_publisher_is_visited_in_its_hours_only()
    {
        var time = new FakeTimeProvider(Now);
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, time);
        using CrawlingStage stage = workshop.Stage(paper.Publisher with { Hours = VisitingHours.Find("01:00-05:00 Asia/Tokyo") });
        await stage.RunAsync(null, Cancel);
        Assert.Empty(paper.Host.Asked);
        time.Advance(TimeSpan.FromHours(5));
        Assert.Equal(12, (await stage.RunAsync(null, Cancel)).Done);
    }

    [Theory]
    [InlineData("22:00-06:00", "2026-01-02T23:30:00Z", true)]
    [InlineData("22:00-06:00", "2026-01-02T05:59:00Z", true)]
    [InlineData("22:00-06:00", "2026-01-02T06:00:00Z", false)]
    [InlineData("9:00-17:30 Asia/Shanghai", "2026-01-02T01:00:00Z", true)]
    [InlineData("9:00-17:30 Asia/Shanghai", "2026-01-02T09:30:00Z", false)]
    public void Hours_may_go_over_midnight_and_have_a_zone(string hours, string moment, bool isInside) =>
        Assert.Equal(isInside, VisitingHours.Find(hours)!.Include(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("at night")]
    [InlineData("25:00-06:00")]
    [InlineData("01:00-01:00")]
    [InlineData("01:00-05:00 Asia/Nowhere")]
    public void Hours_written_otherwise_are_none(string hours) => Assert.Null(VisitingHours.Find(hours));

    static long Fingerprint(string html) => Crawling.Traps.Fingerprint.Find(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8")!.Value.Bits;

    static string Story(string about, int paragraphs) => string.Concat(Enumerable.Range(1, paragraphs).Select(i =>
        $"<p>第{i}段：关于{about}的讨论在港口城市的会议中心举行，来自{about}领域的代表{i * 7}人就{about}环境、{about}政策和未来{i}年的{about}计划交换了意见并达成共识。</p>"));

    static FetchResult.Fetched Page(string html, string finalUrl) => new(finalUrl, [KeyValuePair.Create("Content-Type", "text/html; charset=utf-8")], Encoding.UTF8.GetBytes(html));
}
