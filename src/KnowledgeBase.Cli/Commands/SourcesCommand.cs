using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Showing;
using KnowledgeBase.Crawling.Health;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb sources</c>: how the feeds, sitemaps and listings are doing.</summary>
sealed class SourcesCommand(Desk desk, GlobalOptions options)
{
    readonly Option<bool> _json = new("--json") { Description = "Print each source as one line of JSON." };
    readonly Option<bool> _flagged = new("--flagged") { Description = "Only those that fail, have gone silent, or bring far more or less than usual." };

    public Command Describe()
    {
        var command = new Command("sources", "List the sources of the enabled publishers and how they are doing; exit code 2 when one fails, has gone silent or is far from its usual volume.") { _json, _flagged };
        command.SetAction((parsed, cancel) => ListAsync(options.Open(desk, parsed), parsed, cancel));
        return command;
    }

    async Task<int> ListAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        ContentFolder content = session.ReadContent();
        await using Ledger ledger = await session.OpenKnownLedgerAsync(cancel);
        ImmutableArray<SourceHealth> all = await new SourceWatch(content, ledger, desk.Time).FindAsync(cancel);
        if (all.IsEmpty)
            throw new MistakeException($"No publisher is enabled, so there are no sources to watch. Write 'enabled: true' into the files of {Path.Combine(content.Path, "publishers")} that are to be crawled.");
        ImmutableArray<SourceHealth> shown = parsed.GetValue(_flagged) ? [.. all.Where(source => source.IsFlagged)] : all;
        if (parsed.GetValue(_json))
        {
            foreach (SourceHealth source in shown)
                desk.Output.WriteLine(JsonSerializer.Serialize(source, PlainJson.Options));
        }
        else
            new SourceList(desk, content).Show(shown, all);
        return all.Any(source => source.IsFlagged) ? ExitCode.AnswerIsNo : 0;
    }
}
