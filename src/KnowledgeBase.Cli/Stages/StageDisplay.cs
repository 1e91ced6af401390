using System.Globalization;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;
using KnowledgeBase.Stages;

namespace KnowledgeBase.Cli.Stages;

/// <summary>Shows a stage at work: a bar in a terminal, now and then a line elsewhere, and at the end what was done.</summary>
sealed class StageDisplay(Desk desk)
{
    /// <summary>The sums, the head and foot of the table, the line below, and the prompt.</summary>
    const int LinesAroundHosts = 8;

    public async Task RunAsync(string name, Func<IProgress<StageProgress>, Task<StageReport>> stage)
    {
        StageReport report = await WatchAsync(name, stage);
        desk.Output.WriteLine(Summary(report));
    }

    public Task<T> WatchAsync<T>(string name, Func<IProgress<StageProgress>, Task<T>> stage) =>
        desk.ErrorConsole.Profile.Out.IsTerminal
            ? desk.ShowBarsAsync(bars => stage(new ProgressBar(name, bars)))
            : stage(new ProgressLines(name, desk.Error, desk.Time));

    /// <summary>Shows a crawl: its hosts in a terminal, lines elsewhere.</summary>
    public async Task RunCrawlAsync(CrawlingStage stage, CancellationToken cancel)
    {
        long started = desk.Time.GetTimestamp();
        StageReport report = desk.ErrorConsole.Profile.Out.IsTerminal
            ? await desk.ShowLiveAsync(
                () => CrawlView.Of(stage.Activity, desk.Time.GetElapsedTime(started), desk.Time.GetUtcNow(), Math.Max(3, desk.ErrorConsole.Profile.Height - LinesAroundHosts)),
                () => stage.RunAsync(null, cancel))
            : await stage.RunAsync(new CrawlLines(() => stage.Activity, desk.Error, desk.Time), cancel);
        desk.Output.WriteLine(Summary(report));
    }

    public static string Summary(StageReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Stage}: {report.Done:N0} {ParticipleOf(report.Stage)}, {report.Unchanged:N0} unchanged, {report.Failed:N0} failed in {report.Took.TotalSeconds:0.0} s");

    static string ParticipleOf(string stage) => stage switch
    {
        "crawl" => "fetched",
        "read" => "read",
        "index" => "indexed",
        "import" => "imported",
        _ => "done",
    };
}
