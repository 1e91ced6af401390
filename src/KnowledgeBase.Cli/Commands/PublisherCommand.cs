using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;
using KnowledgeBase.Crawling.Discovery;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb publisher discover</c>: finds the feeds and sitemaps of a site and writes the file of a publisher.</summary>
sealed class PublisherCommand(Desk desk, GlobalOptions options)
{
    readonly Argument<string> _url = new("url") { Description = "The home page of the site, or any page that names its feeds.", HelpName = "URL" };
    readonly Option<string?> _id = new("--id") { Description = "The id of the publisher, which also names the file; otherwise made of the host's name.", HelpName = "ID" };
    readonly Option<bool> _force = new("--force") { Description = "Write over a file that is there already." };
    readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the file and write nothing." };
    readonly Option<string?> _contact = CrawlCommand.ContactOption();

    public Command Describe()
    {
        var discover = new Command("discover", "Find the feeds and sitemaps of a site and write them into content/publishers as a publisher, switched off.") { _url, _id, _force, _dryRun, _contact };
        discover.SetAction((parsed, cancel) => DiscoverAsync(options.Open(desk, parsed), parsed, cancel));
        return new Command("publisher", "Work on the publishers under content/publishers.") { discover };
    }

    async Task<int> DiscoverAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        string url = WebAddress.Require(parsed.GetValue(_url)!);
        var file = new PublisherFile(session.ReadContent(), parsed.GetValue(_id) ?? PublisherFile.IdOf(new Uri(url)));
        bool isForced = parsed.GetValue(_force), isDryRun = parsed.GetValue(_dryRun);
        // Before the first request: nobody is asked for what can't be kept.
        if (!isDryRun)
            file.RequireFree(isForced);
        CrawlerOptions crawler = CrawlerSettings.RequireReady(parsed.GetValue(_contact));
        DiscoveredSite site = await FindAsync(session, crawler, url, cancel);
        Tell(site);
        if (isDryRun)
            desk.Output.Write(site.ToYaml(file.Id));
        else
        {
            file.Write(site.ToYaml(file.Id));
            desk.Output.WriteLine($"{file.Path}: written, switched off. Read the site's terms, give it its names, then set enabled: true.");
        }
        return 0;
    }

    async Task<DiscoveredSite> FindAsync(Session session, CrawlerOptions crawler, string url, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        using var discovery = new SiteDiscovery(ledger, crawler, desk.Time);
        DiscoveredSite site = await discovery.FindAsync(url, cancel);
        if (site.Problem is { } problem)
            throw new MistakeException(problem);
        if (site.Feeds.IsEmpty && site.Sitemaps.IsEmpty)
            throw new MistakeException($"{site.Home} names no feed and no sitemap, and none is at the usual places. Write a publisher with a listing by hand: content/README.md describes it.");
        return site;
    }

    void Tell(DiscoveredSite site)
    {
        foreach (DiscoveredSource feed in site.Feeds)
            desk.Remark($"feed     {feed.Url}: {Count.Of(feed.Links, "entry", "entries")}{LatestOf(feed)}{(feed.Title is { } title ? $", “{title}”" : "")}");
        foreach (DiscoveredSource sitemap in site.Sitemaps)
            desk.Remark($"sitemap  {sitemap.Url}: {Count.Of(sitemap.Links, "page")}{LatestOf(sitemap)}");
    }

    static string LatestOf(DiscoveredSource source) => source.LatestAt is { } at ? string.Create(CultureInfo.InvariantCulture, $", the latest of {at.ToUniversalTime():yyyy-MM-dd}") : "";
}
