using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class WideningTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task Each_widened_word_is_a_chip_with_its_forms_that_takes_them_back()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=%22pays+rent%22+Kobe");

        IElement chip = Assert.Single(page.QuerySelectorAll(".widenings .chip"));
        Assert.Equal(["zh:神户", "zh:神户市", "ja:神戸", "ja:神戸市"], chip.QuerySelectorAll(".chip-form").Select(form => $"{form.GetAttribute("lang")![..2]}:{form.TextContent}"));
        Assert.Equal("/en/search?q=%22pays%20rent%22%20Kobe&not-widened=Kobe", chip.GetAttribute("href"));
    }

    [Fact]
    public async Task A_city_finds_articles_in_three_languages_until_widening_is_switched_off()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=Kobe&kind=brief&fold=no");
        string off = page.QuerySelector(".widenings .chip-clear")!.GetAttribute("href")!;
        IHtmlDocument plain = await _site.OpenAsync(off);

        Assert.Equal(3, page.QuerySelectorAll("article").Length);
        Assert.Equal(["Kobe", "神户", "神戸市"], page.QuerySelectorAll("article h2 mark").Select(mark => mark.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains("widen=off", off, StringComparison.Ordinal);
        Assert.Single(plain.QuerySelectorAll("article"));
        Assert.Equal("/en/search?q=Kobe&kind=brief&fold=no", plain.QuerySelector(".widenings .chip-clear")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_word_that_is_not_widened_can_be_widened_again()
    {
        IHtmlDocument page = await _site.OpenAsync("/ja/search?q=Kobe&not-widened=Kobe");

        IElement chip = Assert.Single(page.QuerySelectorAll(".widenings .chip"));
        Assert.Equal(("Kobe", "/ja/search?q=Kobe"), (chip.QuerySelector("s")!.TextContent, chip.GetAttribute("href")));
    }

    [Fact]
    public async Task Feeds_of_a_search_widen_as_the_page_does()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=Kobe&not-widened=Kobe");

        Assert.All(page.QuerySelectorAll(".follow a"), link => Assert.Contains("not-widened=Kobe", link.GetAttribute("href"), StringComparison.Ordinal));
    }
}
