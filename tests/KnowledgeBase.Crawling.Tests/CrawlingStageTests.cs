using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Crawling.Tests;

public class CrawlingStageTests
{
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_article_of_a_newspaper_is_found_and_stored_and_what_robots_txt_closes_is_never_fetched()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, _time);
        using CrawlingStage stage = workshop.Stage(paper.Publisher);

        StageReport report = await stage.RunAsync(null, Cancel);

        Assert.Equal(("crawl", 12, 0), (report.Stage, report.Done, report.Failed));
        ImmutableArray<FetchedPage> stored = await workshop.Pages.FindUnreadAsync("1-a", "", 100, Cancel);
        Assert.Equal(Newspaper.Articles.Select(path => paper.Host.Address + path).Order(StringComparer.Ordinal), stored.Select(page => page.Url));
        Assert.All(Newspaper.Articles, path => Assert.Single(paper.Host.Paths, path));
        Assert.DoesNotContain("/private/1.html", paper.Host.Paths);
        FetchedPage first = stored.Single(page => page.Url.EndsWith("/1.html", StringComparison.Ordinal));
        Assert.Equal(("Kobe pays half the rent", new DateTimeOffset(2026, 1, 2, 1, 0, 0, TimeSpan.Zero)), (first.Hints.Title, first.Hints.PublishedAt));
        Assert.Equal("disallowed", Assert.Single(await workshop.Pages.FindVisitsAsync(paper.Host.Address + "/private/1.html", Cancel)).Outcome);
    }

    [Fact]
    public async Task The_second_crawl_fetches_nothing_that_did_not_change()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, _time);
        using CrawlingStage stage = workshop.Stage(paper.Publisher);
        await stage.RunAsync(null, Cancel);
        paper.Host.Asked.Clear();

        StageReport atOnce = await stage.RunAsync(null, Cancel);
        Assert.Equal((0, 0, 0, 0), (atOnce.Done, atOnce.Unchanged, atOnce.Failed, paper.Host.Asked.Count));

        _time.Advance(TimeSpan.FromHours(2));
        StageReport later = await stage.RunAsync(null, Cancel);
        Assert.Equal((0, 12, 0), (later.Done, later.Unchanged, later.Failed));
        Assert.Equal(15, paper.Host.Asked.Count);
        Assert.All(paper.Host.Asked, asked => Assert.True(asked.Headers.ContainsKey("If-None-Match"), asked.Path));
    }

    [Fact]
    public async Task A_page_that_changed_is_stored_again_and_its_earlier_version_is_kept()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, _time);
        using CrawlingStage stage = workshop.Stage(paper.Publisher);
        await stage.RunAsync(null, Cancel);
        paper.Host.OnPage("/news/1.html", "<p>Kobe pays a third of the rent</p>");
        _time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, (await stage.RunAsync(null, Cancel)).Done);

        string url = paper.Host.Address + "/news/1.html";
        Assert.Contains("a third", System.Text.Encoding.UTF8.GetString((await workshop.Pages.FindAsync(url, Cancel))!.Body.Span), StringComparison.Ordinal);
        FetchedPage earlier = Assert.Single(await new PageHistory(workshop.Ledger).FindAsync(url, Cancel));
        Assert.Contains("half the rent", System.Text.Encoding.UTF8.GetString(earlier.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_source_or_page_does_not_stop_the_others()
    {
        await using TestHost host = (await TestHost.StartAsync())
            .On("/broken.xml", "application/rss+xml", "this is no feed")
            .OnStatus("/gone.xml", 500)
            .On("/good.xml", "application/rss+xml", "<rss><channel><item><link>/bad</link></item><item><link>/good</link></item><item><link>http://[broken</link></item></channel></rss>")
            .On("/bad", context => throw new InvalidOperationException("the host's own accident"))
            .OnPage("/good", "<p>good</p>")
            .OnPage("/list", "<a href=/good>");
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(
            Workshop.Feed(host.Address + "/broken.xml"), Workshop.Feed(host.Address + "/gone.xml"), new(Editorial.SourceKind.Listing, host.Address + "/list", null, "a[["), Workshop.Feed(host.Address + "/good.xml")));

        StageReport report = await stage.RunAsync(null, Cancel);

        Assert.Equal((1, 4), (report.Done, report.Failed));
        Assert.NotNull(await workshop.Pages.FindAsync(host.Address + "/good", Cancel));
        ImmutableArray<SourceState> states = await new SourceStore(workshop.Ledger).FindAllAsync(Cancel);
        Assert.Equal(["it is no feed", "it answers 500", "2 links, 2 new", "the selector 'a[[' or '' can't be read as CSS"], states.Select(state => state.Outcome));
    }

    [Fact]
    public async Task Without_a_contact_nothing_is_crawled()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, _time);
        using var stage = new CrawlingStage(Workshop.Content(paper.Publisher), workshop.Ledger, new CrawlerOptions(), _time, Microsoft.Extensions.Logging.Abstractions.NullLogger<CrawlingStage>.Instance);
        Assert.Equal(0, (await stage.RunAsync(null, Cancel)).Done);
        Assert.Empty(paper.Host.Asked);
        Assert.StartsWith("Nothing is crawled: set Crawler:Contact", new CrawlerOptions().FindProblem("Development"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ops@example.org\r\nX-Evil: 1")]
    [InlineData("ftp://example.org")]
    public void A_contact_that_is_none_is_named(string contact) =>
        Assert.Contains("which is no mail address", new CrawlerOptions { Contact = contact }.FindProblem("Development"), StringComparison.Ordinal);

    [Fact]
    public void Private_networks_need_a_second_switch_in_production()
    {
        var options = new CrawlerOptions { Contact = "https://example.org/bot", AllowedPrivateEndpoints = ["10.0.0.0/8:80"] };
        Assert.Null(options.FindProblem("Development"));
        Assert.Contains("opens private networks in Production", options.FindProblem("Production"), StringComparison.Ordinal);
        Assert.Null((options with { AllowPrivateEndpointsInProduction = true }).FindProblem("Production"));
        Assert.Contains("'10.0.0.0' in", (options with { AllowedPrivateEndpoints = ["10.0.0.0"] }).FindProblem("Development"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_watches_sees_the_hosts_and_how_far_they_are()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/a", "<p>a</p>").OnStatus("/b", 503, retryAfter: "600").OnPage("/c", "<p>c</p>");
        host.On("/feed", "application/rss+xml", "<rss><channel><item><link>/a</link></item><item><link>/b</link></item><item><link>/c</link></item></channel></rss>");
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed")));
        List<StageProgress> heard = [];
        Assert.Empty(stage.Activity.Hosts);

        await stage.RunAsync(new Listener(heard), Cancel);

        Assert.Equal(new HostActivity($"127.77.0.1:{host.Port}", HostWork.Resting, 1, 0, 1, _time.GetUtcNow().AddMinutes(10)), Assert.Single(stage.Activity.Hosts));
        Assert.Equal((1, 1, 1, 0, 1), (stage.Activity.Publishers, stage.Activity.Waiting, stage.Activity.Fetched, stage.Activity.Unchanged, stage.Activity.Failed));
        Assert.Equal([null, 3, 3], heard.Select(progress => progress.Total));
        Assert.Equal([(0, "/feed"), (1, "/a"), (2, "/b")], heard.Select(progress => (progress.Done, new Uri(progress.Current).AbsolutePath)));
        Assert.DoesNotContain("/c", host.Paths);

        // The next run, and a crawler started anew, leave it alone as long as it asked.
        using CrawlingStage restarted = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed")));
        await restarted.RunAsync(null, Cancel);
        Assert.DoesNotContain("/c", host.Paths);
        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await restarted.RunAsync(null, Cancel)).Done);
    }

    sealed class Listener(List<StageProgress> heard) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => heard.Add(value);
    }

    [Fact]
    public async Task A_disabled_publisher_is_not_crawled()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, _time);
        using CrawlingStage stage = workshop.Stage(paper.Publisher with { IsEnabled = false });
        await workshop.Pages.AddLinksAsync([new() { Url = paper.Host.Address + "/news/1.html", PublisherId = "gazette", SourceUrl = "s" }], _time.GetUtcNow(), Cancel);
        await stage.RunAsync(null, Cancel);
        Assert.Empty(paper.Host.Asked);
    }

    [Fact]
    public async Task A_page_that_asks_not_to_be_indexed_is_not_kept_and_what_was_kept_goes()
    {
        await using TestHost host = (await TestHost.StartAsync())
            .On("/feed", "application/rss+xml", "<rss><channel><item><link>/a</link></item><item><link>/b</link></item></channel></rss>")
            .OnPage("/a", "<p>a</p>").OnPage("/b", "<html><head><META content='nofollow, NOINDEX' name=robots></head><p>b</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed")));
        Assert.Equal(1, (await stage.RunAsync(null, Cancel)).Done);
        Assert.Null(await workshop.Pages.FindAsync(host.Address + "/b", Cancel));

        host.On("/a", context =>
        {
            context.Response.Headers["X-Robots-Tag"] = new(["otherbot: all", "knowledgebasebot: noindex"]);
            context.Response.ContentType = "text/html";
            return context.Response.Body.WriteAsync("<p>a</p>"u8.ToArray()).AsTask();
        });
        _time.Advance(TimeSpan.FromHours(2));
        await stage.RunAsync(null, Cancel);
        Assert.Null(await workshop.Pages.FindAsync(host.Address + "/a", Cancel));
    }
}
