using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Runs;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Robots;

/// <summary>Whether an address may be fetched, and why.</summary>
/// <param name="Url">The address.</param>
/// <param name="IsAllowed">True when it may.</param>
/// <param name="Line">The number of the line of robots.txt that decides; null when none does.</param>
/// <param name="Rule">The rule as written, such as <c>disallow: /private</c>; null when none decides.</param>
/// <param name="CrawlDelay">The time between requests it asks for; null when it asks for none.</param>
/// <param name="Reason">All of it in one sentence.</param>
public sealed record RobotsExplanation(string Url, bool IsAllowed, int? Line, string? Rule, TimeSpan? CrawlDelay, string Reason);

/// <summary>Explains what robots.txt says of an address.</summary>
/// <param name="ledger">Where the robots.txt of hosts is kept.</param>
/// <param name="options">The crawler's options; they must be without problem.</param>
/// <param name="time">The clock.</param>
public sealed class RobotsCheck(Ledger ledger, CrawlerOptions options, TimeProvider time) : IDisposable
{
    /// <summary>The name robots.txt knows us by.</summary>
    public const string OurName = UserAgent.Product;

    readonly Crawler _crawler = Crawler.Build(ledger, options, time);

    /// <summary>Explains one address to us. The host is asked for its robots.txt when the stored one is older than a day.</summary>
    public Task<RobotsExplanation> ExplainAsync(string url, CancellationToken cancel) => ExplainAsync(url, UserAgent.Product, cancel);

    /// <summary>Explains one address to a robot of another name.</summary>
    /// <param name="url">The address.</param>
    /// <param name="robot">The name: ASCII letters, digits, hyphen and underscore.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ArgumentException">No robot can be addressed by that name.</exception>
    public async Task<RobotsExplanation> ExplainAsync(string url, string robot, CancellationToken cancel)
    {
        if (!IsName(robot))
            throw new ArgumentException($"'{robot}' is no name of a robot: robots.txt knows letters, digits, hyphen and underscore.", nameof(robot));
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || Redirect.FindProblem(address) is not null)
            return new(url, false, null, null, null, $"'{url}' is no http or https address.");
        string robots = new Uri(address, "/robots.txt").AbsoluteUri;
        return await _crawler.Robots.FindAsync(address, cancel) switch
        {
            RobotsAnswer.Known(var rules, _) => Explain(url, robots, rules.Decide(robot, address.PathAndQuery), rules.CrawlDelayOf(robot)),
            RobotsAnswer.Unreachable(var reason, _) => new(url, false, null, null, null, $"Not allowed for now: {reason} ({robots})."),
            RobotsAnswer.NoHost(var reason) => new(url, false, null, null, null, $"Not allowed for now: {reason} ({robots})."),
            _ => throw new InvalidOperationException("robots.txt answered in a new way."),
        };
    }

    /// <summary>True when robots.txt can address a robot by this name.</summary>
    public static bool IsName(string robot) => RobotsName.IsValid(robot);

    /// <inheritdoc/>
    public void Dispose() => _crawler.Dispose();

    static RobotsExplanation Explain(string url, string robots, RobotsDecision decision, TimeSpan? crawlDelay)
    {
        string reason = decision.Line is { } line
            ? $"{(decision.IsAllowed ? "Allowed" : "Not allowed")}: line {line} of {robots} says {decision.Rule}."
            : $"Allowed: no line of {robots} speaks of it.";
        return new(url, decision.IsAllowed, decision.Line, decision.Rule, crawlDelay, reason);
    }
}
