using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Runs;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Tests.Runs;

public class PlanTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 24)]
    [InlineData(3, 168)]
    [InlineData(4, 720)]
    public void An_article_is_looked_at_again_for_corrections_ever_more_seldom(int fetches, int hours) => Assert.Equal(Now.AddHours(hours), RevisitPlan.After(fetches, Now));

    [Fact]
    public void After_a_month_an_article_is_left_alone() => Assert.Null(RevisitPlan.After(5, Now));

    [Fact]
    public void A_page_that_is_gone_is_asked_for_twice_more()
    {
        var gone = new FetchResult.Failed("it is gone (404)", IsLasting: true);
        Assert.Equal([Now.AddDays(1), Now.AddDays(7), null], Enumerable.Range(0, 3).Select(failures => RevisitPlan.After(gone, failures, Now)));
    }

    [Fact]
    public void A_page_in_trouble_is_tried_again_ever_later_until_it_is_given_up()
    {
        var trouble = new FetchResult.Failed("it answers 500");
        DateTimeOffset?[] retries = [.. Enumerable.Range(0, 9).Select(failures => RevisitPlan.After(trouble, failures, Now))];
        Assert.Equal(Now.AddMinutes(10), retries[0]);
        Assert.Equal(retries[..8].Order(), retries[..8]);
        Assert.Null(retries[8]);
        Assert.Equal(Now.AddHours(3), RevisitPlan.After(trouble with { RetryAt = Now.AddHours(3) }, 0, Now));
    }

    [Theory]
    [InlineData(24, 1, 60)]
    [InlineData(24, 4, 15)]
    [InlineData(24, 100, 15)]
    [InlineData(24, 0, 1380)]
    [InlineData(1, 0, 60)]
    public void A_source_is_polled_as_often_as_it_has_something_new(int polls, int freshEach, int minutes)
    {
        Poll[] history = [.. Enumerable.Range(0, polls).Select(hour => new Poll("s", Now.AddHours(hour), "fetched", 20, freshEach, null))];
        Assert.Equal(TimeSpan.FromMinutes(minutes), new PollPlan(new CrawlerOptions()).After([.. history]));
    }

    [Fact]
    public void A_source_that_fails_is_polled_ever_more_seldom_but_daily()
    {
        var plan = new PollPlan(new CrawlerOptions());
        Assert.Equal([15, 30, 60, 120, 240, 480, 960, 1440, 1440], Enumerable.Range(1, 9).Select(failures => (int)plan.AfterFailure(failures).TotalMinutes));
    }
}
