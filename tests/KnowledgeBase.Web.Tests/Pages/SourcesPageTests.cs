using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KnowledgeBase.Web.Tests.Browser;
using KnowledgeBase.Web.Tests.Sites;
using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Pages;

/// <summary>The page of the sources, on a site whose sources have every condition there is.</summary>
public sealed class SourcesPageTests(WatchedSite fixture, Chromium chromium) : IClassFixture<WatchedSite>
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("en", "Needs a look", "Failing Silent Unusual volume", "As usual", "Well Not fetched yet", "We are not let in (403). 3 failures in a row")]
    [InlineData("zh", "需要查看", "抓取失败 停止更新 数量异常", "一切如常", "正常 尚未抓取", "对方拒绝访问（403）。 连续失败 3 次")]
    [InlineData("ja", "要確認", "取得失敗 更新停止 件数異常", "異常なし", "正常 未取得", "アクセスを拒否されています（403）。 3回連続で失敗")]
    public async Task What_needs_a_look_stands_first_and_says_why(string language, string flagged, string conditions, string well, string others, string reason)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/sources");

        Assert.Equal([$"{flagged} 3", $"{well} 3"], page.QuerySelectorAll("h2").Select(TextOf));
        IElement[] lists = [.. page.QuerySelectorAll(".source-list")];
        Assert.Equal(conditions, string.Join(' ', lists[0].QuerySelectorAll(".condition").Select(TextOf)));
        Assert.Equal(others, string.Join(' ', lists[1].QuerySelectorAll(".condition").Select(TextOf).Distinct()));
        Assert.Contains(reason, page.QuerySelectorAll(".flagged p").Select(TextOf));
    }

    [Fact]
    public async Task A_failing_source_keeps_its_last_good_sample_and_its_days()
    {
        IElement failing = (await _site.OpenAsync("/en/sources")).QuerySelector(".flagged")!;

        Assert.Equal(("港口新航线开通", "zh-Hans"), (TextOf(failing.QuerySelector("cite")!), failing.QuerySelector("cite")!.GetAttribute("lang")));
        Assert.NotEmpty(failing.QuerySelectorAll("svg rect"));
        Assert.Contains("in 24 hours", TextOf(failing.QuerySelector(".volume")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_shown_that_tells_of_an_intranet_or_carries_a_key()
    {
        foreach (string language in (string[])["en", "zh", "ja"])
        {
            string html = await _site.ReadAsync($"/{language}/sources");
            Assert.DoesNotContain("10.1.2.3", html, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
            Assert.DoesNotContain("no connection", html, StringComparison.Ordinal);
        }
        IHtmlDocument page = await _site.OpenAsync("/en/sources");
        Assert.Contains("address not public", page.QuerySelectorAll(".address").Select(TextOf));
        Assert.Contains("feeds.example.org/keyed", page.QuerySelectorAll("span.address").Select(TextOf));
    }

    [Fact]
    public async Task Every_page_leads_to_it_and_a_site_that_crawls_nobody_says_so()
    {
        Assert.NotNull((await _site.OpenAsync("/en/")).QuerySelector("footer a[href='/en/sources']"));
        Assert.NotNull((await _site.OpenAsync("/ja/about")).QuerySelector("main a[href='/ja/sources']"));
        using var content = new TestContent();
        content.Write("articles/2024/kobe-rent/en.md", Examples.Brief("Kobe pays rent", "The city pays half.", "Kobe supports foreign firms."));
        await using TestSite quiet = await TestSite.StartAsync(content.Path);
        Assert.Equal("No publisher is being crawled at present.", TextOf((await quiet.OpenAsync("/en/sources")).QuerySelector(".health .quiet")!));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task It_fits_a_telephone_and_a_desk_and_has_no_barrier_in_light_or_dark(int width)
    {
        await using Window window = await chromium.OpenAsync(_site, new() { ColorScheme = ColorScheme.Light, BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 } });
        foreach (string language in (string[])["en", "zh", "ja"])
        {
            await window.Page.GotoAsync($"/{language}/sources");
            Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{language} is wider than {width} px");
        }
        AxeResult light = await window.Page.RunAxe();
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        AxeResult dark = await window.Page.RunAxe(new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } });
        Assert.NotEmpty(light.Passes);
        Assert.NotEmpty(dark.Passes);
        Assert.Empty(light.Violations.Concat(dark.Violations).Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
    }

    static string TextOf(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
