using KnowledgeBase.Crawling.Health;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Crawling.Tests.Health;

public class SourceWatchTests
{
    const string Url = "https://example.org/feed";
    static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(SourceCondition.Well), "10 9 12 11 3 2 10 11 9 10 12 4 1 10 11")]
    [InlineData(nameof(SourceCondition.Unusual), "10 9 12 11 9 8 10 11 9 10 12 9 11 10 60")]
    [InlineData(nameof(SourceCondition.Unusual), "10 9 12 11 9 8 10 11 9 10 12 9 11 10 0")]
    [InlineData(nameof(SourceCondition.Silent), "10 9 12 11 9 8 10 11 9 10 12 0 0 0 0")]
    [InlineData(nameof(SourceCondition.Well), "1 0 0 0 1 0 0 1 0 0 0 0 1 0 0")]
    [InlineData(nameof(SourceCondition.Well), "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")]
    [InlineData(nameof(SourceCondition.Well), "10 9 60")]
    public void Days_unlike_the_usual_are_noticed(string condition, string perDay)
    {
        int[] days = [.. perDay.Split(' ').Select(int.Parse)];
        Poll[] polls = [new(Url, Now.AddDays(-days.Length), "fetched", 20, 20, "first"), .. days.Select((fresh, i) => new Poll(Url, Now.AddDays(i - days.Length).AddHours(12), "fetched", 20, fresh, "title"))];
        Volume volume = Volume.Of([.. polls], Now);
        Assert.Equal(condition, volume.Condition.ToString());
        Assert.Equal(days, volume.Days);
    }

    [Fact]
    public async Task The_health_of_a_source_shows_its_last_success_and_sample_while_it_fails()
    {
        await using Workshop workshop = await Workshop.OpenAsync([], new FakeTimeProvider(Now));
        var sources = new SourceStore(workshop.Ledger);
        var watch = new SourceWatch(Workshop.Content(Workshop.Publisher(Workshop.Feed(Url), Workshop.Feed("https://example.org/new"))), workshop.Ledger, workshop.Time);
        await SaveAsync(sources, Now.AddDays(-2), 0, new(Url, Now.AddDays(-2), "fetched", 3, 2, "港口"));
        await SaveAsync(sources, Now.AddDays(-1), 1, new(Url, Now.AddDays(-1), "failed", 0, 0, null));

        var healths = await watch.FindAsync(Cancel);

        Assert.Equal([SourceCondition.Failing, SourceCondition.New], healths.Select(health => health.Condition));
        Assert.Equal((Now.AddDays(-2), Now.AddDays(-1), "港口", 1), (healths[0].SucceededAt, healths[0].PolledAt, healths[0].Sample, healths[0].Failures));
        Assert.Equal([(true, 200), (false, null)], healths.Select(health => (health.IsFlagged, health.Status)));
    }

    [Fact]
    public async Task The_band_of_usual_days_is_told_with_the_days()
    {
        await using Workshop workshop = await Workshop.OpenAsync([], new FakeTimeProvider(Now));
        var sources = new SourceStore(workshop.Ledger);
        for (int day = 20; day > 0; day--)
            await SaveAsync(sources, Now.AddDays(-day).AddHours(1), 0, new(Url, Now.AddDays(-day).AddHours(1), "fetched", 20, day % 3 + 9, "港口"));

        SourceHealth health = Assert.Single(await new SourceWatch(Workshop.Content(Workshop.Publisher(Workshop.Feed(Url))), workshop.Ledger, workshop.Time).FindAsync(Cancel));

        Assert.Equal((SourceCondition.Well, 10.0, 5.0, 15.0, 10), (health.Condition, health.UsualDay, health.UsualLow, health.UsualHigh, health.LastDay));
        Assert.Equal(19, health.Days.Length);
    }

    static Task SaveAsync(SourceStore sources, DateTimeOffset at, int failures, Poll poll) => sources.SaveAsync(
        new(Url, "gazette", null, null, at, at.AddHours(1), failures, poll.Outcome), new(Url, at, poll.Outcome, null, 200, 0, TimeSpan.Zero), poll, Cancel);
}
