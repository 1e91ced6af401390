using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Search.Tests;

public sealed class ArticleIndexTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_indexes_what_changed_and_nothing_else()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"), Examples.English("b", "Rice"));
        Assert.Equal(2, index.Index.Revision);
        Assert.Equal(1, (await index.AddAsync(Examples.English("a", "Coffee"), Examples.English("b", "Rice"))).Done);
        Assert.Equal(0, (await index.UpdateAsync()).Done);
        Assert.Equal(["a"], index.Names("coffee"));
        Assert.Empty(index.Names("tea"));
        Assert.Equal((3, 2), (index.Index.Revision, index.Index.Count));
    }

    [Fact]
    public async Task An_article_taken_down_is_found_no_more()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"), Examples.English("b", "Tea"));
        await index.Articles.DeleteAsync(ArticleId.Of("a"), Cancel);
        await index.UpdateAsync();
        Assert.Equal(["b"], index.Names("tea"));
        Assert.Equal(1, index.Index.Count);
    }

    [Fact]
    public async Task A_second_start_needs_no_indexing()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"));
        index.Reopen();
        Assert.Null(index.Index.RebuildReason);
        Assert.Equal(1, index.Index.Revision);
        Assert.Equal(0, (await index.UpdateAsync()).Done);
        Assert.Equal(["a"], index.Names("tea"));
    }

    [Fact]
    public async Task An_update_stopped_in_the_middle_keeps_what_was_done_and_goes_on_later()
    {
        await using TestIndex index = await TestIndex.OpenAsync();
        for (int i = 0; i < 700; i++)
            await index.Articles.SaveAsync(Examples.English($"a{i}", "Tea"), Cancel);
        using var stop = new CancellationTokenSource();
        var progress = new Stopper(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.Index.UpdateAsync(index.Articles, TimeProvider.System, progress, stop.Token));
        index.Reopen();
        Assert.Equal(500, index.Index.Revision);
        Assert.Equal(500, index.Search("tea").Total);
        Assert.Equal(200, (await index.UpdateAsync()).Done);
        Assert.Equal(700, index.Search("tea").Total);
    }

    [Fact]
    public async Task A_process_killed_before_the_commit_leaves_the_commit_before()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"));
        await index.Articles.SaveAsync(Examples.English("b", "Tea"), Cancel);
        string left = Directory.CreateTempSubdirectory("kb-killed-").FullName;
        await index.Index.UpdateAsync(index.Articles, TimeProvider.System, new Snapshot(Path.Combine(index.Folder, $"articles.v{Embedded.IndexFolder.Format}"), Path.Combine(left, $"articles.v{Embedded.IndexFolder.Format}")), Cancel);
        await File.WriteAllTextAsync(Path.Combine(left, $"articles.v{Embedded.IndexFolder.Format}", "_9.fdt"), "half a file", Cancel);
        await File.WriteAllTextAsync(Path.Combine(left, $"articles.v{Embedded.IndexFolder.Format}.lock-owner"), "process 1", Cancel);

        using ArticleIndex next = ArticleIndex.OpenForWriting(left, index.Content);
        Assert.Null(next.RebuildReason);
        Assert.Equal((1, 1), (next.Revision, next.Search(new SearchQuery { Text = "tea" }).Total));
        Assert.Equal(1, (await next.UpdateAsync(index.Articles, TimeProvider.System, null, Cancel)).Done);
        Assert.Equal((2, 2), (next.Revision, next.Search(new SearchQuery { Text = "tea" }).Total));
    }

    [Fact]
    public async Task A_full_disk_is_said_and_the_last_commit_stays()
    {
        await using Ledger ledger = await Ledger.OpenFolderAsync(Directory.CreateTempSubdirectory("kb-full-").FullName, Cancel);
        var articles = new ArticleStore(ledger);
        await articles.SaveAsync(Examples.English("a", "Tea"), Cancel);
        using var disk = new FillingDirectory(new Lucene.Net.Store.RAMDirectory());
        using ArticleIndex index = ArticleIndex.Open(disk, "the index", Examples.Content);
        await index.UpdateAsync(articles, TimeProvider.System, null, Cancel);

        await articles.SaveAsync(Examples.English("b", "Tea"), Cancel);
        disk.IsFull = true;
        IndexException full = await Assert.ThrowsAsync<IndexException>(() => index.UpdateAsync(articles, TimeProvider.System, null, Cancel));
        Assert.Contains("No space left on device", full.Message, StringComparison.Ordinal);
        Assert.Contains("Free some space", full.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (index.Revision, index.Search(new SearchQuery { Text = "tea" }).Total));

        disk.IsFull = false;
        Assert.Equal(1, (await index.UpdateAsync(articles, TimeProvider.System, null, Cancel)).Done);
        Assert.Equal((2, 2), (index.Revision, index.Search(new SearchQuery { Text = "tea" }).Total));
    }

    [Fact]
    public async Task A_second_writer_is_told_who_holds_the_index()
    {
        await using TestIndex index = await TestIndex.OpenAsync();
        IndexException held = Assert.Throws<IndexException>(() => ArticleIndex.OpenForWriting(index.Folder, index.Content));
        Assert.Contains($"process {Environment.ProcessId} (", held.Message, StringComparison.Ordinal);
        Assert.Contains("Stop that process", held.Message, StringComparison.Ordinal);
        index.Reopen();
        Assert.Equal(0, index.Index.Count);
    }

    [Fact]
    public async Task Other_forms_of_Han_or_other_broader_topics_make_the_index_anew()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Chinese("a", "投资") with { Topics = ["investment"] });
        Assert.Equal(["a"], index.Names("資"));
        index.Reopen(index.Content with { HanVariants = HanVariants.None });
        Assert.NotNull(index.Index.RebuildReason);
        Assert.Equal(0, index.Index.Revision);
        Assert.Equal(["a"], index.Names("投资"));
        Assert.Equal(1, (await index.UpdateAsync()).Done);
        Assert.Null(index.Index.RebuildReason);
        Assert.Empty(index.Names("資"));

        index.Reopen(index.Content with { HanVariants = HanVariants.None, Vocabulary = Vocabulary.Empty });
        Assert.NotNull(index.Index.RebuildReason);
        await index.UpdateAsync();
        Assert.Equal([new("investment", 1)], index.Search("").Facets[Facet.Topic]);
    }

    [Fact]
    public async Task An_index_of_another_format_is_left_alone()
    {
        string folder = Directory.CreateTempSubdirectory("kb-old-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "articles.v0"));
        await File.WriteAllTextAsync(Path.Combine(folder, "articles.v0", "segments_1"), "old", Cancel);
        using (ArticleIndex index = ArticleIndex.OpenForWriting(folder, Examples.Content))
            Assert.Equal(0, index.Count);
        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(folder, "articles.v0", "segments_1"), Cancel));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_reader_without_an_index_is_told_how_to_make_one()
    {
        string folder = Directory.CreateTempSubdirectory("kb-none-").FullName;
        Assert.Contains("kb index", Assert.Throws<IndexException>(() => ArticleIndex.OpenForReading(folder, Examples.Content)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder, $"articles.v{Embedded.IndexFolder.Format}"));
        Assert.Contains("kb index", Assert.Throws<IndexException>(() => ArticleIndex.OpenForReading(folder, Examples.Content)).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_reader_follows_the_writer_after_a_second_and_can_not_write()
    {
        var time = new FakeTimeProvider();
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"));
        using ArticleIndex reader = ArticleIndex.OpenForReading(index.Folder, index.Content, time);
        Assert.Equal((1, 1), (reader.Revision, reader.Count));

        await index.AddAsync(Examples.English("b", "Tea"));
        Assert.Equal(1, reader.Search(new SearchQuery { Text = "tea" }).Total);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, reader.Search(new SearchQuery { Text = "tea" }).Total);
        Assert.Equal(2, reader.Revision);
        await Assert.ThrowsAsync<IndexException>(() => reader.UpdateAsync(index.Articles, time, null, Cancel));
    }

    [Fact]
    public async Task Searches_during_an_update_see_one_commit_or_the_next()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Enumerable.Range(0, 40).Select(i => Examples.English($"a{i}", "Tea")));
        using var done = new CancellationTokenSource();
        Task<bool> searching = Task.Run(
            () =>
            {
                bool isWhole = true;
                while (!done.IsCancellationRequested)
                {
                    SearchResults results = index.Index.Search(new SearchQuery { Text = "tea" });
                    isWhole &= results.Total % 40 == 0 && results.Languages.Values.Sum() == results.Total;
                }
                return isWhole;
            },
            Cancel);
        for (int round = 1; round < 12; round++)
        {
            string name = $"b{round}-";
            await index.AddAsync(Enumerable.Range(0, 40).Select(i => Examples.English($"{name}{i}", "Tea")));
        }
        await done.CancelAsync();
        Assert.True(await searching);
        Assert.Equal(480, index.Search("tea").Total);
    }

    [Fact]
    public async Task Progress_is_told_with_the_number_of_articles()
    {
        await using TestIndex index = await TestIndex.OpenAsync();
        await index.Articles.SaveAsync(Examples.English("a", "Tea"), Cancel);
        await index.Articles.SaveAsync(Examples.English("b", "Tea"), Cancel);
        var told = new Told();
        StageReport report = await index.Index.UpdateAsync(index.Articles, TimeProvider.System, told, Cancel);
        Assert.Equal(("index", 2, 0, 0), (report.Stage, report.Done, report.Unchanged, report.Failed));
        Assert.Contains(told.Steps, step => step is { Done: 2, Total: 2 });
    }

    /// <summary>Copies the folder as it is when articles were handed to the index but not committed.</summary>
    sealed class Snapshot(string from, string to) : IProgress<StageProgress>
    {
        public void Report(StageProgress value)
        {
            Directory.CreateDirectory(to);
            foreach (string file in Directory.EnumerateFiles(from).Where(file => Path.GetFileName(file) != "write.lock"))
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    sealed class Told : IProgress<StageProgress>
    {
        public List<StageProgress> Steps { get; } = [];

        public void Report(StageProgress value) => Steps.Add(value);
    }

    sealed class Stopper(CancellationTokenSource stop) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => stop.Cancel();
    }
}
