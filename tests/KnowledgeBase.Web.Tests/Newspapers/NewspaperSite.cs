using KnowledgeBase.Crawling;
using KnowledgeBase.Stages;
using KnowledgeBase.Web.Tests.Sites;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Web.Tests.Newspapers;

/// <summary>A site that has crawled, read and indexed the newspaper, and what reached the newspaper meanwhile.</summary>
public sealed class NewspaperSite : IAsyncLifetime
{
    readonly TestContent _content = new();

    public TestSite Site { get; private set; } = null!;

    internal Newspaper Newspaper { get; private set; } = null!;

    /// <summary>The requests of the first crawl, in order.</summary>
    internal IReadOnlyList<Visit> FirstVisits { get; private set; } = [];

    /// <summary>The requests of the second crawl, two hours later, when one story had been corrected.</summary>
    internal IReadOnlyList<Visit> SecondVisits { get; private set; } = [];

    /// <summary>What the second crawl reported.</summary>
    internal StageReport Second { get; private set; } = null!;

    CrawlerOptions Options => new() { Contact = "editor@example.org", AllowedPrivateEndpoints = [$"127.0.0.0/8:{Newspaper.Port}"], DefaultGap = TimeSpan.Zero };

    public async ValueTask InitializeAsync()
    {
        Newspaper = await Newspaper.OpenAsync();
        WriteContent();
        Site = await TestSite.StartAsync(
            _content.Path,
            "--environment=Staging", "--Pipeline:Interval=01:00:00", $"--Crawler:Contact={Options.Contact}", $"--Crawler:AllowedPrivateEndpoints:0={Options.AllowedPrivateEndpoints[0]}",
            "--Crawler:DefaultGap=00:00:00");
        await TestSite.WaitUntilAsync(() => Task.FromResult(Site.Room.Count >= Stories.All.Count() + 1));
        FirstVisits = Newspaper.Visits;
        Newspaper.CloseBook();
        Newspaper.Correct("/en/osaka-fair", "four hundred"u8.ToArray(), "five hundred"u8.ToArray());
        using var stage = new CrawlingStage(Site.Room.Content, Site.Room.Ledger, Options, new LaterTime(TimeSpan.FromHours(2)), NullLogger<CrawlingStage>.Instance);
        Second = await stage.RunAsync(null, CancellationToken.None);
        SecondVisits = Newspaper.Visits;
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Newspaper.DisposeAsync();
        _content.Dispose();
    }

    void WriteContent()
    {
        _content.Write(
            "publishers/gazette.yml",
            $$"""
            id: gazette
            kind: newspaper
            language: en
            country: JP
            en: "The Loopback Gazette"
            zh: "回环公报"
            ja: "ループバック新報"
            display: excerpt
            enabled: true
            gap: 0
            sources:
              - feed: {{Newspaper.Address}}/feed.xml
              - feed: {{Newspaper.Address}}/broken.xml
              - listing: {{Newspaper.Address}}/zh/
                links: "ul.news a"
                language: zh
              - sitemap: {{Newspaper.Address}}/sitemap.xml
                language: ja
            """);
        _content.Write("articles/2024/kobe-rent/en.md", Examples.Brief("Kobe pays rent", "The city pays half.", "Kobe supports foreign firms."));
        _content.Write("articles/2024/broken/en.md", "---\ntitle: [Nobody closes this\n---\n\nText.\n");
        _content.Write("articles/2024/unknown/en.md", Examples.Brief("Another", "Another.", "Another.").Replace("investment-incentives", "no-such-topic", StringComparison.Ordinal));
    }
}
