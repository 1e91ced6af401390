using System.Text.RegularExpressions;
using KnowledgeBase.Web.Tests.Sites;
using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>The list below the search box, by keyboard, by finger, and without script.</summary>
[Collection(RepositorySiteTests.Name)]
public sealed class SuggestingTests(RepositorySite fixture, Chromium chromium)
{
    readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task The_keyboard_walks_through_the_list_and_chooses()
    {
        await using Window window = await chromium.OpenAsync(_site);
        IPage page = window.Page;
        await page.GotoAsync("/en/");
        ILocator box = page.Locator("#q");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");

        await box.PressSequentiallyAsync("koube");
        await AnswerAsync(page, "koube");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#suggestion-0")).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await box.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
        Assert.Equal("koube", await box.InputValueAsync());
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/en/city/kobe$"));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_line_that_is_chosen_stays_chosen_when_the_answer_to_more_letters_still_offers_it()
    {
        await using Window window = await chromium.OpenAsync(_site);
        IPage page = window.Page;
        await page.GotoAsync("/en/");
        ILocator box = page.Locator("#q");
        await box.PressSequentiallyAsync("kob");
        await AnswerAsync(page, "kob");
        ILocator kobe = page.Locator("[role=option][data-address='/en/city/kobe']");
        while (await kobe.GetAttributeAsync("aria-selected") == "false")
            await box.PressAsync("ArrowDown");

        await box.PressSequentiallyAsync("e");
        await AnswerAsync(page, "kobe");
        await Assertions.Expect(kobe).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", (await kobe.GetAttributeAsync("id"))!);

        await box.PressSequentiallyAsync(" dalian");
        await AnswerAsync(page, "kobe dalian");
        await Assertions.Expect(page.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
        await Assertions.Expect(box).Not.ToHaveAttributeAsync("aria-activedescendant", new Regex("."));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Escape_closes_the_list_and_enter_searches_for_what_was_typed()
    {
        await using Window window = await chromium.OpenAsync(_site);
        IPage page = window.Page;
        await page.GotoAsync("/zh/");
        ILocator box = page.Locator("#q");
        await box.PressSequentiallyAsync("shenzhen");
        await Assertions.Expect(page.Locator(".suggestions")).ToBeVisibleAsync();
        await box.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".suggestions")).ToBeHiddenAsync();
        await box.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/zh/search\\?q=shenzhen$"));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_finger_chooses_on_a_phone_and_nothing_scrolls_sideways()
    {
        await using Window window = await chromium.OpenAsync(_site, new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true });
        IPage page = window.Page;
        await page.GotoAsync("/ja/");
        await page.Locator("#q").PressSequentiallyAsync("とうし");
        await AnswerAsync(page, "とうし");
        ILocator line = page.Locator(".suggestions li", new() { HasText = "投資" }).First;
        await Assertions.Expect(line).ToBeVisibleAsync();
        Assert.True((await line.BoundingBoxAsync())!.Height >= 44);
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await line.TapAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/ja/topic/"));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Without_script_the_box_is_a_plain_one()
    {
        await using Window window = await chromium.OpenAsync(_site, new() { JavaScriptEnabled = false });
        await window.Page.GotoAsync("/en/");
        await Assertions.Expect(window.Page.Locator(".suggestions")).ToHaveCountAsync(0);
        Assert.Null(await window.Page.GetAttributeAsync("#q", "role"));
    }

    [Fact]
    public async Task The_map_stays_within_its_column()
    {
        await using Window window = await chromium.OpenAsync(_site, new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await window.Page.GotoAsync("/en/");
        Assert.True(await window.Page.EvaluateAsync<bool>("document.querySelector('.map-drawing').getBoundingClientRect().right <= document.querySelector('.home').getBoundingClientRect().right"));
    }

    // The list may still be that of the first letters.
    static Task AnswerAsync(IPage page, string typed) => Assertions.Expect(page.Locator(".suggestions")).ToHaveAttributeAsync("data-query", typed);
}
