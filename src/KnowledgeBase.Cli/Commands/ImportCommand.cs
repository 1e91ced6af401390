using System.CommandLine;
using KnowledgeBase.Cli.Batches;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb import</c>: articles from lines of JSON.</summary>
sealed class ImportCommand(Desk desk, GlobalOptions options)
{
    public Command Describe()
    {
        Argument<string> file = new("file")
        {
            Description = "Lines of JSON, also packed with gzip; - for standard input. A line has 'id', 'lang', 'title' and 'text', and where known 'url', 'published', 'publisher', 'kind', 'topics', 'cities', 'speakers' and 'organizations'; or it is an article as kb export writes it.",
            HelpName = "FILE|-",
        };
        var command = new Command("import", "Keep articles as they come, without reading them; kb index makes them searchable.") { file };
        command.SetAction((parsed, cancel) => ImportAsync(options.Open(desk, parsed), parsed.GetValue(file)!, cancel));
        return command;
    }

    static async Task<int> ImportAsync(Session session, string file, CancellationToken cancel)
    {
        var vocabulary = session.ReadContent().Vocabulary;
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        return await new Importing(session.Desk, vocabulary, ledger).RunAsync(file, cancel);
    }
}
