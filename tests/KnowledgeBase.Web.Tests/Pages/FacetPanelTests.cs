using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class FacetPanelTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("en", "Leave out Kobe", "No longer leave out Kobe")]
    [InlineData("zh", "排除神户", "不再排除神户")]
    [InlineData("ja", "神戸を除く", "神戸を除く条件を解除")]
    public async Task A_value_is_left_out_and_taken_in_again_by_a_link(string language, string exclude, string readmit)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/search?q=lantern");
        IElement link = page.QuerySelectorAll("[data-facet=city] a.exclude").Single(each => each.GetAttribute("title") == exclude);
        Assert.Equal($"/{language}/search?q=lantern&-city=kobe", link.GetAttribute("href"));

        IHtmlDocument without = await _site.OpenAsync(link.GetAttribute("href")!);
        Assert.Equal(3, without.QuerySelectorAll("article.hit").Length);
        IElement excluded = without.QuerySelector("[data-facet=city] li.excluded a")!;
        Assert.Equal((readmit, $"/{language}/search?q=lantern"), (excluded.GetAttribute("aria-label"), excluded.GetAttribute("href")));
        Assert.NotNull(excluded.QuerySelector("s"));
        Assert.Equal("2", without.QuerySelector("[data-facet=city] li.excluded .number")!.TextContent);
    }

    [Fact]
    public async Task Years_between_two_years_are_a_form_that_keeps_the_search_and_the_other_years()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=lantern&city=kobe&from=2022&to=2023");

        Assert.Equal(["Lantern three"], page.QuerySelectorAll("article.hit h2").Select(each => each.TextContent));
        Assert.Equal(["2021: 1 article", "2022: 1 article"], page.QuerySelectorAll(".years svg title").Select(each => each.TextContent));
        Assert.Equal(["2022: 1 article"], page.QuerySelectorAll(".years .chosen title").Select(each => each.TextContent));
        IElement form = page.QuerySelector("form.range")!;
        Assert.Equal("/en/search", form.GetAttribute("action"));
        Assert.Equal(
            [("q", "lantern"), ("city", "kobe"), ("from", "2022"), ("to", "2023")],
            form.QuerySelectorAll("input").Select(input => (input.GetAttribute("name"), input.GetAttribute("value"))));
        Assert.Equal(["From year", "To year"], form.QuerySelectorAll("input[type=number]").Select(input => input.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task An_empty_year_of_the_form_sets_no_bound() =>
        Assert.Equal(5, (await _site.OpenAsync("/en/search?q=lantern&from=&to=")).QuerySelectorAll("article.hit").Length);

    [Fact]
    public async Task All_values_stand_on_a_page_that_is_searched_without_script_in_any_language()
    {
        IHtmlDocument all = await _site.OpenAsync("/zh/search/city?q=lantern");
        Assert.Equal([("东京", "1"), ("大阪", "2"), ("神户", "2")], Lines(all));
        Assert.Equal("/zh/search?q=lantern", all.QuerySelector(".values-page a")!.GetAttribute("href"));

        Assert.Equal([("神户", "2")], Lines(await _site.OpenAsync("/zh/search/city?q=lantern&find=KOBE")));
        IHtmlDocument found = await _site.OpenAsync("/zh/search/city?q=lantern&find=神戶");
        Assert.Equal([("神户", "2")], Lines(found));
        Assert.Equal("/zh/search?q=lantern&city=kobe", found.QuerySelector("a.value")!.GetAttribute("href"));
        Assert.Equal("没有名称符合的选项。", (await _site.OpenAsync("/zh/search/city?q=lantern&find=zeppelin")).QuerySelector(".values-page > p:not(.quiet)")!.TextContent);
    }

    [Fact]
    public async Task A_facet_of_thousands_of_values_leads_to_its_end()
    {
        await _site.SaveAsync(Enumerable.Range(0, 6).Select(i => Sites.Examples.Article($"crowd-{i}", $"Crowd {i}", year: 2015) with
        {
            Organizations = [.. Enumerable.Range(i * 210, 210).Select(number => $"guild-{number}")],
        }));

        IHtmlDocument search = await _site.OpenAsync("/en/search?q=crowd");
        IElement facet = search.QuerySelector("[data-facet=org]")!;
        Assert.Equal((10, 90), (facet.QuerySelectorAll("section > ul > li").Length, facet.QuerySelectorAll("details.more li").Length));
        Assert.Equal(("/en/search/org", "q", "crowd"), (facet.QuerySelector("form")!.GetAttribute("action"), facet.QuerySelector("form input")!.GetAttribute("name"), facet.QuerySelector("form input")!.GetAttribute("value")));
        Assert.Equal("/en/search/org?q=crowd", facet.QuerySelector("details.more p a")!.GetAttribute("href"));

        List<string> seen = [];
        for (string? address = "/en/search/org?q=crowd"; address is not null;)
        {
            IHtmlDocument page = await _site.OpenAsync(address);
            seen.AddRange(Lines(page).Select(line => line.Name));
            address = page.QuerySelector("[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(1260, seen.Distinct().Count());
        Assert.Equal(1260, seen.Count);
        Assert.Equal("/en/search/org?q=crowd&find=guild", (await _site.OpenAsync("/en/search/org?q=crowd&page=2&find=guild")).QuerySelector("[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_broader_topic_counts_what_its_narrower_ones_have()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?kind=brief");
        Assert.Equal([("Investment", "3"), ("Investment incentives", "3")], Lines(page, "[data-facet=topic] "));
        Assert.Equal(3, (await _site.OpenAsync("/en/search?topic=investment&fold=no")).QuerySelectorAll("article.hit").Length);
    }

    [Theory]
    [InlineData("/en/search/shoe")]
    [InlineData("/fr/search/city")]
    public async Task A_facet_that_there_is_not_has_no_page(string address)
    {
        using HttpResponseMessage answer = await _site.AskAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    static IEnumerable<(string Name, string Count)> Lines(IHtmlDocument page, string within = "") =>
        page.QuerySelectorAll(within + ".facet li, " + within + "li").Where(line => line.QuerySelector(".value") is not null).Distinct()
            .Select(line => (line.QuerySelector(".value")!.TextContent, line.QuerySelector(".number")!.TextContent)).OrderBy(line => line.Item1, StringComparer.Ordinal);
}
