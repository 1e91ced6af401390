using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KnowledgeBase.Web.Tests.Sites;
using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>Runs axe-core over the main pages.</summary>
[Collection(RepositorySiteTests.Name)]
public sealed class AccessibilityTests(RepositorySite fixture, Chromium chromium)
{
    // Only the colours differ between light and dark.
    static readonly AxeRunOptions Colours = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };

    [Theory]
    [InlineData("/en/")]
    [InlineData("/zh/search?q=%E6%8A%95%E8%B5%84&city=kobe")]
    [InlineData("brief:2019/kobe-foreign-firm-incentives/ja")]
    [InlineData("/ja/city/kobe")]
    public async Task No_page_has_a_serious_barrier_in_light_or_dark(string address)
    {
        // The test's own script is none of the site's.
        await using Window window = await chromium.OpenAsync(fixture.Site, new() { ColorScheme = ColorScheme.Light, BypassCSP = true, ViewportSize = new() { Width = 1280, Height = 900 } });
        await window.Page.GotoAsync(ReadingTests.AddressOf(address));
        AxeResult light = await window.Page.RunAxe();
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        AxeResult dark = await window.Page.RunAxe(Colours);

        Assert.NotEmpty(light.Passes);
        Assert.NotEmpty(dark.Passes);
        Assert.Empty(light.Violations.Concat(dark.Violations).Where(violation => violation.Impact is "serious" or "critical").SelectMany(Describe));
    }

    static IEnumerable<string> Describe(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}");
}
