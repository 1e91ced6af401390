using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KnowledgeBase.Cli.Stages;

/// <summary>A crawl at work, as a terminal shows it: a line with the sums and a table of the hosts, the busy ones first.</summary>
static class CrawlView
{
    /// <param name="activity">How far it has come.</param>
    /// <param name="elapsed">How long it has been running.</param>
    /// <param name="now">The present.</param>
    /// <param name="maxHosts">How many hosts fit on the screen.</param>
    public static IRenderable Of(CrawlActivity activity, TimeSpan elapsed, DateTimeOffset now, int maxHosts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Host").AddColumn("State");
        foreach (string head in (string[])["Fetched", "Unchanged", "Failed"])
            table.AddColumn(new TableColumn(head).RightAligned());
        ImmutableArray<HostActivity> hosts = [.. activity.Hosts.OrderBy(host => host.Work == HostWork.Fetching ? 0 : 1 + (int)host.Work)];
        foreach (HostActivity host in hosts.Take(maxHosts))
            table.AddRow(new Text(host.Host), new Text(StateOf(host, now), StyleOf(host.Work)), Number(host.Fetched), Number(host.Unchanged), Number(host.Failed));
        List<IRenderable> rows = [new Text(Sums(activity, elapsed))];
        if (!hosts.IsEmpty)
            rows.Add(table);
        if (hosts.Length > maxHosts)
            rows.Add(new Text($"and {Count.Of(hosts.Length - maxHosts, "more host")}"));
        return new Rows(rows);
    }

    /// <summary>The sums in one line, which also stands in logs.</summary>
    public static string Sums(CrawlActivity activity, TimeSpan elapsed)
    {
        int done = activity.Fetched + activity.Unchanged + activity.Failed;
        string waiting = activity.Waiting is { } pages ? string.Create(CultureInfo.InvariantCulture, $"{pages:N0} waiting") : "looking for links";
        double rate = elapsed > TimeSpan.Zero ? done / elapsed.TotalSeconds : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"crawl: {Count.Of(activity.Publishers, "publisher")}; {activity.Fetched:N0} fetched, {activity.Unchanged:N0} unchanged, {activity.Failed:N0} failed; {waiting}; {rate:0.0} pages/s");
    }

    static string StateOf(HostActivity host, DateTimeOffset now) => host switch
    {
        { Work: HostWork.Resting, RestUntil: { } until } when until > now =>
            string.Create(CultureInfo.InvariantCulture, $"resting until {until.ToUniversalTime():HH:mm} UTC ({Math.Ceiling((until - now).TotalMinutes):0} min)"),
        _ => host.Work.ToString().ToLowerInvariant(),
    };

    static Style StyleOf(HostWork work) => work switch
    {
        HostWork.Fetching or HostWork.Polling => new(foreground: Color.Green),
        HostWork.Resting => new(foreground: Color.Yellow),
        _ => new(decoration: Decoration.Dim),
    };

    static Text Number(int number) => new(number.ToString("N0", CultureInfo.InvariantCulture));
}
