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
sealed record RobotsExplanation(string Url, bool IsAllowed, int? Line, string? Rule, TimeSpan? CrawlDelay, string Reason);

/// <summary>Explains what robots.txt says of an address.</summary>
/// <param name="ledger">Where the robots.txt of hosts is kept.</param>
/// <param name="options">The crawler's options; they must be without problem.</param>
/// <param name="time">The clock.</param>
sealed class RobotsCheck(Ledger ledger, CrawlerOptions options, TimeProvider time) : IDisposable
{
    readonly Crawler _crawler = Crawler.Build(ledger, options, time);

    /// <summary>Explains one address. The host is asked for its robots.txt when the stored one is older than a day.</summary>
    public async Task<RobotsExplanation> ExplainAsync(string url, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || Redirect.FindProblem(address) is not null)
            return new(url, false, null, null, null, $"'{url}' is no http or https address.");
        string robots = new Uri(address, "/robots.txt").AbsoluteUri;
        return await _crawler.Robots.FindAsync(address, cancel) switch
        {
            RobotsAnswer.Known(var rules, _) => Explain(url, robots, rules.Decide(UserAgent.Product, address.PathAndQuery), rules.CrawlDelayOf(UserAgent.Product)),
            RobotsAnswer.Unreachable(var reason, _) => new(url, false, null, null, null, $"Not allowed for now: {reason} ({robots})."),
            RobotsAnswer.NoHost(var reason) => new(url, false, null, null, null, $"Not allowed for now: {reason} ({robots})."),
            _ => throw new InvalidOperationException("robots.txt answered in a new way."),
        };
    }

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
