using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using KnowledgeBase.Web.Tests.Sites;
using Microsoft.Playwright;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>Runs axe-core over the main pages.</summary>
[Collection(RepositorySiteTests.Name)]
public sealed class AccessibilityTests(RepositorySite fixture, Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string, ColorScheme> Pages => new MatrixTheoryData<string, ColorScheme>(
        ["/en/", "/zh/search?q=%E6%8A%95%E8%B5%84&city=kobe", "brief:2019/kobe-foreign-firm-incentives/ja", "/ja/city/kobe"], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_has_a_serious_barrier(string address, ColorScheme scheme)
    {
        // The test's own script is none of the site's.
        await using Window window = await chromium.OpenAsync(fixture.Site, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = 1280, Height = 900 } });
        await window.Page.GotoAsync(ReadingTests.AddressOf(address));

        AxeResult result = await window.Page.RunAxe();

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").SelectMany(Describe));
    }

    static IEnumerable<string> Describe(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}");
}
