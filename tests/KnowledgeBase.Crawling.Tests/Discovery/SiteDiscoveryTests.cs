using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Discovery;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Crawling.Tests.Discovery;

public class SiteDiscoveryTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feeds_and_sitemaps_of_a_site_are_found_and_make_a_publisher()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        paper.Host.OnPage("/", "<html lang=ja><title>港の\"新聞\"</title><link rel=alternate type=application/rss+xml href=/feed.xml><link rel=alternate type=application/rss+xml href=/comments.xml>"
            + "<a href='/feed.xml?utm_source=x'>RSS</a><a href=/list.html>list</a>");
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host);
        using var discovery = new SiteDiscovery(workshop.Ledger, workshop.Options, TimeProvider.System);

        DiscoveredSite site = await discovery.FindAsync(paper.Host.Address, Cancel);

        DiscoveredSource feed = Assert.Single(site.Feeds);
        Assert.Equal((paper.Host.Address + "/feed.xml", "The Port Gazette", 5), (feed.Url, feed.Title, feed.Links));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 4, 0, 0, TimeSpan.Zero), feed.LatestAt);
        Assert.Equal(paper.Host.Address + "/sitemap.xml", Assert.Single(site.Sitemaps).Url);
        Assert.Equal((Language.Japanese, null), (site.Language, site.Problem));
        Publisher publisher = ReadYaml(site.ToYaml("port"));
        Assert.Equal(("port", "港の\"新聞\"", false), (publisher.Id, publisher.Labels.In(Language.Japanese), publisher.IsEnabled));
        Assert.Equal([new SourceAddress(SourceKind.Feed, feed.Url, null, null)], publisher.Sources);
    }

    [Fact]
    public async Task A_site_without_feeds_is_asked_at_the_usual_places()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/", "<p>hello</p>").On("/atom.xml", "text/xml", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/a'/></entry></feed>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        using var discovery = new SiteDiscovery(workshop.Ledger, workshop.Options, TimeProvider.System);
        Assert.Equal([host.Address + "/atom.xml"], (await discovery.FindAsync(host.Address, Cancel)).Feeds.Select(feed => feed.Url));
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_a_problem()
    {
        await using TestHost host = await TestHost.StartAsync();
        await using Workshop workshop = await Workshop.OpenAsync(host);
        using var discovery = new SiteDiscovery(workshop.Ledger, workshop.Options, TimeProvider.System);
        Assert.Equal($"{host.Address} can't be looked at: it is gone (404).", (await discovery.FindAsync(host.Address, Cancel)).Problem);
    }

    [Fact]
    public async Task A_decision_of_robots_txt_is_explained_with_its_line()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/robots.txt", "text/plain", "user-agent: *\ncrawl-delay: 3\ndisallow: /x\n");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        using var check = new RobotsCheck(workshop.Ledger, workshop.Options, TimeProvider.System);
        RobotsExplanation closed = await check.ExplainAsync(host.Address + "/x/1", Cancel);
        Assert.Equal((false, 3, "disallow: /x", TimeSpan.FromSeconds(3)), (closed.IsAllowed, closed.Line, closed.Rule, closed.CrawlDelay));
        Assert.Equal($"Not allowed: line 3 of {host.Address}/robots.txt says disallow: /x.", closed.Reason);
        Assert.True((await check.ExplainAsync(host.Address + "/a", Cancel)).IsAllowed);
        Assert.False((await check.ExplainAsync("mailto:x@example.org", Cancel)).IsAllowed);
    }

    static Publisher ReadYaml(string yaml)
    {
        string folder = Directory.CreateTempSubdirectory("kb-publisher-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "publishers"));
            File.WriteAllText(Path.Combine(folder, "publishers", "port.yml"), yaml);
            ContentFolder content = ContentFolder.Read(folder);
            Assert.DoesNotContain(content.Problems, problem => problem.File.EndsWith("port.yml", StringComparison.Ordinal));
            return Assert.Single(content.Publishers);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
