using System.CommandLine;
using KnowledgeBase.Cli.Batches;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb import</c>: articles from lines of JSON, pages from web archives.</summary>
sealed class ImportCommand(Desk desk, GlobalOptions options)
{
    public Command Describe()
    {
        Argument<string> file = new("file")
        {
            Description = "Lines of JSON, also packed with gzip; - for standard input. A line has 'id', 'lang', 'title' and 'text', and where known 'url', 'published', 'publisher', 'kind', 'topics', 'cities', 'speakers' and 'organizations'; or it is an article as kb export writes it. Or a web archive (WARC), ours or another's such as Common Crawl's CC-NEWS.",
            HelpName = "FILE|-",
        };
        Option<string?> publisher = new("--publisher") { Description = "The id of the publisher of archived pages that are on no known publisher's site; they are passed over otherwise.", HelpName = "ID" };
        var command = new Command("import", "Keep articles as they come, without reading them; kb index makes them searchable. Pages of a web archive are kept as if they had been crawled; kb read reads them.") { file, publisher };
        command.SetAction((parsed, cancel) => ImportAsync(options.Open(desk, parsed), parsed.GetValue(file)!, parsed.GetValue(publisher), cancel));
        return command;
    }

    static async Task<int> ImportAsync(Session session, string file, string? publisher, CancellationToken cancel)
    {
        if (await WarcFiles.IsOneAsync(file, session.Desk, cancel))
        {
            await using Ledger known = await session.OpenLedgerAsync(cancel);
            return await new WarcFiles(session, known).ImportAsync(file, publisher, cancel);
        }
        if (publisher is not null)
            throw new MistakeException("--publisher goes with a web archive; a line of JSON names its own in 'publisher'.");
        var vocabulary = session.ReadContent().Vocabulary;
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        return await new Importing(session.Desk, vocabulary, ledger).RunAsync(file, cancel);
    }
}
