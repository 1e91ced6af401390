using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Reading.Tests;

public sealed class ReadingStageTests : IAsyncLifetime
{
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
    public async Task Briefs_and_pages_become_articles_and_are_read_once()
    {
        await SavePageAsync(Examples.Page(Examples.Html(Examples.English)));

        StageReport first = await RunAsync(Repository.Content);
        StageReport second = await RunAsync(Repository.Content);

        int briefs = Repository.Content.Briefs.Length;
        Assert.Equal((briefs + 1, 0, 0), (first.Done, first.Unchanged, first.Failed));
        Assert.Equal((0, briefs, 0), (second.Done, second.Unchanged, second.Failed));
        Assert.NotNull(await new ArticleStore(_ledger).FindAsync(ArticleId.Of("https://www.example.com/news/1.html"), Cancel));
        Assert.NotNull(await new ArticleStore(_ledger).FindAsync(ArticleId.Of(Repository.Content.Briefs[0].Url), Cancel));
    }

    [Fact]
    public async Task A_new_vocabulary_reads_everything_again()
    {
        await SavePageAsync(Examples.Page(Examples.Html(Examples.English)));
        StageReport first = await RunAsync(Repository.Content);

        StageReport second = await RunAsync(Repository.Content with { VocabularyHash = "another" });

        Assert.Equal(first.Done, second.Done);
    }

    [Fact]
    public async Task A_changed_brief_is_read_again_and_the_others_are_not()
    {
        await RunAsync(Repository.Content);
        ImmutableArray<Brief> briefs = Repository.Content.Briefs;
        Brief changed = briefs[0] with { Title = "Another title", Hash = "another" };

        StageReport report = await RunAsync(Repository.Content with { Briefs = briefs.SetItem(0, changed) });

        Assert.Equal((1, briefs.Length - 1), (report.Done, report.Unchanged));
        Assert.Equal("Another title", (await new ArticleStore(_ledger).FindAsync(ArticleId.Of(changed.Url), Cancel))?.Headline);
    }

    [Fact]
    public async Task The_article_of_a_deleted_file_is_taken_down()
    {
        ContentFolder content = CopyOfContent();
        await RunAsync(content);
        Brief gone = content.Briefs[0];
        File.Delete(Path.Combine(content.Path, gone.File));

        await RunAsync(content with { Briefs = content.Briefs.RemoveAt(0) });

        Assert.Null(await new ArticleStore(_ledger).FindAsync(ArticleId.Of(gone.Url), Cancel));
    }

    [Fact]
    public async Task A_file_with_a_mistake_keeps_the_article_it_gave_before()
    {
        ContentFolder content = CopyOfContent();
        await RunAsync(content);

        await RunAsync(content with { Briefs = content.Briefs.RemoveAt(0) });

        Assert.NotNull(await new ArticleStore(_ledger).FindAsync(ArticleId.Of(content.Briefs[0].Url), Cancel));
    }

    [Fact]
    public async Task A_page_without_article_is_noted_with_its_reason_and_not_read_again()
    {
        await SavePageAsync(Examples.Page([0x89, .. "PNG\r\n"u8], "text/html"));

        await RunAsync(Repository.Content with { Briefs = [] });
        StageReport second = await RunAsync(Repository.Content with { Briefs = [] });

        Assert.Contains("PNG", Assert.Single(await new ReadingLog(_ledger).FindAsync("https://", Cancel)).Outcome, StringComparison.Ordinal);
        Assert.Equal(0, second.Done);
    }

    [Fact]
    public async Task One_item_that_fails_is_counted_and_the_others_go_on()
    {
        // A brief that lost its text between two steps can't be read.
        ImmutableArray<Brief> briefs = [Repository.Content.Briefs[0] with { Markdown = null! }, .. Repository.Content.Briefs.Skip(1)];
        List<StageProgress> seen = [];

        StageReport report = await new ReadingStage(Repository.Content with { Briefs = briefs }, _ledger, TimeProvider.System, NullLogger<ReadingStage>.Instance)
            .RunAsync(new Collector(seen), Cancel);

        Assert.Equal((briefs.Length - 1, 1), (report.Done, report.Failed));
        Assert.Equal(briefs.Length, seen[^1].Done);
    }

    [Fact]
    public async Task More_pages_than_fit_in_one_batch_are_all_read()
    {
        for (int i = 0; i < 120; i++)
            await SavePageAsync(Examples.Page("<html><body></body></html>", $"https://www.example.com/{i}"));

        Assert.Equal(120, (await RunAsync(Repository.Content with { Briefs = [] })).Done);
    }

    Task<StageReport> RunAsync(ContentFolder content) =>
        new ReadingStage(content, _ledger, TimeProvider.System, NullLogger<ReadingStage>.Instance).RunAsync(null, Cancel);

    Task SavePageAsync(FetchedPage page) =>
        new PageStore(_ledger).SavePageAsync(page, new(page.Url, page.FetchedAt, "fetched", null, 200, page.Body.Length, TimeSpan.Zero), null, Cancel);

    // Only the articles: which files are there is all that counts.
    ContentFolder CopyOfContent()
    {
        string copy = Path.Combine(_folder, "content");
        foreach (Brief brief in Repository.Content.Briefs)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, brief.File))!);
            File.WriteAllText(Path.Combine(copy, brief.File), brief.Markdown);
        }
        return Repository.Content with { Path = copy };
    }

    sealed class Collector(List<StageProgress> seen) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => seen.Add(value);
    }
}
