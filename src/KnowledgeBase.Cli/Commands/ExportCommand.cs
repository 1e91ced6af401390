using System.CommandLine;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb export</c>: every article as a line of JSON.</summary>
sealed class ExportCommand(Desk desk, GlobalOptions options)
{
    const int ArticlesAtATime = 200;

    readonly Option<string?> _out = new("--out") { Description = "The file to write, packed when it ends in .gz; standard output otherwise.", HelpName = "FILE" };

    public Command Describe()
    {
        Option<string> format = new("--format") { Description = "jsonl: one article a line, as kb import takes it.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var command = new Command("export", "Write every article of the ledger, in the order in which they last changed.") { _out, format };
        command.SetAction((parsed, cancel) => ExportAsync(options.Open(desk, parsed), parsed.GetValue(_out), cancel));
        return command;
    }

    /// <remarks>An article that changes meanwhile comes once more at the end; who imports the lines in their order has its latest state.</remarks>
    static async Task<int> ExportAsync(Session session, string? file, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenKnownLedgerAsync(cancel);
        await using OutputFile output = OutputFile.Open(file, session.Desk);
        var articles = new ArticleStore(ledger);
        int written = 0;
        for (long revision = 0; await articles.ChangesAfterAsync(revision, ArticlesAtATime, cancel) is [.., var last] changes; revision = last.Revision)
        {
            foreach (Article article in changes.Select(change => change.Article).OfType<Article>())
            {
                await output.Writer.WriteLineAsync(ArticleJson.Write(article).AsMemory(), cancel);
                written++;
            }
        }
        await output.KeepAsync();
        session.Desk.Remark($"export: {Count.Of(written, "article")}");
        return 0;
    }
}
