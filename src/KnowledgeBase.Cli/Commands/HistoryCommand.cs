using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Histories;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb history</c>: what a publisher changed in an article since it was first fetched.</summary>
sealed class HistoryCommand(Desk desk, GlobalOptions options)
{
    readonly Argument<string> _id = new("id") { Description = "The id of an article (16 hex digits, as in its address on the site), or the address of its page.", HelpName = "ID|URL" };
    readonly Option<bool> _json = new("--json") { Description = "Print each version as one line of JSON." };

    public Command Describe()
    {
        var command = new Command("history", "Show what a publisher changed in an article from one fetched version to the next.") { _id, _json };
        command.SetAction((parsed, cancel) => ShowAsync(options.Open(desk, parsed), parsed.GetValue(_id)!, parsed.GetValue(_json), cancel));
        return command;
    }

    async Task<int> ShowAsync(Session session, string id, bool isJson, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenKnownLedgerAsync(cancel);
        string url = await FindUrlAsync(ledger, id, cancel);
        FetchedPage present = await new PageStore(ledger).FindAsync(url, cancel)
            ?? throw new MistakeException($"{url} is not in the ledger {ledger.Place}: it was never fetched, or its owner asked for it to be taken out.");
        ImmutableArray<FetchedPage> earlier = await new PageHistory(ledger).FindAsync(url, cancel);
        ImmutableArray<StoryVersion> versions = new VersionReading(session.ReadContent()).Read([.. earlier, present]);
        if (!isJson)
            new HistoryView(desk).Show(url, versions);
        else
        {
            foreach (StoryVersion version in versions)
                desk.Output.WriteLine(JsonSerializer.Serialize(version, PlainJson.Options));
        }
        return 0;
    }

    static async Task<string> FindUrlAsync(Ledger ledger, string id, CancellationToken cancel)
    {
        if (Uri.TryCreate(id, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
            return id;
        if (ArticleId.Find(id) is not { } article)
            throw new MistakeException($"'{id}' is no id of an article (16 hex digits) and no web address.");
        string? origin = await new ReadingLog(ledger).FindOriginAsync(article, cancel);
        if (origin is null)
            throw new MistakeException($"No article with the id {id} was read into the ledger {ledger.Place}.");
        if (!origin.Contains("://", StringComparison.Ordinal))
            throw new MistakeException($"{id} was not fetched but is {origin}: what editors write has its history in Git, and what was imported has none.");
        return origin;
    }
}
