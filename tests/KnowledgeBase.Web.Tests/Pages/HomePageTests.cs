using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(RepositorySiteTests.Name)]
public sealed class HomePageTests(RepositorySite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("en", "en", "Latest briefs")]
    [InlineData("zh", "zh-Hans", "最新简报")]
    [InlineData("ja", "ja", "新着")]
    public async Task The_latest_briefs_stand_there_in_the_readers_language(string code, string tag, string heading)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{code}/");

        Assert.Equal(tag, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(heading, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        IHtmlCollection<IElement> briefs = page.QuerySelectorAll("article.brief");
        Assert.Equal(8, briefs.Length);
        Assert.All(briefs, brief => Assert.Equal(tag, brief.QuerySelector("h2 a")!.GetAttribute("lang")));
    }

    [Fact]
    public async Task Cities_stand_on_the_map_as_links_with_their_counts()
    {
        IHtmlDocument page = await _site.OpenAsync("/zh/");

        IElement kobe = page.QuerySelector(".map svg a[href='/zh/city/kobe']")!;
        Assert.Matches("^神户: [0-9]+ 篇文章$", kobe.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public async Task Topics_stand_there_with_counts_most_frequent_first()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/");

        int[] counts = [.. page.QuerySelectorAll(".topics .number").Select(number => int.Parse(number.TextContent, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(18, counts.Length);
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.NotNull(page.QuerySelector(".topics a[href='/en/topic/trade']"));
    }

    [Fact]
    public async Task The_languages_lead_to_the_same_page()
    {
        IHtmlDocument page = await _site.OpenAsync("/ja/search?q=%E6%8A%95%E8%B3%87&city=kobe");

        Assert.Equal(
            ["/en/search?q=%E6%8A%95%E8%B3%87&city=kobe", "/zh/search?q=%E6%8A%95%E8%B3%87&city=kobe", "/ja/search?q=%E6%8A%95%E8%B3%87&city=kobe"],
            page.QuerySelectorAll("nav.languages a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_foot_counts_the_articles_of_each_language()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/");

        int briefs = Directory.GetFiles(Path.Combine(Repository.Content, "articles"), "zh.md", SearchOption.AllDirectories).Length;
        Assert.Contains($"中文 {briefs}", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_one_language_names_its_versions_in_the_others()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/city/kobe");

        Assert.Equal(
            [("en", "/en/city/kobe"), ("zh-Hans", "/zh/city/kobe"), ("ja", "/ja/city/kobe")],
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => (link.GetAttribute("hreflang"), link.GetAttribute("href")!.Replace(_site.Address, "", StringComparison.Ordinal))));
    }
}
