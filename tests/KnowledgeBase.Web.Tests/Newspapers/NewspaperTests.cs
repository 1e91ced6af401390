using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Newspapers;

/// <summary>The whole way: from a newspaper's pages over real HTTP to the site's own pages.</summary>
public sealed class NewspaperTests(NewspaperSite fixture) : IClassFixture<NewspaperSite>
{
    readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task Every_story_of_every_desk_is_an_article_with_its_headline()
    {
        List<string> found = [];
        foreach (string language in new[] { "en", "zh", "ja" })
            found.AddRange(await HitsAsync($"/en/search?publisher=gazette&lang={language}"));

        Assert.Equal(Stories.All.Select(story => story.Headline).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/en/search?q=investment&publisher=gazette&city=kobe&topic=foreign-direct-investment&lang=en", "Kobe widens rent support for Chinese investors")]
    [InlineData("/zh/search?q=%E6%8A%95%E8%B5%84&publisher=gazette&city=kobe&topic=foreign-direct-investment&lang=zh", "神户扩大对中国投资企业的租金补贴")]
    [InlineData("/ja/search?q=%E6%8A%95%E8%B3%87&publisher=gazette&city=kobe&topic=foreign-direct-investment&lang=ja", "神戸市、中国企業への賃料補助を拡充")]
    [InlineData("/ja/search?publisher=gazette&city=fukuoka&topic=semiconductors&lang=ja", "福岡に半導体の後工程工場")]
    [InlineData("/zh/search?publisher=gazette&city=yokohama&city=kobe&topic=electric-vehicles&lang=zh", "深圳电动汽车登陆横滨")]
    [InlineData("/en/search?publisher=gazette&speaker=Mariko%20Hayase", "Osaka trade fair draws buyers from Guangzhou")]
    [InlineData("/zh/search?publisher=gazette&speaker=%E6%97%A9%E6%BF%91%E7%9C%9F%E7%90%86%E5%AD%90&lang=zh", "大阪展会吸引广州采购商")]
    [InlineData("/ja/search?publisher=gazette&speaker=%E6%97%A9%E7%80%AC%E7%9C%9F%E7%90%86%E5%AD%90&lang=ja", "大阪の見本市に広州のバイヤー")]
    public async Task A_story_is_found_by_words_topic_city_and_speaker(string address, string headline) =>
        Assert.Equal([headline], await HitsAsync(address));

    [Fact]
    public async Task Facets_count_the_stories_of_all_three_languages_together()
    {
        IHtmlDocument page = await _site.OpenAsync("/ja/search?publisher=gazette");

        Assert.Equal("12件", page.QuerySelector(".total strong")!.TextContent);
        string[] cities = [.. page.QuerySelectorAll("[data-facet=city] li").Select(line => $"{line.QuerySelector(".value")!.TextContent} {line.QuerySelector(".number")!.TextContent}")];
        Assert.Superset(new HashSet<string> { "神戸 3", "大阪 3", "福岡 3", "横浜 3" }, cities.ToHashSet());
        Assert.Contains("Kenji Fujimori", page.QuerySelectorAll("[data-facet=speaker] .value").Select(value => value.TextContent));
    }

    [Fact]
    public async Task A_story_is_shown_as_an_excerpt_with_the_speaker_beside_the_words()
    {
        string address = (await _site.OpenAsync("/ja/search?publisher=gazette&city=kobe&lang=ja")).QuerySelector("article.hit h2 a")!.GetAttribute("href")!;
        IHtmlDocument page = await _site.OpenAsync(address);

        Assert.Contains("一カ月でオフィスが見つかるようにしたい", page.QuerySelectorAll(".said").Select(words => words.TextContent));
        Assert.Contains("藤森健司", page.QuerySelectorAll("aside.margin a").Select(link => link.TextContent));
        Assert.Equal($"{fixture.Newspaper.Address}/ja/kobe-chinryo", page.QuerySelector(".rest a")!.GetAttribute("href"));
        Assert.Equal("2025-02-03", page.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public void Robots_txt_was_asked_for_first_and_once() =>
        Assert.Equal([0], fixture.FirstVisits.Index().Where(visit => visit.Item.Path == "/robots.txt").Select(visit => visit.Index));

    [Fact]
    public void A_page_that_robots_txt_disallows_was_never_asked_for() =>
        Assert.DoesNotContain([.. fixture.FirstVisits, .. fixture.SecondVisits], visit => visit.Path.StartsWith("/private", StringComparison.Ordinal));

    [Fact]
    public void Every_request_names_an_address_to_complain_to() =>
        Assert.All([.. fixture.FirstVisits, .. fixture.SecondVisits], visit => Assert.Contains("editor@example.org", visit.UserAgent, StringComparison.Ordinal));

    [Fact]
    public void The_first_crawl_asked_for_each_page_once()
    {
        string[] asked = [.. fixture.FirstVisits.Where(visit => visit.Status == 200).Select(visit => visit.Path).Order(StringComparer.Ordinal)];

        string[] expected = ["/broken.xml", "/en/picture", "/feed.xml", "/robots.txt", "/sitemap.xml", "/zh/", .. Stories.All.Select(story => story.Path)];
        Assert.Equal(expected.Order(StringComparer.Ordinal), asked);
    }

    [Fact]
    public void The_second_crawl_fetched_only_what_had_changed()
    {
        string[] fetched = [.. fixture.SecondVisits.Where(visit => visit.Status == 200 && visit.Path != "/robots.txt" && visit.Path != "/broken.xml").Select(visit => visit.Path)];

        Assert.Equal(["/en/osaka-fair"], fetched);
        Assert.Superset(
            new HashSet<string>(["/feed.xml", "/sitemap.xml", "/zh/", .. Stories.All.Select(story => story.Path).Where(path => path != "/en/osaka-fair")]),
            fixture.SecondVisits.Where(visit => visit.Status == 304).Select(visit => visit.Path).ToHashSet());
        Assert.Equal(1, fixture.Second.Done);
    }

    [Fact]
    public void A_feed_that_is_not_XML_and_a_picture_are_asked_for_and_stop_nothing()
    {
        Assert.Contains(fixture.FirstVisits, visit => visit.Path == "/broken.xml");
        Assert.Contains(fixture.FirstVisits, visit => visit.Path == "/en/picture");
    }

    [Fact]
    public async Task A_broken_brief_is_a_problem_with_its_line_and_the_other_briefs_are_there()
    {
        Assert.Contains(_site.Room.Content.Problems, problem => problem.File == "articles/2024/broken/en.md");
        Assert.Contains(_site.Room.Content.Problems, problem => problem.ToString().StartsWith("articles/2024/unknown/en.md:5: There is no topic 'no-such-topic'", StringComparison.Ordinal));
        Assert.Equal(["Kobe pays rent"], await HitsAsync("/en/search?kind=brief"));
    }

    async Task<IEnumerable<string>> HitsAsync(string address) =>
        (await _site.OpenAsync(address)).QuerySelectorAll("article.hit h2").Select(headline => headline.TextContent);
}
