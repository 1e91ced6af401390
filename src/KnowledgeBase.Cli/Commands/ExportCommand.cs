using System.CommandLine;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Batches;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb export</c>: every article as a line of JSON, or every fetched page as a web archive.</summary>
sealed class ExportCommand(Desk desk, GlobalOptions options)
{
    const int ArticlesAtATime = 200;

    readonly Option<string?> _out = new("--out") { Description = "The file to write, packed when it ends in .gz; standard output otherwise.", HelpName = "FILE" };

    readonly Option<string?> _warc = new("--warc") { Description = "Write the fetched pages instead, as a web archive (WARC 1.1, packed): name it FILE.warc.gz. Pages that ask not to be archived are left out.", HelpName = "FILE" };

    public Command Describe()
    {
        Option<string> format = new("--format") { Description = "jsonl: one article a line, as kb import takes it.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var command = new Command("export", "Write every article of the ledger, in the order in which they last changed.") { _out, format, _warc };
        command.SetAction((parsed, cancel) => (parsed.GetValue(_warc), parsed.GetValue(_out)) switch
        {
            ({ } warc, null) => ExportPagesAsync(options.Open(desk, parsed), warc, cancel),
            (null, var file) => ExportAsync(options.Open(desk, parsed), file, cancel),
            _ => throw new MistakeException("kb export takes --out or --warc, not both."),
        });
        return command;
    }

    static async Task<int> ExportPagesAsync(Session session, string file, CancellationToken cancel)
    {
        if (file == "-")
            throw new MistakeException("A web archive is written into a file: name one, such as pages.warc.gz.");
        await using Ledger ledger = await session.OpenKnownLedgerAsync(cancel);
        return await new WarcFiles(session, ledger).ExportAsync(file, cancel);
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
