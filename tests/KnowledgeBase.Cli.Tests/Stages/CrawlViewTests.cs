using KnowledgeBase.Cli.Stages;
using KnowledgeBase.Crawling;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace KnowledgeBase.Cli.Tests.Stages;

public class CrawlViewTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    static readonly CrawlActivity Activity = new(3, 1240, 118, 6, 2,
    [
        new("a.example.org", HostWork.Done, 40, 1, 0, null),
        new("b.example.org", HostWork.Resting, 8, 0, 2, Now.AddMinutes(9.5)),
        new("c.example.org:8080", HostWork.Fetching, 70, 5, 0, null),
    ]);

    [Fact]
    public void A_terminal_sees_publishers_queue_rate_and_every_host_the_busy_ones_first()
    {
        string[] lines = Render(maxHosts: 10);

        Assert.Equal("crawl: 3 publishers; 118 fetched, 6 unchanged, 2 failed; 1,240 waiting; 4.2 pages/s", lines[0]);
        Assert.Equal(
            ["c.example.org:8080 | fetching | 70 | 5 | 0", "b.example.org | resting until 12:09 UTC (10 min) | 8 | 0 | 2", "a.example.org | done | 40 | 1 | 0"],
            lines.Where(line => line.Contains("example.org", StringComparison.Ordinal)).Select(line => string.Join(" | ", line.Split((string[])["│", "  "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public void What_does_not_fit_on_the_screen_is_counted() => Assert.Equal("and 2 more hosts", Render(maxHosts: 1)[^1]);

    [Fact]
    public void A_log_gets_a_line_every_ten_seconds()
    {
        var time = new FakeTimeProvider(Now);
        using var log = new StringWriter { NewLine = "\n" };
        var lines = new CrawlLines(() => Activity, log, time);

        for (int second = 0; second < 25; second++)
        {
            lines.Report(new(second, 1366, "https://c.example.org:8080/news/1"));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        string[] written = log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, written.Length);
        Assert.Equal(
            "crawl: 3 publishers; 118 fetched, 6 unchanged, 2 failed; 1,240 waiting; 12.6 pages/s; 1 host at work, 1 resting; now https://c.example.org:8080/news/1", written[0]);
    }

    static string[] Render(int maxHosts)
    {
        using var screen = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(screen), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 120;
        console.Write(CrawlView.Of(Activity, TimeSpan.FromSeconds(30), Now, maxHosts));
        return screen.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
