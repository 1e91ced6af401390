using KnowledgeBase.Cli.Stages;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Cli.Tests.Stages;

public class ProgressLinesTests
{
    [Fact]
    public void A_log_gets_a_line_every_ten_seconds_however_much_happens()
    {
        var time = new FakeTimeProvider();
        using var log = new StringWriter { NewLine = "\n" };
        var lines = new ProgressLines("crawl", log, time);

        for (int i = 1; i <= 25; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            lines.Report(new(i * 100, i < 15 ? null : 5000, $"https://example.org/{i}"));
        }

        Assert.Equal("crawl: 1,000, now https://example.org/10\ncrawl: 2,000 of 5,000, now https://example.org/20\n", log.ToString());
    }
}
