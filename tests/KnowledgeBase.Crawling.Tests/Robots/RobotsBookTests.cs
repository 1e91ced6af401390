using KnowledgeBase.Crawling.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Crawling.Tests.Robots;

public class RobotsBookTests
{
    const string Closed = "user-agent: *\ndisallow: /\n";

    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_host_without_rules_allows_everything(int status)
    {
        await using TestHost host = (await TestHost.StartAsync()).OnStatus("/robots.txt", status).OnPage("/a", "<p>a</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_host_in_trouble_allows_nothing_until_it_is_asked_again(int status)
    {
        await using TestHost host = (await TestHost.StartAsync()).OnStatus("/robots.txt", status).OnPage("/a", "<p>a</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        var disallowed = Assert.IsType<FetchResult.Disallowed>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.Equal(_time.GetUtcNow().AddHours(1), disallowed.RetryAt);
        Assert.Empty(host.Paths);
        Storage.Visit visit = Assert.Single(await workshop.Pages.FindVisitsAsync(host.Address + "/robots.txt", TestContext.Current.CancellationToken));
        Assert.Equal(("failed", $"it answers {status}", status), (visit.Outcome, visit.Detail, visit.Status));
        host.OnStatus("/robots.txt", 404);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));
    }

    [Fact]
    public async Task What_a_host_said_last_holds_while_it_is_in_trouble_even_after_a_restart()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/robots.txt", "text/plain", "user-agent: *\ndisallow: /x\n").OnPage("/a", "<p>a</p>").OnPage("/x", "<p>x</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        await workshop.FetchAsync(host.Address + "/a");
        host.OnStatus("/robots.txt", 500);
        _time.Advance(TimeSpan.FromHours(25));
        using var restarted = KnowledgeBase.Crawling.Runs.Crawler.Build(workshop.Ledger, workshop.Options, _time);
        Assert.IsType<FetchResult.Fetched>(await restarted.Fetcher.FetchAsync(new(host.Address + "/a", Wanted.Page), TestContext.Current.CancellationToken));
        Assert.IsType<FetchResult.Disallowed>(await restarted.Fetcher.FetchAsync(new(host.Address + "/x", Wanted.Page), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rules_are_asked_for_once_a_day()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/a", "<p>a</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        await workshop.FetchAsync(host.Address + "/a");
        host.On("/robots.txt", "text/plain", Closed);
        _time.Advance(TimeSpan.FromHours(23));
        Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));
        _time.Advance(TimeSpan.FromHours(2));
        Assert.IsType<FetchResult.Disallowed>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.Equal(2, host.Asked.Count(asked => asked.Path == "/robots.txt"));
    }

    [Fact]
    public async Task Five_redirects_of_robots_txt_are_followed_and_no_more()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnRedirect("/robots.txt", "/r1").OnPage("/a", "<p>a</p>");
        for (int i = 1; i < 5; i++)
            host.OnRedirect($"/r{i}", $"/r{i + 1}");
        host.On("/r5", "text/plain", Closed);
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        Assert.IsType<FetchResult.Disallowed>(await workshop.FetchAsync(host.Address + "/a"));
        host.OnRedirect("/r5", "/r6").On("/r6", "text/plain", Closed);
        _time.Advance(TimeSpan.FromHours(25));
        Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.DoesNotContain("/r6", host.Paths);
    }
}
