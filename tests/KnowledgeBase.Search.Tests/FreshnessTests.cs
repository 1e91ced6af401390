using KnowledgeBase.Articles;
using KnowledgeBase.Search.Embedded;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Search.Tests;

public sealed class FreshnessTests
{
    [Fact]
    public async Task What_was_saved_is_found_by_the_next_search_after_an_update_whatever_the_clock_says()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Enumerable.Range(0, 2_000).Select(i => Examples.English($"a{i}", "Tea")));
        for (int i = 0; i < 5; i++)
        {
            await index.AddAsync(Examples.English($"b{i}", $"Steel number{i}"));
            Assert.Equal([$"b{i}"], index.Names($"number{i}"));
        }
    }

    [Fact]
    public async Task A_new_state_reads_the_columns_of_new_segments_only()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Enumerable.Range(0, 200).Select(i => Examples.English($"a{i}", "Tea")));
        Segment[] before = index.Index.Segments;
        await index.AddAsync(Examples.English("b", "Steel"));
        Assert.Equal(before, index.Index.Segments.Intersect(before));
        Assert.Equal(before.Length + 1, index.Index.Segments.Length);
    }

    [Fact]
    public async Task A_process_that_only_reads_finds_it_a_second_later()
    {
        var time = new FakeTimeProvider();
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"));
        using ArticleIndex reader = ArticleIndex.OpenForReading(index.Folder, index.Content, time);
        await index.AddAsync(Examples.English("b", "Steel"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, reader.Search(new SearchQuery { Text = "steel" }).Total);
    }

    [Fact]
    public async Task An_article_that_changes_while_an_empty_index_is_filled_is_there_once()
    {
        await using TestIndex index = await TestIndex.OpenAsync();
        for (int i = 0; i < 600; i++)
            await index.Articles.SaveAsync(Examples.English($"a{i}", "Tea"), TestContext.Current.CancellationToken);
        await index.Index.UpdateAsync(index.Articles, TimeProvider.System, new Changing(index, Examples.English("a0", "Coffee")), TestContext.Current.CancellationToken);
        Assert.Equal(600, index.Index.Count);
        Assert.Equal(["a0"], index.Names("coffee"));
        Assert.Equal(599, index.Search("tea").Total);
    }

    /// <summary>Saves an article again when the first batch was indexed.</summary>
    sealed class Changing(TestIndex index, Article article) : IProgress<Stages.StageProgress>
    {
        public void Report(Stages.StageProgress value) => index.Articles.SaveAsync(article, CancellationToken.None).GetAwaiter().GetResult();
    }
}
