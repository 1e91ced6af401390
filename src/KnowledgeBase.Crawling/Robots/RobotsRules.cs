using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeBase.Crawling.Robots;

/// <summary>Whether an address may be fetched, and which line says so.</summary>
/// <param name="IsAllowed">True when it may.</param>
/// <param name="Line">The number of the line that decides; null when none does.</param>
/// <param name="Rule">The rule as written, such as <c>disallow: /private</c>; null when none decides.</param>
sealed record RobotsDecision(bool IsAllowed, int? Line, string? Rule);

/// <summary>The rules of one robots.txt (RFC 9309).</summary>
sealed class RobotsRules
{
    readonly ImmutableArray<Group> _groups;

    RobotsRules(ImmutableArray<Group> groups, ImmutableArray<string> sitemaps) => (_groups, Sitemaps) = (groups, sitemaps);

    /// <summary>What holds where there is no robots.txt.</summary>
    public static RobotsRules Silent { get; } = new([], []);

    /// <summary>The sitemaps it names, as written.</summary>
    public ImmutableArray<string> Sitemaps { get; }

    public static RobotsRules Read(ReadOnlyMemory<byte> bytes)
    {
        List<Group> groups = [];
        List<string> sitemaps = [];
        bool isNaming = false;
        foreach (RobotsLine line in RobotsText.Read(bytes))
        {
            if (line.Key == "user-agent")
            {
                if (!isNaming)
                    groups.Add(new());
                groups[^1].Agents.Add(line.Value);
            }
            else if (line.Key == "sitemap")
                sitemaps.Add(line.Value);
            else if (line.Key is "allow" or "disallow" or "crawl-delay" && groups.Count > 0)
                groups[^1].Add(line);
            // Only rules end a row of names; what we don't know does not.
            isNaming = line.Key == "user-agent" || (isNaming && line.Key is not ("allow" or "disallow"));
        }
        return new([.. groups], [.. sitemaps]);
    }

    /// <summary>Decides about a path with query, as it stands in the request.</summary>
    public RobotsDecision Decide(string product, string pathAndQuery)
    {
        string path = RobotsPattern.Escape(pathAndQuery);
        if (path == "/robots.txt")
            return new(true, null, null);
        Rule? best = null;
        foreach (Rule rule in RulesFor(product))
        {
            if (rule.Pattern.Length > 0 && RobotsPattern.Fits(rule.Pattern, path) && rule.IsStrongerThan(best))
                best = rule;
        }
        return best is null ? new(true, null, null) : new(best.IsAllow, best.Line, $"{(best.IsAllow ? "allow" : "disallow")}: {best.Written}");
    }

    /// <summary>The Crawl-delay for us, or null. Not in the standard, but many sites say it.</summary>
    public TimeSpan? CrawlDelayOf(string product) => GroupsFor(product).Select(group => group.CrawlDelay).Max();

    IEnumerable<Rule> RulesFor(string product) => GroupsFor(product).SelectMany(group => group.Rules);

    // Groups for the same name are one (2.2.1); the group for everybody counts only when none names us.
    ImmutableArray<Group> GroupsFor(string product)
    {
        ImmutableArray<Group> own = [.. _groups.Where(group => group.Agents.Any(agent => IsNamed(agent, product)))];
        return own.Length > 0 ? own : [.. _groups.Where(group => group.Agents.Any(agent => agent is "*" or ['*', ' ', ..]))];
    }

    static bool IsNamed(string agent, string product) =>
        RobotsName.ProductOf(agent) is { IsEmpty: false } name && name.Equals(product, StringComparison.OrdinalIgnoreCase);

    sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<Rule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Add(RobotsLine line)
        {
            if (line.Key != "crawl-delay")
            {
                string pattern = RobotsPattern.Escape(line.Value);
                Rules.Add(new(line.Key == "allow", pattern, line.Value, line.Number));
                // Who allows the index page means the folder's own address too, as Google reads it.
                if (line.Key == "allow" && pattern.LastIndexOf("/index.htm", StringComparison.Ordinal) is >= 0 and var folder)
                    Rules.Add(new(true, pattern[..(folder + 1)] + "$", line.Value, line.Number));
            }
            else if (double.TryParse(line.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds < 1_000_000)
                CrawlDelay = TimeSpan.FromSeconds(seconds);
        }
    }

    sealed record Rule(bool IsAllow, string Pattern, string Written, int Line)
    {
        // The longest wins; allow wins over a disallow of the same length (2.2.2).
        public bool IsStrongerThan(Rule? other) =>
            other is null || Pattern.Length > other.Pattern.Length || (Pattern.Length == other.Pattern.Length && IsAllow && !other.IsAllow);
    }
}
