using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class SearchPageTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task Each_hit_is_an_article_with_headline_source_and_marked_words()
    {
        IHtmlDocument page = await _site.OpenAsync("/ja/search?q=quartet");

        IElement hit = Assert.Single(page.QuerySelectorAll("article"));
        Assert.Equal($"/ja/article/{ExampleSite.Quoted.Id}", hit.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal("quartet", hit.QuerySelector("h2 mark")!.TextContent);
        Assert.Equal("港湾新報", hit.QuerySelector(".source a")!.TextContent);
        Assert.Equal("2022年3月4日", hit.QuerySelector("time")!.TextContent);
        Assert.Equal(["Kenji Mori", "神戸"], hit.QuerySelectorAll(".found > a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("en", "Speaker: no article has “Nobody”.")]
    [InlineData("zh", "人物中没有“Nobody”。")]
    [InlineData("ja", "発言者「Nobody」に該当する記事はありません。")]
    public async Task A_value_that_nobody_knows_is_told(string language, string note)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/search?q=speaker:Nobody");

        Assert.Equal(note, Assert.Single(page.QuerySelectorAll(".note")).TextContent);
    }

    [Fact]
    public async Task Who_pastes_ten_thousand_characters_is_told_that_the_end_was_left_out()
    {
        IHtmlDocument page = await _site.OpenAsync($"/en/search?q={string.Concat(Enumerable.Repeat("%E6%8A%95", 10_000))}");

        Assert.Contains("The text was too long; its end was left out.", page.QuerySelectorAll(".note").Select(note => note.TextContent));
    }

    [Fact]
    public async Task Values_of_one_facet_widen_the_search()
    {
        Assert.Equal(["Lantern one", "Lantern three"], await HitsAsync("/en/search?q=lantern&city=kobe"));
        Assert.Equal(["Lantern four", "Lantern one", "Lantern three", "Lantern two"], await HitsAsync("/en/search?q=lantern&city=kobe&city=osaka"));
    }

    [Fact]
    public async Task Values_of_two_facets_narrow_the_search()
    {
        Assert.Equal(["Lantern one"], await HitsAsync("/en/search?q=lantern&city=kobe&topic=trade"));
        Assert.Equal(["Lantern one", "Lantern three"], await HitsAsync("/en/search?q=lantern&city=kobe&topic=trade&topic=finance"));
    }

    [Fact]
    public async Task A_facets_own_choices_do_not_shrink_its_counts()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=lantern&city=kobe");

        Assert.Equal([("Kobe", "2"), ("Osaka", "2"), ("Tokyo", "1")], Counts(page, "city"));
        Assert.Equal([("Finance", "1"), ("Trade", "1")], Counts(page, "topic"));
    }

    [Fact]
    public async Task A_chosen_value_is_marked_and_its_link_takes_the_choice_back()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=lantern&city=kobe&topic=trade");

        IElement kobe = page.QuerySelector("[data-facet=city] li.chosen a")!;
        Assert.Equal(("Kobe", "true", "/en/search?q=lantern&topic=trade"), (kobe.TextContent, kobe.GetAttribute("aria-current"), kobe.GetAttribute("href")));
        Assert.Equal("/en/search?q=lantern&topic=trade&city=kobe&city=osaka", page.QuerySelectorAll("[data-facet=city] a").Single(link => link.TextContent == "Osaka").GetAttribute("href"));
    }

    [Fact]
    public async Task Each_choice_is_a_chip_that_removes_it()
    {
        IHtmlDocument page = await _site.OpenAsync("/zh/search?q=lantern&city=kobe&topic=trade");

        Assert.Equal(
            ["/zh/search?q=lantern&city=kobe", "/zh/search?q=lantern&topic=trade"],
            page.QuerySelectorAll("a.chip").Select(chip => chip.GetAttribute("href")));
        Assert.Equal("/zh/search?q=lantern", page.QuerySelector("a.chip-clear")!.GetAttribute("href"));
        Assert.Contains("神户", page.QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_box_keeps_the_words_and_the_choices()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=lantern&city=kobe&sort=newest");

        Assert.Equal("lantern", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal([("city", "kobe"), ("sort", "newest")], page.QuerySelectorAll("form.ask input[type=hidden]").Select(input => (input.GetAttribute("name"), input.GetAttribute("value"))));
    }

    [Fact]
    public async Task A_count_of_zero_is_not_a_link_but_a_chosen_one_can_be_taken_back()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=lantern&city=sapporo");

        Assert.Equal("0", page.QuerySelector("[data-facet=city] li.chosen .number")!.TextContent);
        Assert.Equal("/en/search?q=lantern", page.QuerySelector("[data-facet=city] li.chosen a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Articles_with_only_some_of_the_words_come_with_a_note()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=quartet+zeppelin");

        Assert.Equal("Few articles have every word. These have some of them, best matches first.", page.QuerySelector(".note")!.TextContent);
        Assert.Single(page.QuerySelectorAll("article.hit"));
        Assert.Null((await _site.OpenAsync("/en/search?q=quartet")).QuerySelector(".note"));
    }

    [Theory]
    [InlineData("/en/search?q=zeppelin", "No article matches “zeppelin”.")]
    [InlineData("/en/search?q=zeppelin&city=berlin", "No article matches “zeppelin” with these filters.")]
    [InlineData("/zh/search?q=zeppelin", "zeppelin")]
    [InlineData("/ja/search?q=zeppelin", "zeppelin")]
    [InlineData("/en/search?city=berlin", "No article matches these filters.")]
    [InlineData("/en/search?q=buoy&page=9", "There are no results on this page.")]
    public async Task A_search_without_hits_says_so_and_what_to_try(string address, string words)
    {
        IHtmlDocument page = await _site.OpenAsync(address);

        Assert.Empty(page.QuerySelectorAll("article"));
        Assert.Contains(words, page.QuerySelector(".no-hits")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".no-hits a"));
    }

    [Fact]
    public async Task Twenty_hits_stand_on_a_page_and_the_pager_leads_on()
    {
        IHtmlDocument first = await _site.OpenAsync("/en/search?q=buoy");
        IHtmlDocument last = await _site.OpenAsync("/en/search?q=buoy&page=3");

        Assert.Equal((20, 5), (first.QuerySelectorAll("article.hit").Length, last.QuerySelectorAll("article.hit").Length));
        Assert.Null(first.QuerySelector(".pager [rel=prev]"));
        Assert.Equal("/en/search?q=buoy&page=2", first.QuerySelector(".pager [rel=next]")!.GetAttribute("href"));
        Assert.Null(last.QuerySelector(".pager [rel=next]"));
        Assert.Equal("/en/search?q=buoy&page=2", last.QuerySelector(".pager [rel=prev]")!.GetAttribute("href"));
        Assert.Equal("45 articles", first.QuerySelector(".total strong")!.TextContent);
    }

    [Fact]
    public async Task No_hit_comes_twice_on_the_pages_of_a_search()
    {
        List<string> seen = [];
        for (int page = 1; page <= 3; page++)
            seen.AddRange((await _site.OpenAsync($"/en/search?q=buoy&page={page}")).QuerySelectorAll("article.hit h2 a").Select(link => link.GetAttribute("href")!));

        Assert.Equal(45, seen.Distinct().Count());
    }

    [Fact]
    public async Task Years_are_bars_and_a_table_for_those_who_cannot_see_them()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=lantern");

        Assert.Equal(["2021: 1 article", "2022: 2 articles", "2023: 2 articles"], page.QuerySelectorAll(".years svg title").Select(title => title.TextContent));
        Assert.Equal(["/en/search?q=lantern&year=2021", "/en/search?q=lantern&year=2022", "/en/search?q=lantern&year=2023"], page.QuerySelectorAll(".years table a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_order_is_a_choice_of_three_links()
    {
        IHtmlDocument page = await _site.OpenAsync("/en/search?q=lantern&sort=newest");

        Assert.Equal(
            [("Best match", "/en/search?q=lantern", null), ("Newest first", "/en/search?q=lantern&sort=newest", "true"), ("Oldest first", "/en/search?q=lantern&sort=oldest", null)],
            page.QuerySelectorAll("nav.order a").Select(link => (link.TextContent, link.GetAttribute("href"), link.GetAttribute("aria-current"))));
        Assert.Equal(["2023", "2023", "2022", "2022", "2021"], page.QuerySelectorAll("article time").Select(time => time.GetAttribute("datetime")![..4]));
    }

    [Fact]
    public async Task A_hit_in_another_language_names_its_version_in_the_readers()
    {
        IHtmlDocument page = await _site.OpenAsync("/ja/search?lang=en&kind=brief");

        IElement hit = Assert.Single(page.QuerySelectorAll("article.hit"));
        Assert.Equal(("Kobe pays rent", "神戸市が賃料を補助"), (hit.QuerySelector("h2")!.TextContent, hit.QuerySelector(".gloss")!.TextContent));
        Assert.Equal(["zh-Hans", "ja"], hit.QuerySelectorAll(".versions a").Select(link => link.GetAttribute("hreflang")));
    }

    [Fact]
    public async Task A_search_page_is_kept_out_of_search_machines() =>
        Assert.Equal("noindex", (await _site.OpenAsync("/en/search?q=lantern")).QuerySelector("meta[name=robots]")!.GetAttribute("content"));

    async Task<IEnumerable<string>> HitsAsync(string address) =>
        (await _site.OpenAsync(address)).QuerySelectorAll("article.hit h2").Select(headline => headline.TextContent).Order(StringComparer.Ordinal);

    static IEnumerable<(string Name, string Count)> Counts(IHtmlDocument page, string facet) =>
        page.QuerySelectorAll($"[data-facet={facet}] li").Select(line => (line.QuerySelector(".value")!.TextContent, line.QuerySelector(".number")!.TextContent)).Order();
}
