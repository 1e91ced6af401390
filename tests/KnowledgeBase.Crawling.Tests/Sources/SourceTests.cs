using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Sources;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Crawling.Tests.Sources;

public class SourceTests
{
    [Fact]
    public async Task A_sitemap_index_is_followed_to_its_newest_children_and_never_in_a_circle()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/sitemap.xml", "application/xml", $"<sitemapindex><sitemap><loc>{host.Address}/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>{host.Address}/sitemap.xml</loc></sitemap>"
            + $"<sitemap><loc>{host.Address}/new.xml</loc><lastmod>2026-01-01</lastmod></sitemap><sitemap><loc>http://elsewhere.example/s.xml</loc></sitemap></sitemapindex>")
            .On("/new.xml", "application/xml", $"<urlset xmlns:news='x'><url><loc>{host.Address}/n</loc><news:news><news:title>Ports &amp; trade</news:title><news:publication><news:language>ja</news:language></news:publication></news:news></url><url><loc>http://elsewhere.example/x</loc></url></urlset>")
            .On("/old.xml", "application/xml", $"<urlset><url><loc>{host.Address}/o</loc></url></urlset>");
        Harvest all = await PollAsync(host, new(SourceKind.Sitemap, host.Address + "/sitemap.xml", null, null));
        Assert.Equal([host.Address + "/n", host.Address + "/o"], all.Links.Select(link => link.Url));
        Assert.Equal(("Ports & trade", Articles.Language.Japanese), (all.Links[0].Hints.Title, all.Links[0].Hints.Language));

        Harvest first = await PollAsync(host, new(SourceKind.Sitemap, host.Address + "/sitemap.xml", null, null), options => options with { MaxSitemapsPerSource = 1 });
        Assert.Equal([host.Address + "/n"], first.Links.Select(link => link.Url));
    }

    [Fact]
    public async Task A_sitemap_index_without_end_is_left_after_a_while()
    {
        await using TestHost host = await TestHost.StartAsync();
        foreach (int i in Enumerable.Range(0, 100))
            host.On($"/{i}.xml", "application/xml", $"<sitemapindex><sitemap><loc>{host.Address}/{i + 1}.xml</loc></sitemap><sitemap><loc>{host.Address}/{i + 50}.xml</loc></sitemap></sitemapindex>");
        await PollAsync(host, new(SourceKind.Sitemap, host.Address + "/0.xml", null, null));
        Assert.InRange(host.Paths.Count(), 2, 21);
    }

    [Fact]
    public async Task A_listing_gives_the_links_that_its_selector_names_page_after_page()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnPage("/list", "<base href='/news/'><ul><li><a href='1.html'> Kobe\n pays </a><li><a rel=nofollow href=2.html>ad</a></ul><a href=/about>About</a><a class=next href='/list?page=2'>")
            .OnPage("/list?page=2", "<ul><li><a href='/news/3.html'>three</a><li><a href='/news/1.html'>again</a></ul><a class=next href='/list'>");
        Harvest harvest = await PollAsync(host, new(SourceKind.Listing, host.Address + "/list", null, "li a") { Next = "a.next" });
        Assert.Equal([host.Address + "/news/1.html", host.Address + "/news/3.html"], harvest.Links.Select(link => link.Url));
        Assert.Equal("Kobe pays", harvest.Links[0].Hints.Title);
        Assert.Equal(["/list", "/list?page=2"], host.Paths);
    }

    [Fact]
    public async Task A_listing_that_asks_not_to_be_followed_is_not()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/list", "<meta name=robots content=nofollow><a href=/a>a</a>");
        Assert.Empty((await PollAsync(host, new(SourceKind.Listing, host.Address + "/list", null, "a"))).Links);
    }

    [Fact]
    public async Task A_feed_gives_plain_titles_dates_and_the_language_of_its_publisher()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/feed", "application/atom+xml", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='html'>Ports &amp;amp; &lt;i>trade&lt;/i></title><link href='/a?utm_source=x'/><updated>2026-01-02T03:04:05Z</updated></entry></feed>");
        Harvest harvest = await PollAsync(host, Workshop.Feed(host.Address + "/feed"));
        var link = Assert.Single(harvest.Links);
        Assert.Equal((host.Address + "/a", "Ports & trade", Articles.Language.English), (link.Url, link.Hints.Title, link.Hints.Language));
        Assert.Equal(link.ChangedAt, link.Hints.PublishedAt);
    }

    static async Task<Harvest> PollAsync(TestHost host, SourceAddress address, Func<CrawlerOptions, CrawlerOptions>? change = null)
    {
        await using Workshop workshop = await Workshop.OpenAsync(host, change: change);
        Harvest harvest = await new SourceBook(workshop.Crawler.Fetcher, workshop.Options).Of(Workshop.Publisher(address), address).PollAsync(null, TestContext.Current.CancellationToken);
        Assert.IsType<FetchResult.Fetched>(harvest.Result);
        return harvest;
    }
}
