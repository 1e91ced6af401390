using System.Text.RegularExpressions;
using KnowledgeBase.Web.Tests.Sites;
using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>What a reader does, in a real browser.</summary>
[Collection(RepositorySiteTests.Name)]
public sealed class ReadingTests(RepositorySite fixture, Chromium chromium)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("en", "investment", "zh", true)]
    [InlineData("zh", "投资", "ja", true)]
    [InlineData("ja", "投資", "en", true)]
    [InlineData("en", "investment", "ja", false)]
    [InlineData("zh", "投资", "en", false)]
    [InlineData("ja", "投資", "zh", false)]
    public async Task A_reader_searches_narrows_reads_changes_the_language_and_follows(string language, string words, string other, bool hasScript)
    {
        await using Window window = await chromium.OpenAsync(_site, new() { JavaScriptEnabled = hasScript, ViewportSize = new() { Width = 1280, Height = 900 } });
        IPage page = window.Page;

        await page.GotoAsync($"/{language}/");
        await page.FillAsync("#q", words);
        await page.PressAsync("#q", "Enter");
        await ArriveAsync(page, "/search?");
        await Assertions.Expect(page.Locator("article.hit").First).ToBeVisibleAsync();
        await ChooseAsync(page, "city", "kobe");
        await ChooseAsync(page, "topic", "investment-incentives");
        await ChooseAsync(page, "speaker", "akira-umesawa");
        Assert.Equal(3, await page.Locator(".chips:not(.widenings) a.chip").CountAsync());
        Assert.Equal(1, await page.Locator(".widenings a.chip").CountAsync());
        Assert.Equal(words, await page.InputValueAsync("#q"));

        await page.Locator($"article.hit a[lang^='{language}'][href*='/article/']").First.ClickAsync();
        await ArriveAsync(page, "/article/");
        string headline = await page.InnerTextAsync("h1");
        await page.Locator($"nav.languages a[href^='/{other}/']").ClickAsync();
        await ArriveAsync(page, $"/{other}/article/");
        Assert.NotEqual(headline, await page.InnerTextAsync("h1"));
        Assert.StartsWith(other, await page.GetAttributeAsync("h1", "lang"), StringComparison.Ordinal);

        await page.Locator("a[href='#follow']").ClickAsync();
        string feed = (await page.Locator($"#follow a[href^='/{other}/search.atom?']").First.GetAttributeAsync("href"))!;
        IAPIResponse answer = await page.APIRequest.GetAsync(feed);
        Assert.Equal((200, "application/atom+xml; charset=utf-8"), (answer.Status, answer.Headers["content-type"]));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_long_list_of_values_is_searched_within()
    {
        await using Window window = await chromium.OpenAsync(_site);
        IPage page = window.Page;
        await page.GotoAsync("/en/search");
        ILocator facet = page.Locator("[data-facet=topic]");
        await facet.Locator("summary").ClickAsync();
        int all = await facet.Locator(".more li:visible").CountAsync();

        string last = await facet.Locator(".more .value").Last.InnerTextAsync();
        await facet.Locator("input.within").FillAsync(last.ToUpperInvariant());

        Assert.InRange(await facet.Locator(".more li:visible").CountAsync(), 1, all - 1);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_choice_of_dark_is_remembered()
    {
        await using Window window = await chromium.OpenAsync(_site, new() { ColorScheme = ColorScheme.Light });
        IPage page = window.Page;
        await page.GotoAsync("/ja/city/kobe");
        string before = await PaperAsync(page);

        await page.Locator("nav.themes a[href*='value=dark']").ClickAsync();
        // The address stays the same.
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        string after = await PaperAsync(page);
        await page.GotoAsync("/en/");

        Assert.NotEqual(before, after);
        Assert.Equal(after, await PaperAsync(page));
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("/en/")]
    [InlineData("/zh/search?q=%E6%8A%95%E8%B5%84&city=kobe")]
    [InlineData("/ja/search?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/en/topic")]
    [InlineData("/ja/city/kobe")]
    [InlineData("/en/speaker/akira-umesawa")]
    [InlineData("/zh/about")]
    [InlineData("brief:2019/kobe-foreign-firm-incentives/en")]
    [InlineData("brief:2019/kobe-foreign-firm-incentives/ja")]
    public async Task Nothing_scrolls_sideways_on_a_phone(string address)
    {
        await using Window window = await chromium.OpenAsync(_site, new() { ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true });
        await window.Page.GotoAsync(AddressOf(address));

        Assert.Equal(390, await window.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        Assert.Empty(window.Faults);
    }

    /// <summary>An address as it is; a brief by the address of its page.</summary>
    internal static string AddressOf(string address) =>
        address.StartsWith("brief:", StringComparison.Ordinal) ? $"/{address[^2..]}/article/{Articles.ArticleId.Of(address)}" : address;

    static Task<string> PaperAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    static async Task ChooseAsync(IPage page, string facet, string value)
    {
        ILocator link = page.Locator($"[data-facet={facet}] a.value[href*='{facet}={value}']");
        if (!await link.IsVisibleAsync())
            await page.Locator($"[data-facet={facet}] summary").ClickAsync();
        await link.ClickAsync();
        await ArriveAsync(page, $"{facet}={value}");
        await Assertions.Expect(page.Locator($"[data-facet={facet}] li.chosen")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("article.hit").First).ToBeVisibleAsync();
    }

    // By address and by the foot of the page, not by the load event: that may be over before anybody waits for it.
    static async Task ArriveAsync(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address)));
        await Assertions.Expect(page.Locator("footer.foot nav.themes")).ToBeVisibleAsync();
    }
}
