using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class SubjectPageTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("topic/finance", "金融", 4)]
    [InlineData("city/kobe", "神户", 4)]
    [InlineData("org/jetro", "日本贸易振兴机构", 0)]
    [InlineData("publisher/harbour-times", "海港时报", 4)]
    [InlineData("speaker/Kenji%20Mori", "Kenji Mori", 1)]
    public async Task A_subject_has_its_name_its_articles_and_its_feeds(string path, string name, int articles)
    {
        IHtmlDocument page = await _site.OpenAsync($"/zh/{path}");

        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(articles, page.QuerySelectorAll("article.hit").Length);
        Assert.Equal(["Atom", "RSS", "JSON Feed"], page.QuerySelectorAll("aside .feeds a").Select(link => link.TextContent));
        string query = path.Replace('/', '=');
        Assert.Equal([$"/zh/search.atom?{query}", $"/zh/search.rss?{query}", $"/zh/search.json?{query}"], page.QuerySelectorAll("link[rel=alternate][type]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_city_names_itself_in_the_other_languages_and_says_where_it_is()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/city/kobe");

        Assert.Equal([("zh-Hans", "神户"), ("ja", "神戸")], page.QuerySelectorAll(".other-names span").Select(name => (name.GetAttribute("lang"), name.TextContent)));
        Assert.Equal(["Japan, Hyogo", "34.69° N, 135.20° E"], page.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent));
    }

    [Theory]
    [InlineData("/zh/topic/currency-swap", "zh-Hans", "中央银行之间的货币互换协议。")]
    [InlineData("/en/topic/currency-swap", "en", "Swap agreements between central banks.")]
    public async Task A_topic_says_in_the_readers_language_what_it_is_about(string path, string tag, string scope)
    {
        IElement shown = (await _site.OpenAsync(path)).QuerySelector(".title-block .scope")!;

        Assert.Equal((tag, scope), (shown.GetAttribute("lang"), shown.TextContent));
    }

    [Fact]
    public async Task A_topic_leads_to_the_broader_and_narrower_ones()
    {
        Assert.NotNull((await _site.OpenAsync("/en/topic/seafood")).QuerySelector(".facts a[href='/en/topic/food-trade']"));
        Assert.NotNull((await _site.OpenAsync("/en/topic/trade")).QuerySelector(".facts a[href='/en/topic/tariffs']"));
    }

    [Fact]
    public async Task A_narrower_topics_articles_count_for_the_broader_topic()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/topic/trade");

        Assert.Equal("48 articles", page.QuerySelector("h2.section")!.TextContent);
        Assert.Equal("/en/search?topic=trade&page=2", page.QuerySelectorAll(".results > p a").Single().GetAttribute("href"));
    }

    [Fact]
    public async Task A_speakers_words_stand_in_a_timeline_with_the_post_held_then()
    {
        IElement said = Assert.Single((await _site.OpenAsync("/ja/speaker/Kenji%20Mori")).QuerySelectorAll(".timeline li"));

        Assert.Equal(("The quay will open in May,", "en"), (said.QuerySelector("q")!.TextContent, said.QuerySelector("p.direct")!.GetAttribute("lang")));
        Assert.Contains("head of the harbour office", said.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_says_how_much_of_its_texts_is_shown()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/publisher/pier-post");

        Assert.Contains("The headline and a link", page.QuerySelectorAll(".facts dd").Select(fact => fact.TextContent));
        Assert.Equal("https://pier-post.example/", page.QuerySelector(".facts a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("topic", "主题", "trade")]
    [InlineData("city", "城市", "kobe")]
    [InlineData("speaker", "", "akira-umesawa")]
    [InlineData("publisher", "", "pier-post")]
    public async Task A_list_names_every_value_that_has_articles(string facet, string heading, string value)
    {
        IHtmlDocument page = await _site.OpenAsync($"/zh/{facet}");

        Assert.Contains(heading, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        IElement line = page.QuerySelector($"ul.counts a[href='/zh/{facet}/{value}']")!.ParentElement!;
        Assert.Matches("^[1-9][0-9]*$", line.QuerySelector(".number")!.TextContent);
    }

    [Fact]
    public async Task A_list_without_values_says_so() =>
        Assert.Equal("Nothing has been read yet. The first articles appear here within seconds of the first start.", (await _site.OpenAsync("/en/org")).QuerySelector("main .quiet")!.TextContent);

    [Theory]
    [InlineData("en", "About")]
    [InlineData("zh", "关于")]
    [InlineData("ja", "このサイト")]
    public async Task The_site_says_what_it_is(string language, string heading)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/about");

        Assert.StartsWith(heading, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll("main h2").Length);
    }

    [Theory]
    [InlineData("en", "What can be written into the search box")]
    [InlineData("zh", "搜索框里还可以这样写")]
    [InlineData("ja", "検索欄での書き方")]
    public async Task Each_sign_of_the_search_is_told_with_an_example_that_is_understood(string language, string heading)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/about");

        Assert.Equal(heading, page.QuerySelector("#signs")!.TextContent);
        List<string> examples = [.. page.QuerySelectorAll(".signs dt a").Select(link => link.GetAttribute("href")!)];
        Assert.Equal(page.QuerySelectorAll(".signs dd").Length, examples.Count);
        foreach (string example in examples)
            Assert.Empty((await _site.OpenAsync(example)).QuerySelectorAll(".note"));
    }
}
