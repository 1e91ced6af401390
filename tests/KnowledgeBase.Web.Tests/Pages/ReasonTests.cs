using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class ReasonTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("en", "Why this hit", "“補助” is “补助” in other characters (in the headline)")]
    [InlineData("zh", "为何命中", "“補助”与“补助”字形不同，词义相同 （见于标题）")]
    [InlineData("ja", "一致した理由", "「補助」は「补助」の異なる字体 （見出し）")]
    public async Task A_hit_opens_to_why_it_was_found(string language, string summary, string reason)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/search?q=补助&lang=ja");

        IElement why = Assert.Single(page.QuerySelectorAll("article.hit details.why"));
        Assert.Equal(summary, why.QuerySelector("summary")!.TextContent);
        Assert.Equal(reason, why.QuerySelector("li")!.TextContent);
    }

    [Fact]
    public async Task Every_newest_article_needs_no_reason_and_a_value_names_itself()
    {
        Assert.Empty((await _site.OpenAsync("/en/search")).QuerySelectorAll(".why"));
        Assert.Equal("City: Yokohama", (await _site.OpenAsync("/en/search?q=tide+city:yokohama")).QuerySelectorAll(".why li")[^1].TextContent);
    }

    [Fact]
    public async Task Of_a_publisher_who_lets_only_headlines_be_shown_no_other_word_is_told()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=pier+secret");

        Assert.Equal(["It says “pier” (in the headline)"], page.QuerySelectorAll("article.hit .why li").Select(line => line.TextContent));
    }
}
