using KnowledgeBase.Articles;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Reading.Tests;

/// <summary>Articles that go on on further pages, which come in any order.</summary>
public sealed class PagedArticleTests : IAsyncLifetime
{
    const string First = "https://www.example.com/news/1.html", Second = "https://www.example.com/news/1_2.html", Third = "https://www.example.com/news/1_3.html";

    readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    Ledger _ledger = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _ledger = await Ledger.OpenFolderAsync(_folder, Cancel);

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_page_stored_later_is_joined_to_the_one_before()
    {
        await SaveAsync(First, "first", next: Second);
        await RunAsync();
        await SaveAsync(Second, "second", previous: First, next: Third);
        await RunAsync();
        await SaveAsync(Third, "third", previous: Second);
        await RunAsync();

        Assert.Equal(["first", "second", "third"], await PartsAsync(First));
        Assert.Null(await FindAsync(Second));
    }

    [Fact]
    public async Task A_page_that_does_not_say_what_it_follows_is_joined_when_the_one_before_asked_for_it()
    {
        await SaveAsync(First, "first", next: Second);
        await RunAsync();
        await SaveAsync(Second, "second");
        await RunAsync();

        Assert.Equal(["first", "second"], await PartsAsync(First));
        Assert.Null(await FindAsync(Second));
    }

    [Fact]
    public async Task A_later_page_that_changes_changes_the_article()
    {
        await SaveAsync(First, "first", next: Second);
        await SaveAsync(Second, "second", previous: First);
        await RunAsync();
        await SaveAsync(Second, "corrected", previous: First);
        await RunAsync();

        Assert.Equal(["first", "corrected"], await PartsAsync(First));
    }

    [Fact]
    public async Task Pages_that_are_there_together_are_each_read_once()
    {
        await SaveAsync(First, "first", next: Second);
        await SaveAsync(Second, "second", previous: First);

        Assert.Equal(2, (await RunAsync()).Done);
        Assert.Equal(0, (await RunAsync()).Done);
    }

    [Fact]
    public async Task The_page_on_which_an_article_goes_on_becomes_due()
    {
        await SaveAsync(First, "first", next: Second);
        await RunAsync();

        DuePage due = Assert.Single(await new PageStore(_ledger).FindDueAsync(DateTimeOffset.MaxValue, 10, Cancel));
        Assert.Equal((Second, "example"), (due.Url, due.PublisherId));
    }

    [Fact]
    public async Task Pages_that_name_each_other_in_a_ring_come_to_an_end()
    {
        await SaveAsync(First, "first", previous: Third, next: Second);
        await SaveAsync(Second, "second", previous: First, next: Third);
        await SaveAsync(Third, "third", previous: Second, next: First);

        Assert.Equal(3, (await RunAsync()).Done);
    }

    async Task<IEnumerable<string>> PartsAsync(string url) =>
        (await FindAsync(url))!.Body.Split("\n\n").Where(block => block.StartsWith("This is the ", StringComparison.Ordinal)).Select(block => block.Split(' ')[3]);

    Task<Article?> FindAsync(string url) => new ArticleStore(_ledger).FindAsync(ArticleId.Of(url), Cancel);

    Task SaveAsync(string url, string part, string? previous = null, string? next = null)
    {
        string head = (previous is null ? "" : $"<link rel=prev href='{previous}'>") + (next is null ? "" : $"<link rel=next href='{next}'>");
        FetchedPage page = Examples.Page(Examples.Html($"<p>This is the {part} part of a report on what the city of Kobe pays to companies from China.</p>{Examples.English}", head: head), url);
        return new PageStore(_ledger).SavePageAsync(page, new(url, page.FetchedAt, "fetched", null, 200, page.Body.Length, TimeSpan.Zero), null, Cancel);
    }

    Task<StageReport> RunAsync() =>
        new ReadingStage(Repository.Content with { Briefs = [] }, _ledger, TimeProvider.System, NullLogger<ReadingStage>.Instance).RunAsync(null, Cancel);
}
