using KnowledgeBase.Crawling.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Crawling.Tests.Fetching;

public class HostPacerTests
{
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(5, 0, 0, 5)]
    [InlineData(0, 3, 0, 3)]
    [InlineData(0, 0, 4, 8)]
    [InlineData(2, 3, 1, 3)]
    [InlineData(0, 86400, 0, 120)]
    [InlineData(600, 86400, 0, 600)]
    public async Task The_gap_is_the_longest_that_anybody_wishes(int publisher, int crawlDelay, int took, int expected)
    {
        var pacer = new HostPacer(new CrawlerOptions(), _time);
        (await Take(pacer, TimeSpan.Zero)).Dispose();
        pacer.NoteAnswer("example.org", TimeSpan.FromSeconds(took));
        Task<HostTurn> second = pacer.TakeTurnAsync("example.org", TimeSpan.FromSeconds(publisher), TimeSpan.FromSeconds(crawlDelay), TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(expected - 0.01));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.01));
        (await second).Dispose();
    }

    [Fact]
    public async Task A_host_has_one_request_at_a_time_and_others_do_not_wait_for_it()
    {
        var pacer = new HostPacer(new CrawlerOptions { DefaultGap = TimeSpan.Zero }, _time);
        HostTurn first = await Take(pacer, TimeSpan.Zero);
        Task<HostTurn> second = Take(pacer, TimeSpan.Zero);
        (await pacer.TakeTurnAsync("example.com", null, null, TestContext.Current.CancellationToken)).Dispose();
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public void A_host_that_fails_again_and_again_rests_longer_each_time()
    {
        var pacer = new HostPacer(new CrawlerOptions(), _time);
        Assert.Null(pacer.NoteTrouble("example.org", null, isSaid: false));
        Assert.Null(pacer.NoteTrouble("example.org", null, isSaid: false));
        double[] rests = [.. Enumerable.Range(0, 12).Select(_ => (pacer.NoteTrouble("example.org", null, isSaid: false)!.Value - _time.GetUtcNow()).TotalMinutes)];
        Assert.InRange(rests[0], 3, 5);
        Assert.InRange(rests[3], 24, 40);
        Assert.All(rests, rest => Assert.InRange(rest, 3, 360));
        Assert.Equal(360, rests[^1]);
        pacer.NoteAnswer("example.org", TimeSpan.Zero);
        Assert.Null(pacer.NoteTrouble("example.org", null, isSaid: false));
    }

    static Task<HostTurn> Take(HostPacer pacer, TimeSpan gap) => pacer.TakeTurnAsync("example.org", gap, null, TestContext.Current.CancellationToken);
}
