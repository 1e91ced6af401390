using System.CommandLine;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Stages;
using KnowledgeBase.Crawling;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb crawl</c>: finds and fetches what is due.</summary>
sealed class CrawlCommand(Desk desk, GlobalOptions options)
{
    /// <summary>The option shared with <c>kb run</c>.</summary>
    public static Option<string?> ContactOption() => new("--contact")
    {
        Description = "A mail or web address for the owners of the hosts; it stands in the User-Agent (else Crawler__Contact).",
        HelpName = "ADDRESS",
    };

    public Command Describe()
    {
        Option<string?> contact = ContactOption();
        var command = new Command("crawl", "Find new articles of the enabled publishers and fetch what is due.") { contact };
        command.SetAction((parsed, cancel) => CrawlAsync(options.Open(desk, parsed), CrawlerSettings.Read(parsed.GetValue(contact)), cancel));
        return command;
    }

    static async Task<int> CrawlAsync(Session session, CrawlerOptions crawler, CancellationToken cancel)
    {
        ContentFolder content = session.ReadContent();
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        var stages = new StageRuns(session, content, ledger);
        if (stages.FindWhyNothingIsCrawled(crawler) is { } reason)
            throw new MistakeException(reason);
        await stages.CrawlAsync(crawler, cancel);
        return 0;
    }
}
