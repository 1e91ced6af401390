using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class ArticlePageTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("en", "Kobe pays rent")]
    [InlineData("zh", "神户补贴租金")]
    [InlineData("ja", "神戸市が賃料を補助")]
    public async Task A_brief_stands_in_all_its_versions_that_name_one_another(string language, string headline)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/article/{ExampleSite.BriefIn(language)}");

        Assert.Equal(headline, page.QuerySelector("h1")!.TextContent);
        string[] versions = [$"/en/article/{ExampleSite.BriefIn("en")}", $"/zh/article/{ExampleSite.BriefIn("zh")}", $"/ja/article/{ExampleSite.BriefIn("ja")}"];
        Assert.Equal(versions, page.QuerySelectorAll(".tabs a").Select(link => link.GetAttribute("href")));
        Assert.Equal(versions, page.QuerySelectorAll("nav.languages a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            [("en", _site.Address + versions[0]), ("zh-Hans", _site.Address + versions[1]), ("ja", _site.Address + versions[2])],
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => (link.GetAttribute("hreflang"), link.GetAttribute("href"))));
    }

    [Fact]
    public async Task Markdown_becomes_lists_tables_links_and_weight()
    {
        IElement body = (await _site.OpenAsync($"/en/article/{ExampleSite.BriefIn("en")}")).QuerySelector(".body")!;

        Assert.Equal(["Office", "Staff"], body.QuerySelectorAll("ul li").Select(line => line.TextContent.Trim()));
        Assert.Equal(["Support", "Ceiling"], body.QuerySelectorAll("th[scope=col]").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["Rent", "10 million yen"], body.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(("rent", "https://source.example/kobe"), (body.QuerySelector("p a")!.TextContent, body.QuerySelector("p a")!.GetAttribute("href")));
        Assert.Equal("foreign", body.QuerySelector(".strong")!.TextContent);
    }

    [Fact]
    public async Task Links_weight_and_marks_put_no_blank_between_characters()
    {
        IHtmlDocument page = await _site.OpenAsync($"/zh/article/{ExampleSite.BriefIn("zh")}");
        IHtmlDocument found = await _site.OpenAsync("/zh/search?q=%E7%A7%9F%E9%87%91&lang=zh");

        Assert.Equal("神户市为外国企业提供租金补贴。", page.QuerySelector(".body p")!.TextContent);
        Assert.Equal("神户补贴租金", found.QuerySelector("article h2 a")!.TextContent);
        Assert.StartsWith("神户市为外国企业提供租金补贴。", found.QuerySelector("article .passage")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_subjects_and_feeds_stand_below_the_text()
    {
        IHtmlDocument page = await _site.OpenAsync($"/ja/article/{ExampleSite.BriefIn("ja")}");

        Assert.Equal("https://source.example/kobe", page.QuerySelector(".sources a")!.GetAttribute("href"));
        Assert.Equal(["/ja/topic/investment-incentives", "/ja/city/kobe", "/ja/speaker/akira-umesawa"], page.QuerySelectorAll(".about dd a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector("#follow a[href='/ja/search.atom?city=kobe']"));
    }

    [Fact]
    public async Task A_quote_is_marked_and_its_speaker_stands_beside_it()
    {
        IHtmlDocument page = await _site.OpenAsync($"/en/article/{ExampleSite.Quoted.Id}");

        Assert.Equal("The quay will open in May,", page.QuerySelector(".body .said")!.TextContent);
        Assert.Equal("/en/speaker/Kenji%20Mori", page.QuerySelector("aside.margin a")!.GetAttribute("href"));
        Assert.Equal("head of the harbour office", page.QuerySelector("aside.margin .post")!.TextContent);
    }

    [Theory]
    [InlineData("en", "as named in the text")]
    [InlineData("zh", "文中称谓")]
    [InlineData("ja", "本文での呼び方")]
    public async Task Who_speaks_and_is_no_known_person_stands_beside_the_quote_with_a_note(string language, string note)
    {
        IElement page = (await _site.OpenAsync($"/{language}/article/{ExampleSite.OnlyNamed.Id}")).QuerySelector("article")!;

        Assert.Equal("The market will open further,", page.QuerySelector(".body .said")!.TextContent);
        Assert.Equal("China" + note, page.QuerySelector("aside.margin p")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("a[href*='/speaker/']"));
    }

    [Theory]
    [InlineData("en", "Hana Port|Harbours|Updated 9 March 2014|Whole text for subscribers only", "Publisher’s keywords")]
    [InlineData("zh", "Hana Port|Harbours|2014年3月9日更新|全文仅限订阅者阅读", "发布方关键词")]
    [InlineData("ja", "Hana Port|Harbours|2014年3月9日更新|全文は会員限定", "発行元のキーワード")]
    public async Task What_the_page_said_of_its_article_stands_beside_it(string language, string source, string keywords)
    {
        IElement page = (await _site.OpenAsync($"/{language}/article/{ExampleSite.Told.Id}")).QuerySelector("article")!;

        Assert.Equal(source.Split('|'), page.QuerySelectorAll(".story-source p:nth-of-type(2) > *").Select(word => word.TextContent));
        Assert.Contains(page.QuerySelectorAll(".about dt"), term => term.TextContent == keywords);
        Assert.Equal(("berths, subsidies", "en"), (page.QuerySelector(".about .keywords")!.TextContent, page.QuerySelector(".about .keywords")!.GetAttribute("lang")));
    }

    [Fact]
    public async Task Documents_that_are_not_read_are_linked_by_the_words_of_the_text_or_their_file_names()
    {
        IElement page = (await _site.OpenAsync($"/en/article/{ExampleSite.Told.Id}")).QuerySelector("article")!;

        Assert.Equal(
            [("annex", "https://port-gazette.example/files/annex.pdf"), ("附件.pdf", "https://port-gazette.example/files/%E9%99%84%E4%BB%B6.pdf")],
            page.QuerySelectorAll(".documents a").Select(link => (link.TextContent, link.GetAttribute("href"))));
        Assert.Contains("neither read nor searched", page.QuerySelector(".documents")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_the_headline_may_be_shown_the_page_tells_no_more_than_that_subscribers_can_read()
    {
        IElement page = (await _site.OpenAsync($"/en/article/{ExampleSite.ToldByLink.Id}")).QuerySelector("article")!;

        Assert.Equal(["Hana Port", "Updated 9 March 2014", "Whole text for subscribers only"], page.QuerySelectorAll(".story-source p:nth-of-type(2) > *").Select(word => word.TextContent));
        Assert.Null(page.QuerySelector(".keywords, .documents"));
    }

    [Fact]
    public async Task The_articles_of_a_rule_can_be_linked_to()
    {
        IHtmlDocument page = await _site.OpenAsync($"/en/article/{ExampleSite.Rule.Id}");

        Assert.Equal([("#article-1", "Article 1"), ("#article-2", "Article 2")], page.QuerySelectorAll("nav.provisions a").Select(link => (link.GetAttribute("href"), link.TextContent)));
        Assert.Equal("Article 2. Half of the fee is paid back.", page.GetElementById("article-2")!.TextContent);
    }

    [Fact]
    public async Task A_publisher_that_allows_everything_is_shown_whole()
    {
        string page = await _site.ReadAsync($"/en/article/{ExampleSite.Quoted.Id}");

        Assert.Contains(Examples.Ending, page, StringComparison.Ordinal);
        Assert.Null(TestSite.Parse(page).QuerySelector(".rest"));
    }

    [Fact]
    public async Task A_publisher_that_allows_an_excerpt_is_shown_in_two_paragraphs_and_linked()
    {
        IHtmlDocument page = await _site.OpenAsync($"/en/article/{ExampleSite.Excerpt.Id}");

        Assert.Equal(2, page.QuerySelectorAll(".body p").Length);
        Assert.DoesNotContain(Examples.Ending, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("This is the beginning of the article.", page.QuerySelector(".rest")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((ExampleSite.Excerpt.Url, "Read on at The Harbour Times"), (page.QuerySelector(".rest a")!.GetAttribute("href"), page.QuerySelector(".rest a")!.TextContent));
    }

    [Fact]
    public async Task A_publisher_that_allows_a_link_is_shown_by_headline_alone()
    {
        IHtmlDocument page = await _site.OpenAsync($"/en/article/{ExampleSite.Link.Id}");

        Assert.Empty(page.QuerySelectorAll(".body p"));
        Assert.DoesNotContain("subscribers", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("headline only", page.QuerySelector(".rest")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ExampleSite.Link.Url, page.QuerySelector(".rest a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("search?q=pier")]
    [InlineData("publisher/pier-post")]
    [InlineData("speaker/Sora%20Abe")]
    [InlineData("search.rss?city=yokohama&publisher=pier-post")]
    [InlineData("search.atom?q=pier")]
    [InlineData("search.json?publisher=pier-post")]
    public async Task No_text_of_such_a_publisher_leaks_elsewhere(string path)
    {
        string answer = await _site.ReadAsync($"/en/{path}");

        Assert.Contains("Link to the", TestSite.Parse(answer).DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("subscribers", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Report on Lantern", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("port authority", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_stored_text_is_shown_as_text()
    {
        string page = await _site.ReadAsync($"/en/article/{ExampleSite.Hostile.Id}");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>words", page, StringComparison.Ordinal);
        Assert.StartsWith("Trade & <script>alert(1)</script>", TestSite.Parse(page).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }
}
