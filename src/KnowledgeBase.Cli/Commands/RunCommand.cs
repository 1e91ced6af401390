using System.CommandLine;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Stages;
using KnowledgeBase.Crawling;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb run</c>: the three stages in their order.</summary>
sealed class RunCommand(Desk desk, GlobalOptions options)
{
    public Command Describe()
    {
        Option<string?> contact = CrawlCommand.ContactOption();
        var command = new Command("run", "Crawl, read and index, one after the other.") { contact };
        command.SetAction((parsed, cancel) => RunAsync(options.Open(desk, parsed), CrawlerSettings.Read(parsed.GetValue(contact)), cancel));
        return command;
    }

    static async Task<int> RunAsync(Session session, CrawlerOptions crawler, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        var stages = new StageRuns(session, session.ReadContent(), ledger);
        if (stages.FindWhyNothingIsCrawled(crawler) is { } reason)
            session.Desk.Remark($"note: {reason}");
        else
            await stages.CrawlAsync(crawler, cancel);
        await stages.ReadAsync(cancel);
        await stages.IndexAsync(cancel);
        return 0;
    }
}
