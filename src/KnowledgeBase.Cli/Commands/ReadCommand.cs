using System.CommandLine;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Batches;
using KnowledgeBase.Cli.Inputs;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Showing;
using KnowledgeBase.Cli.Stages;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb read</c>: reads all that waits; or shows what the reader makes of one page, or of many.</summary>
sealed class ReadCommand(Desk desk, GlobalOptions options)
{
    readonly Argument<string?> _input = new("input")
    {
        Description = "Show the article of a page (a file, an address in the ledger, or - for standard input) or of an editor's Markdown file, and keep nothing. Without it everything that waits in the ledger and in content/articles is read and kept.",
        HelpName = "FILE|URL|-",
        Arity = ArgumentArity.ZeroOrOne,
    };

    readonly Option<string?> _url = new("--url") { Description = "The address of a page read from a file.", HelpName = "URL" };
    readonly Option<string?> _publisher = new("--publisher") { Description = "The id of its publisher; else the one whose home page stands on the host of its address.", HelpName = "ID" };
    readonly Option<string?> _contentType = new("--content-type") { Description = "The Content-Type its server would send.", HelpName = "TYPE" };
    readonly Option<bool> _json = new("--json") { Description = "Print the article as one line of JSON." };
    readonly Option<bool> _why = new("--why") { Description = "Tell why it is no article, or what its annotations rest on." };

    readonly Option<string?> _batch = new("--batch")
    {
        Description = "Read many: lines of JSON with 'id' and either 'html' (a file beside the lines; also 'url', 'content_type') or 'text' (also 'lang').",
        HelpName = "FILE|-",
    };

    readonly Option<string?> _out = new("--out") { Description = "Where the lines of --batch go; standard output otherwise.", HelpName = "FILE" };

    public Command Describe()
    {
        var command = new Command("read", "Read what was fetched or edited since it was last read; or show what the reader makes of one page.")
        {
            _input, _url, _publisher, _contentType, _json, _why, _batch, _out,
        };
        command.SetAction(ReadAsync);
        return command;
    }

    Task<int> ReadAsync(ParseResult parsed, CancellationToken cancel)
    {
        Session session = options.Open(desk, parsed);
        return (parsed.GetValue(_input), parsed.GetValue(_batch)) switch
        {
            (null, null) => ReadWaitingAsync(session, cancel),
            (null, { } lines) => new BatchReading(desk, session.ReadContent()).RunAsync(lines, parsed.GetValue(_out), cancel),
            ({ } input, null) => ShowAsync(session, input, parsed, cancel),
            _ => throw new MistakeException("kb read takes one input or --batch, not both."),
        };
    }

    static async Task<int> ReadWaitingAsync(Session session, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        await new StageRuns(session, session.ReadContent(), ledger).ReadAsync(cancel);
        return 0;
    }

    async Task<int> ShowAsync(Session session, string name, ParseResult parsed, CancellationToken cancel)
    {
        ContentFolder content = session.ReadContent();
        var labels = new PageLabels(parsed.GetValue(_url), parsed.GetValue(_publisher), parsed.GetValue(_contentType));
        ReaderInput input = await new InputFinder(session, content, labels).FindAsync(name, cancel);
        var reader = new ArticleReader(content, desk.Time);
        switch (input is ReaderInput.OfPage(var page, var following) ? reader.Read(page, following) : new ReadResult.Read(reader.Read(((ReaderInput.OfBrief)input).Brief)))
        {
            case ReadResult.Read(var article):
                Show(article, content, parsed);
                return 0;
            case ReadResult.NoArticle(var reason):
                desk.Remark($"kb: no article: {reason}");
                if (parsed.GetValue(_why) && input is ReaderInput.OfPage(var refused, _))
                    desk.Output.Write(Reasons.OfRefusal(new Extractor(content, desk.Time).Extract(refused)));
                return 1;
            default:
                return 1;
        }
    }

    void Show(Article article, ContentFolder content, ParseResult parsed)
    {
        if (parsed.GetValue(_json))
            desk.Output.WriteLine(ArticleJson.Write(article));
        else
            new ArticleView(desk, content).Show(article);
        // The reasons are for people: beside JSON they must not stand in the way of a program.
        if (parsed.GetValue(_why))
            (parsed.GetValue(_json) ? desk.Error : desk.Output).Write(Reasons.OfAnnotations(article));
    }
}
