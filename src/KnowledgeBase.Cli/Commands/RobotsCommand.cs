using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb robots</c>: whether an address may be fetched, and which line of robots.txt says so.</summary>
sealed class RobotsCommand(Desk desk, GlobalOptions options)
{
    readonly Argument<string> _url = new("url") { Description = "The address, with http or https.", HelpName = "URL" };
    readonly Option<string?> _as = new("--as") { Description = "Ask as a robot of another name.", HelpName = "NAME" };
    readonly Option<bool> _json = new("--json") { Description = "Print the decision as one line of JSON." };
    readonly Option<string?> _contact = CrawlCommand.ContactOption();

    public Command Describe()
    {
        var command = new Command("robots", "Tell whether robots.txt lets us fetch an address, and which of its lines decides; exit code 2 when it does not.") { _url, _as, _contact, _json };
        command.SetAction((parsed, cancel) => ExplainAsync(options.Open(desk, parsed), parsed, cancel));
        return command;
    }

    async Task<int> ExplainAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        string url = WebAddress.Require(parsed.GetValue(_url)!);
        string robot = parsed.GetValue(_as) ?? RobotsCheck.OurName;
        if (!RobotsCheck.IsName(robot))
            throw new MistakeException($"'{robot}' is no name of a robot: robots.txt knows letters, digits, hyphen and underscore, without version or space.");
        CrawlerOptions crawler = CrawlerSettings.RequireReady(parsed.GetValue(_contact));
        await using Ledger ledger = await session.OpenLedgerAsync(cancel);
        using var check = new RobotsCheck(ledger, crawler, desk.Time);
        RobotsExplanation found = await check.ExplainAsync(url, robot, cancel);
        if (parsed.GetValue(_json))
            desk.Output.WriteLine(JsonSerializer.Serialize(found, PlainJson.Options));
        else
            Show(found);
        return found.IsAllowed ? 0 : ExitCode.AnswerIsNo;
    }

    void Show(RobotsExplanation found)
    {
        desk.Output.WriteLine(found.Reason);
        if (found.CrawlDelay is { } delay)
            desk.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It asks for {delay.TotalSeconds:0.###} s between two requests."));
    }
}
