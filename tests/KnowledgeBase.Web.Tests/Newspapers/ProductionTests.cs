using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Newspapers;

/// <summary>What a site in Production does with private networks that its settings open.</summary>
public sealed class ProductionTests
{
    // The pipeline runs every second: it had its chance several times.
    static readonly TimeSpan SomeRuns = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Private_networks_stay_closed_in_production_until_a_second_switch_opens_them()
    {
        await using Newspaper newspaper = await Newspaper.OpenAsync();
        using var content = new TestContent();
        content.Write("publishers/gazette.yml", $"id: gazette\nkind: newspaper\nlanguage: en\nen: \"The Loopback Gazette\"\nenabled: true\nsources:\n  - feed: {newspaper.Address}/feed.xml\n");
        content.Write("articles/2024/kobe-rent/en.md", Examples.Brief("Kobe pays rent", "The city pays half.", "Kobe supports foreign firms."));
        string[] settings = ["--environment=Production", "--Crawler:Contact=editor@example.org", $"--Crawler:AllowedPrivateEndpoints:0=127.0.0.0/8:{newspaper.Port}"];

        await using (await TestSite.StartAsync(content.Path, settings))
            await Task.Delay(SomeRuns, TestContext.Current.CancellationToken);
        Assert.Empty(newspaper.Visits);

        await using TestSite opened = await TestSite.StartAsync(content.Path, [.. settings, "--Crawler:AllowPrivateEndpointsInProduction=true"]);
        await TestSite.WaitUntilAsync(() => Task.FromResult(newspaper.Visits.Count > 0));
    }
}
