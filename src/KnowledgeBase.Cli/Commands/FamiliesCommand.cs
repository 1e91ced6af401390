using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Showing;
using KnowledgeBase.Families;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb families</c>: which articles in different languages may be versions of one story, and what an editor says to it.</summary>
sealed class FamiliesCommand(Desk desk, GlobalOptions options)
{
    const int Few = 50, Most = 10_000;

    readonly Option<int> _limit = new("--limit") { Description = "How many proposals at most.", HelpName = "N", DefaultValueFactory = _ => Few };
    readonly Option<bool> _decided = new("--decided") { Description = "List what was accepted and rejected instead, the last first." };
    readonly Option<bool> _json = new("--json") { Description = "Print each pair as one line of JSON." };

    public Command Describe()
    {
        _limit.Validators.Add(result =>
        {
            if (result.GetValue(_limit) is < 1 or > Most)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--limit is a number from 1 to {Most}."));
        });
        var command = new Command("families", "List articles in different languages that may be versions of one story, the surest first, with what they share. kb index finds them; only accepting makes them one.")
        {
            _limit,
            _decided,
            _json,
            DescribeDecision("accept", "Say that two articles are versions of one story. Searches fold them after the next kb index.", isOneStory: true),
            DescribeDecision("reject", "Say that two articles are not versions of one story. They are not proposed again, and no rule joins them.", isOneStory: false),
        };
        command.SetAction((parsed, cancel) => ListAsync(options.Open(desk, parsed), parsed, cancel));
        return command;
    }

    Command DescribeDecision(string name, string description, bool isOneStory)
    {
        Argument<string> one = new("one") { Description = "The id of an article (16 hex digits), or its address.", HelpName = "ID|URL" };
        Argument<string> other = new("other") { Description = "The id or address of the other.", HelpName = "ID|URL" };
        var command = new Command(name, description) { one, other };
        command.SetAction((parsed, cancel) => DecideAsync(options.Open(desk, parsed), parsed.GetValue(one)!, parsed.GetValue(other)!, isOneStory, cancel));
        return command;
    }

    async Task<int> ListAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenKnownLedgerAsync(cancel);
        var articles = new ArticleStore(ledger);
        var list = new PairList(desk, new Names(session.ReadContent(), Language.English), articles);
        if (parsed.GetValue(_decided))
            await list.ShowAsync(await articles.Families.FindDecisionsAsync(cancel), parsed.GetValue(_json), cancel);
        else
            await list.ShowAsync(await articles.Families.FindProposalsAsync(parsed.GetValue(_limit), cancel), parsed.GetValue(_json), cancel);
        return 0;
    }

    async Task<int> DecideAsync(Session session, string one, string other, bool isOneStory, CancellationToken cancel)
    {
        await using Ledger ledger = await session.OpenKnownLedgerAsync(cancel);
        var articles = new ArticleStore(ledger);
        Article first = await RequireAsync(articles, one, cancel), second = await RequireAsync(articles, other, cancel);
        if (first.Id == second.Id)
            throw new MistakeException($"'{one}' and '{other}' are the same article.");
        await articles.Families.DecideAsync(FamilyDecision.Of(first.Id, second.Id, isOneStory, desk.Time.GetUtcNow()), cancel);
        desk.Output.WriteLine($"{(isOneStory ? "accepted" : "rejected")}: {first.Headline} ({first.Language}) and {second.Headline} ({second.Language})");
        if (!isOneStory && (await articles.Families.FindAsync(first.Id, cancel)).Contains(second.Id))
            desk.Remark("They are still one story, through a third article that is a version of both: reject one of its pairs too.");
        desk.Remark("Searches follow after the next kb index, or the next run of the site's pipeline.");
        return 0;
    }

    static async Task<Article> RequireAsync(ArticleStore articles, string name, CancellationToken cancel) =>
        await articles.FindAsync(ArticleId.Find(name) ?? ArticleId.Of(name), cancel)
        ?? throw new MistakeException($"There is no article '{name}': give an id as kb families prints it, or the address of an article.");
}
