using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Storage;

/// <summary>What the ledger promises, whichever database keeps it.</summary>
public abstract class StorageContract
{
    protected abstract Task<Ledger> OpenAsync();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_is_added_once_and_changed_when_it_differs()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        Article article = Examples.Article("https://example.org/a");
        Assert.Equal(SaveOutcome.Added, await articles.SaveAsync(article, Cancel));
        Assert.Equal(SaveOutcome.Unchanged, await articles.SaveAsync(article, Cancel));
        Assert.Equal(1, await articles.RevisionAsync(Cancel));
        Assert.Equal(SaveOutcome.Changed, await articles.SaveAsync(article with { Headline = "Another" }, Cancel));
        Assert.Equal(2, await articles.RevisionAsync(Cancel));
        Assert.Equal("Another", (await articles.FindAsync(article.Id, Cancel))!.Headline);
    }

    [Fact]
    public async Task Changes_come_in_their_order_and_an_article_taken_down_comes_without_text()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        Article[] saved = [.. Examples.Many(3, i => Examples.Article($"https://example.org/{i}"))];
        foreach (Article article in saved)
            await articles.SaveAsync(article, Cancel);
        await articles.DeleteAsync(saved[0].Id, Cancel);
        var changes = await articles.ChangesAfterAsync(1, 10, Cancel);
        Assert.Equal([saved[1].Id, saved[2].Id, saved[0].Id], changes.Select(change => change.Id));
        Assert.Null(changes[2].Article);
        Assert.Equal(changes[1].Revision, Assert.Single(await articles.ChangesAfterAsync(changes[0].Revision, 1, Cancel)).Revision);
        Assert.Null(await articles.FindAsync(saved[0].Id, Cancel));
        Assert.False(await articles.DeleteAsync(saved[0].Id, Cancel));
    }

    [Fact]
    public async Task Articles_without_a_date_are_counted()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await articles.SaveAsync(Examples.Article("https://example.org/1"), Cancel);
        Assert.Equal([(1, null), (0, null), (0, null)], (await articles.CountAsync(Cancel)).Select(count => (count.Articles, count.Latest?.ToString())));
    }

    [Fact]
    public async Task Articles_are_found_by_ids_and_counted_by_language()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        Article en = Examples.Article("brief:2019/kobe/en") with { Family = "2019/kobe", Published = PartialDate.Find("2019-10") };
        Article ja = Examples.Article("brief:2019/kobe/ja") with { Family = "2019/kobe", Language = Language.Japanese };
        await articles.SaveAsync(ja, Cancel);
        await articles.SaveAsync(en, Cancel);
        Assert.Equal([ja.Id, en.Id], (await articles.FindAllAsync([ja.Id, ArticleId.Of("nowhere"), en.Id], Cancel)).Select(article => article.Id));
        Assert.Empty(await articles.FindAllAsync([], Cancel));
        Assert.Equal([(1, "2019-10"), (0, null), (1, null)], (await articles.CountAsync(Cancel)).Select(count => (count.Articles, count.Latest?.ToString())));
    }

    [Fact]
    public async Task A_page_is_due_until_it_is_fetched_and_unread_until_this_reader_has_read_it()
    {
        await using Ledger ledger = await OpenAsync();
        var pages = new PageStore(ledger);
        Link link = new() { Url = "https://example.org/a", PublisherId = "example", SourceUrl = "https://example.org/feed", Hints = new() { Title = "題", Language = Language.Japanese } };
        Assert.Equal(1, await pages.AddLinksAsync([link], Examples.Noon, Cancel));
        Assert.Equal(0, await pages.AddLinksAsync([link], Examples.Noon, Cancel));
        Assert.Empty(await pages.FindDueAsync(Examples.Noon.AddSeconds(-1), 10, Cancel));
        Assert.Equal(link.Url, Assert.Single(await pages.FindDueAsync(Examples.Noon, 10, Cancel)).Url);

        FetchedPage page = Examples.Page(link.Url, "<p>正文</p>");
        await pages.SavePageAsync(page, Visit(link.Url, "fetched"), Examples.Noon.AddDays(1), Cancel);
        Assert.Empty(await pages.FindDueAsync(Examples.Noon, 10, Cancel));
        FetchedPage unread = Assert.Single(await pages.FindUnreadAsync("1-a", "", 10, Cancel));
        Assert.Equal("<p>正文</p>", Encoding.UTF8.GetString(unread.Body.Span));
        Assert.Equal(("題", Language.Japanese, "\"1\""), (unread.Hints.Title, unread.Hints.Language, unread.FindHeader("etag")));

        var readings = new ReadingLog(ledger);
        await readings.SaveAsync(new(page.Url, PageStore.HashOf(unread), "1-a", Examples.Noon, null, "read"), Examples.Article(page.Url), Cancel);
        Assert.Empty(await pages.FindUnreadAsync("1-a", "", 10, Cancel));
        Assert.Single(await pages.FindUnreadAsync("2-a", "", 10, Cancel));
    }

    [Fact]
    public async Task Failures_are_counted_until_a_visit_succeeds()
    {
        await using Ledger ledger = await OpenAsync();
        var pages = new PageStore(ledger);
        const string url = "https://example.org/a";
        await pages.AddLinksAsync([new() { Url = url, PublisherId = "example", SourceUrl = "s" }], Examples.Noon, Cancel);
        await pages.SaveVisitAsync(Visit(url, "failed"), Examples.Noon, Cancel);
        await pages.SaveVisitAsync(Visit(url, "failed"), Examples.Noon, Cancel);
        Assert.Equal(2, Assert.Single(await pages.FindDueAsync(Examples.Noon, 10, Cancel)).Failures);
        await pages.SaveVisitAsync(Visit(url, "unchanged"), Examples.Noon, Cancel);
        Assert.Equal(0, Assert.Single(await pages.FindDueAsync(Examples.Noon, 10, Cancel)).Failures);
        Assert.Equal(["failed", "failed", "unchanged"], (await pages.FindVisitsAsync(url, Cancel)).Select(visit => visit.Outcome));
    }

    [Fact]
    public async Task An_origin_that_gives_another_article_takes_the_earlier_one_down()
    {
        await using Ledger ledger = await OpenAsync();
        var readings = new ReadingLog(ledger);
        var articles = new ArticleStore(ledger);
        Article first = Examples.Article("https://example.org/first");
        Article second = Examples.Article("https://example.org/second");
        await readings.SaveAsync(Note("brief:x"), first, Cancel);
        await readings.SaveAsync(Note("brief:x"), second, Cancel);
        Assert.Null(await articles.FindAsync(first.Id, Cancel));
        Assert.NotNull(await articles.FindAsync(second.Id, Cancel));
        Assert.Equal(second.Id, Assert.Single(await readings.FindAsync("brief:", Cancel)).Article);
        Assert.True(await readings.ForgetAsync("brief:x", Cancel));
        Assert.Null(await articles.FindAsync(second.Id, Cancel));
        Assert.Empty(await readings.FindAsync("brief:", Cancel));
    }

    [Fact]
    public async Task A_source_keeps_its_state()
    {
        await using Ledger ledger = await OpenAsync();
        var sources = new SourceStore(ledger);
        Assert.Null(await sources.FindAsync("https://example.org/feed", Cancel));
        var state = new SourceState("https://example.org/feed", "example", "\"e\"", null, Examples.Noon, Examples.Noon.AddHours(1), 0, "12 links");
        await sources.SaveAsync(state, Visit(state.Url, "fetched"), Cancel);
        await sources.SaveAsync(state with { Failures = 3 }, Visit(state.Url, "failed"), Cancel);
        Assert.Equal(state with { Failures = 3 }, await sources.FindAsync(state.Url, Cancel));
        Assert.Single(await sources.FindAllAsync(Cancel));
    }

    [Fact]
    public async Task A_poll_is_remembered_with_the_state_of_its_source()
    {
        await using Ledger ledger = await OpenAsync();
        var state = new SourceState("https://example.org/feed", "example", null, null, Examples.Noon, Examples.Noon.AddHours(1), 0, "12 links");
        var poll = new Poll(state.Url, Examples.Noon, "fetched", 12, 3, "題");
        await new SourceStore(ledger).SaveAsync(state, Visit(state.Url, "fetched"), poll, Cancel);
        Assert.Equal(poll, Assert.Single(await new PollLog(ledger).FindAsync(state.Url, Examples.Noon, Cancel)));
        Assert.Empty(await new PollLog(ledger).FindAsync(state.Url, Examples.Noon.AddSeconds(1), Cancel));
    }

    [Fact]
    public async Task A_host_belongs_to_one_crawler_until_it_is_given_back_or_the_crawler_is_silent_too_long()
    {
        await using Ledger ledger = await OpenAsync();
        var hosts = new HostStore(ledger);
        DateTimeOffset now = Examples.Noon;
        Assert.True(await hosts.LeaseAsync("example.org", "a", now, now.AddSeconds(30), Cancel));
        Assert.True(await hosts.LeaseAsync("example.org", "a", now, now.AddSeconds(30), Cancel));
        Assert.False(await hosts.LeaseAsync("example.org", "b", now.AddSeconds(29), now.AddSeconds(60), Cancel));
        Assert.Equal(1, await hosts.RenewAsync("a", now.AddSeconds(60), Cancel));
        Assert.False(await hosts.LeaseAsync("example.org", "b", now.AddSeconds(59), now.AddSeconds(90), Cancel));
        Assert.True(await hosts.LeaseAsync("example.org", "b", now.AddSeconds(60), now.AddSeconds(90), Cancel));
        await hosts.ReleaseAsync("example.org", "a", Cancel);
        Assert.False(await hosts.LeaseAsync("example.org", "a", now.AddSeconds(61), now.AddSeconds(90), Cancel));
        await hosts.ReleaseAsync("example.org", "b", Cancel);
        Assert.True(await hosts.LeaseAsync("example.org", "a", now.AddSeconds(61), now.AddSeconds(90), Cancel));
    }

    [Fact]
    public async Task A_host_keeps_its_rest_and_its_robots_txt()
    {
        await using Ledger ledger = await OpenAsync();
        var hosts = new HostStore(ledger);
        Assert.Null(await hosts.FindAsync("example.org", Cancel));
        await hosts.LeaseAsync("example.org", "a", Examples.Noon, Examples.Noon.AddSeconds(30), Cancel);
        await hosts.SaveAsync(new("example.org", Examples.Noon.AddHours(1), 3), Cancel);
        Assert.Equal(new HostState("example.org", Examples.Noon.AddHours(1), 3), await hosts.FindAsync("example.org", Cancel));
        Assert.False(await hosts.LeaseAsync("example.org", "b", Examples.Noon, Examples.Noon.AddSeconds(30), Cancel));

        Assert.Null(await hosts.FindRobotsAsync("https://example.org", Cancel));
        await hosts.SaveRobotsAsync(new("https://example.org", Examples.Noon, 404, default), Visit("https://example.org/robots.txt", "fetched"), Cancel);
        await hosts.SaveRobotsAsync(new("https://example.org", Examples.Noon, 200, "user-agent: *"u8.ToArray()), Visit("https://example.org/robots.txt", "fetched"), Cancel);
        StoredRobots robots = (await hosts.FindRobotsAsync("https://example.org", Cancel))!;
        Assert.Equal((200, "user-agent: *"), (robots.Status, Encoding.UTF8.GetString(robots.Body.Span)));
    }

    [Fact]
    public async Task A_source_has_one_subscription_found_by_its_token()
    {
        await using Ledger ledger = await OpenAsync();
        var subscriptions = new SubscriptionStore(ledger);
        var subscription = new Subscription("t1", "https://example.org/feed", "example", "https://hub.example/", "https://example.org/feed", "secret", Examples.Noon, null);
        await subscriptions.SaveAsync(subscription, Cancel);
        await subscriptions.SaveAsync(subscription with { Token = "t2", ExpiresAt = Examples.Noon.AddDays(10) }, Cancel);
        Assert.Null(await subscriptions.FindAsync("t1", Cancel));
        Assert.Equal(Examples.Noon.AddDays(10), (await subscriptions.FindAsync("t2", Cancel))!.ExpiresAt);
        Assert.Equal("t2", (await subscriptions.FindBySourceAsync(subscription.SourceUrl, Cancel))!.Token);
    }

    [Fact]
    public async Task What_is_due_is_found_host_by_host_and_for_the_publishers_asked_for()
    {
        await using Ledger ledger = await OpenAsync();
        var pages = new PageStore(ledger);
        Link[] links = [.. "https://a.example/1 https://a.example/2 https://b.example:8080/1 https://c.example/1".Split(' ').Select(url => new Link { Url = url, PublisherId = url.Contains("/2", StringComparison.Ordinal) ? "other" : "example", SourceUrl = "s" })];
        await pages.AddLinksAsync(links, Examples.Noon, Cancel);
        await pages.SaveVisitAsync(Visit("https://c.example/1", "failed"), Examples.Noon.AddDays(1), Cancel);
        Assert.Equal(["a.example", "b.example:8080"], (await pages.FindDueHostsAsync(Examples.Noon, Cancel)).Order());
        Assert.Empty(await pages.FindDueHostsAsync(Examples.Noon.AddSeconds(-1), Cancel));
        Assert.Equal("https://a.example/1", Assert.Single(await pages.FindDueAsync("a.example", Examples.Noon, ["example"], 10, Cancel)).Url);
        Assert.Equal(2, (await pages.FindDueAsync("a.example", Examples.Noon, ["example", "other"], 10, Cancel)).Length);
        Assert.Equal((2, 3, 0), (await pages.CountDueAsync(Examples.Noon, ["example"], Cancel), await pages.CountDueAsync(Examples.Noon, ["example", "other"], Cancel), await pages.CountDueAsync(Examples.Noon.AddSeconds(-1), ["example"], Cancel)));
        Assert.Empty(await pages.FindDueAsync("a.example", Examples.Noon, [], 10, Cancel));
    }

    [Fact]
    public async Task A_page_that_changed_keeps_its_earlier_versions_and_a_twin_is_not_read()
    {
        await using Ledger ledger = await OpenAsync();
        var pages = new PageStore(ledger);
        FetchedPage first = Examples.Page("https://example.org/a", "<p>first</p>");
        FetchedPage second = Examples.Page("https://example.org/a", "<p>second</p>") with { FetchedAt = first.FetchedAt.AddHours(1) };
        await pages.SavePageAsync(first, Visit(first.Url, "fetched"), null, Cancel);
        await pages.SavePageAsync(first with { FetchedAt = first.FetchedAt.AddMinutes(1) }, Visit(first.Url, "fetched"), null, Cancel);
        Assert.Empty(await new PageHistory(ledger).FindAsync(first.Url, Cancel));
        await pages.SavePageAsync(second, Visit(first.Url, "fetched"), null, Cancel);
        FetchedPage earlier = Assert.Single(await new PageHistory(ledger).FindAsync(first.Url, Cancel));
        Assert.Equal("<p>first</p>", Encoding.UTF8.GetString(earlier.Body.Span));

        FetchedPage twin = Examples.Page("https://example.org/b", "<p>second!</p>");
        await pages.SavePageAsync(twin, new Likeness(long.MinValue, 7, second.Url), Visit(twin.Url, "fetched"), null, Cancel);
        Assert.Equal([second.Url], (await pages.FindUnreadAsync("1-a", "", 10, Cancel)).Select(page => page.Url));
        FetchedPage third = Examples.Page("https://example.org/c", "<p>third</p>");
        await pages.SavePageAsync(third, new Likeness(5, 7, null), Visit(third.Url, "fetched"), null, Cancel);
        var index = new LikenessIndex(ledger);
        KnownLikeness like = Assert.Single(await index.FindAsync(Examples.Page("https://example.org/d", "<p>fourth</p>"), 7, 10, Cancel));
        Assert.Equal((third.Url, 5L), (like.Url, like.Fingerprint));
        Assert.Empty(await index.FindAsync(third, 7, 10, Cancel));
        Assert.Empty(await index.FindAsync(Examples.Page("https://example.com/d", "<p>fourth</p>"), 7, 10, Cancel));
        Assert.Empty(await index.FindAsync(Examples.Page("https://example.org/d", "<p>fourth</p>"), null, 10, Cancel));
        Assert.Equal([second.Url, twin.Url, third.Url], (await pages.FindStoredAsync("", 10, Cancel)).Select(page => page.Url));
    }

    [Fact]
    public async Task A_page_keeps_the_address_that_named_it_first()
    {
        await using Ledger ledger = await OpenAsync();
        var pages = new PageStore(ledger);
        await pages.AddLinksAsync([new() { Url = "https://example.org/1_2", PublisherId = "example", SourceUrl = "https://example.org/1" }], Examples.Noon, Cancel);
        await pages.AddLinksAsync([new() { Url = "https://example.org/1_2", PublisherId = "example", SourceUrl = "https://example.org/feed" }], Examples.Noon, Cancel);

        Assert.Equal("https://example.org/1", await pages.FindSourceAsync("https://example.org/1_2", Cancel));
        Assert.Null(await pages.FindSourceAsync("https://example.org/3", Cancel));
    }

    [Fact]
    public async Task A_page_whose_source_says_that_it_changed_is_due_again()
    {
        await using Ledger ledger = await OpenAsync();
        var pages = new PageStore(ledger);
        FetchedPage page = Examples.Page("https://example.org/a", "<p>a</p>");
        await pages.SavePageAsync(page, Visit(page.Url, "fetched"), null, Cancel);
        var link = new Link { Url = page.Url, PublisherId = "example", SourceUrl = "s", Hints = new() { Title = "late" } };
        DateTimeOffset later = page.FetchedAt.AddHours(2);
        await pages.AddLinksAsync([link with { ChangedAt = page.FetchedAt.AddHours(-1) }], later, Cancel);
        Assert.Empty(await pages.FindDueAsync(later, 10, Cancel));
        await pages.AddLinksAsync([link with { ChangedAt = page.FetchedAt.AddHours(1) }], later, Cancel);
        Assert.Single(await pages.FindDueAsync(later, 10, Cancel));
        Assert.Equal("late", (await pages.FindAsync(page.Url, Cancel))!.Hints.Title);
    }

    [Fact]
    public async Task A_page_taken_out_goes_with_its_versions_and_its_article()
    {
        await using Ledger ledger = await OpenAsync();
        var pages = new PageStore(ledger);
        FetchedPage page = Examples.Page("https://example.org/a", "<p>a</p>");
        await pages.SavePageAsync(page, Visit(page.Url, "fetched"), null, Cancel);
        await pages.SavePageAsync(Examples.Page(page.Url, "<p>b</p>"), Visit(page.Url, "fetched"), null, Cancel);
        Article article = Examples.Article(page.Url);
        await new ReadingLog(ledger).SaveAsync(Note(page.Url), article, Cancel);
        await pages.RemoveAsync(Visit(page.Url, "disallowed"), Examples.Noon.AddDays(7), Cancel);
        Assert.Null(await pages.FindAsync(page.Url, Cancel));
        Assert.Empty(await new PageHistory(ledger).FindAsync(page.Url, Cancel));
        Assert.Null(await new ArticleStore(ledger).FindAsync(article.Id, Cancel));
        Assert.Empty(await pages.FindUnreadAsync("1-a", "", 10, Cancel));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), Cancel, async (i, cancel) => await articles.SaveAsync(Examples.Article($"https://example.org/{i}"), cancel));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), (await articles.ChangesAfterAsync(0, 100, Cancel)).Select(change => change.Revision));
    }

    static Visit Visit(string url, string outcome) => new(url, Examples.Noon, outcome, null, 200, 12, TimeSpan.FromMilliseconds(34));

    static Reading Note(string origin) => new(origin, "hash", "1-a", Examples.Noon, null, "read");
}
