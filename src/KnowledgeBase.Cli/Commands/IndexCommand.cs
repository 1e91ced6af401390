using System.CommandLine;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb index</c>: brings the index up to the ledger.</summary>
sealed class IndexCommand(Desk desk, GlobalOptions options)
{
    public Command Describe()
    {
        var command = new Command("index", "Bring the index up to date with the ledger. To make it anew, delete its folder first.");
        command.SetAction((parsed, cancel) => IndexAsync(options.Open(desk, parsed), cancel));
        return command;
    }

    static async Task<int> IndexAsync(Session session, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        await new StageRuns(session, session.ReadContent(), ledger).IndexAsync(cancel);
        return 0;
    }
}
