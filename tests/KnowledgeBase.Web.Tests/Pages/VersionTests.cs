using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Articles;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class VersionTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("en", "2 versions: English ×2", "2 articles", "telling 1 story")]
    [InlineData("zh", "同一报道共 2 个版本： English ×2", "2 篇文章", "合并相同报道后 1 条")]
    [InlineData("ja", "同じ内容の記事 2件： English ×2", "2件", "同じ内容をまとめて1件")]
    public async Task A_story_is_one_hit_that_opens_to_its_versions(string language, string summary, string articles, string stories)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/search?q=ferry");

        IElement hit = Assert.Single(page.QuerySelectorAll("article.hit"));
        Assert.Equal(summary, OneLine(hit.QuerySelector("details.versions summary")!));
        Assert.Single(hit.QuerySelectorAll("details.versions li a"));
        Assert.Equal((articles, stories), (page.QuerySelector(".total strong")!.TextContent, page.QuerySelector(".stories")!.TextContent));
    }

    [Fact]
    public async Task Every_version_can_be_seen_by_itself_and_folded_again()
    {
        IHtmlDocument folded = await _site.OpenAsync("/en/search?q=ferry");
        Assert.Equal("/en/search?q=ferry&fold=no", folded.QuerySelector("a.fold")!.GetAttribute("href"));

        IHtmlDocument each = await _site.OpenAsync("/en/search?q=ferry&fold=no");
        Assert.Equal(2, each.QuerySelectorAll("article.hit").Length);
        Assert.Null(each.QuerySelector(".stories"));
        Assert.Equal("/en/search?q=ferry", each.QuerySelector("a.fold")!.GetAttribute("href"));
        Assert.Equal("no", each.QuerySelector("form.ask input[name=fold]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Three_languages_of_a_brief_are_one_hit_in_any_language()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?kind=brief");

        Assert.Equal("3 versions: English 中文 日本語", OneLine(Assert.Single(page.QuerySelectorAll("article.hit")).QuerySelector(".versions summary")!));
        Assert.Equal("3 articles", page.QuerySelector(".total strong")!.TextContent);
    }

    [Fact]
    public async Task An_articles_page_lists_its_reprints_and_takes_them_for_no_translation()
    {
        IHtmlDocument page = await _site.OpenAsync($"/en/article/{ExampleSite.Ferry.Id}");

        Assert.Equal([$"/en/article/{ExampleSite.FerryReprint.Id}"], page.QuerySelectorAll(".other-versions a").Select(link => link.GetAttribute("href")));
        Assert.Contains("The Harbour Times", page.QuerySelector(".other-versions")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".tabs"));
        Assert.Null((await _site.OpenAsync($"/en/article/{ExampleSite.BriefIn("ja")}")).QuerySelector(".other-versions"));
    }

    [Theory]
    [InlineData("en", "More like this", "Trade")]
    [InlineData("zh", "相关文章", "贸易")]
    [InlineData("ja", "関連記事", "貿易")]
    public async Task An_articles_page_lists_others_about_the_same_and_what_they_share(string language, string title, string shared)
    {
        string lantern = ArticleId.Of("https://port-gazette.example/lantern-1").Value;
        IHtmlDocument page = await _site.OpenAsync($"/{language}/article/{lantern}");

        IElement related = page.QuerySelector(".related")!;
        Assert.Equal(title, related.QuerySelector("h2")!.TextContent);
        Assert.InRange(related.QuerySelectorAll("li").Length, 1, 5);
        Assert.Contains(shared, related.QuerySelectorAll(".found span").Select(each => each.TextContent));
        Assert.Contains("Lantern two", related.QuerySelectorAll("li > a").Select(each => each.TextContent));
        Assert.DoesNotContain(related.QuerySelectorAll("li > a"), link => link.GetAttribute("href")!.EndsWith(lantern, StringComparison.Ordinal));
    }

    static string OneLine(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
