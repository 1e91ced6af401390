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
    public async Task Articles_are_found_by_ids_by_family_and_counted_by_language()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        Article en = Examples.Article("brief:2019/kobe/en") with { Family = "2019/kobe", Published = PartialDate.Find("2019-10") };
        Article ja = Examples.Article("brief:2019/kobe/ja") with { Family = "2019/kobe", Language = Language.Japanese };
        await articles.SaveAsync(ja, Cancel);
        await articles.SaveAsync(en, Cancel);
        Assert.Equal([en.Id, ja.Id], (await articles.FindFamilyAsync("2019/kobe", Cancel)).Select(article => article.Id));
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
