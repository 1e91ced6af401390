using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests;

public class DamageTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("*.doc")]
    [InlineData("*.tim")]
    [InlineData("*.fdt")]
    [InlineData("*.si")]
    [InlineData("segments_*")]
    public async Task A_cut_file_is_noticed_and_the_index_made_anew(string pattern)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"));
        index.Index.Dispose();
        string file = Directory.EnumerateFiles(Path.Combine(index.Folder, $"articles.v{Embedded.IndexFolder.Format}"), pattern).First();
        byte[] bytes = await File.ReadAllBytesAsync(file, Cancel);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)], Cancel);

        index.Reopen();
        Assert.Contains("damaged", index.Index.RebuildReason, StringComparison.Ordinal);
        Assert.Equal(1, (await index.UpdateAsync()).Done);
        Assert.Equal(["a"], index.Names("tea"));
    }

    [Theory]
    [InlineData("*.pos")]
    [InlineData("*.fdt")]
    public async Task What_changed_within_a_file_is_noticed_by_the_next_update_and_the_index_made_anew(string pattern)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Teas());
        index.Index.Dispose();
        await ChangeAsync(index, pattern);

        index.Reopen();
        Assert.Null(index.Index.RebuildReason);
        Assert.Equal(3, (await index.UpdateAsync()).Done);
        Assert.Equal(["a", "b", "c"], index.Names("tea"));
        Assert.Equal(0, (await index.UpdateAsync()).Done);
    }

    // Some of it shows when the index is opened.
    [Theory]
    [InlineData("*.doc")]
    [InlineData("*.tim")]
    [InlineData("*.dvd")]
    public async Task What_changed_within_a_file_is_noticed_when_it_is_opened_or_updated(string pattern)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Teas());
        index.Index.Dispose();
        await ChangeAsync(index, pattern);

        index.Reopen();
        Assert.Equal(3, (await index.UpdateAsync()).Done);
        Assert.Equal(["a", "b", "c"], index.Names("tea"));
    }

    [Fact]
    public async Task A_search_that_fails_on_changed_bytes_says_that_the_index_is_damaged()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Teas());
        index.Index.Dispose();
        await ChangeAsync(index, "*.fdt");

        using var reading = ArticleIndex.OpenForReading(index.Folder, index.Content);
        IndexException damaged = Assert.Throws<IndexException>(() => reading.Search(new SearchQuery { Text = "tea" }));
        Assert.Contains("kb index", damaged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_0.fdt")]
    [InlineData("segments_1")]
    public async Task Foreign_files_in_place_of_the_index_are_replaced_and_others_left_alone(string name)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"));
        index.Index.Dispose();
        string folder = Path.Combine(index.Folder, $"articles.v{Embedded.IndexFolder.Format}");
        foreach (string file in Directory.EnumerateFiles(folder))
            await File.WriteAllTextAsync(file, "This was no index.", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, name), "Nor was this.", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "note.txt"), "Mine.", Cancel);

        IndexException damaged = Assert.Throws<IndexException>(() => ArticleIndex.OpenForReading(index.Folder, index.Content));
        Assert.Contains("kb index", damaged.Message, StringComparison.Ordinal);
        index.Reopen();
        await index.UpdateAsync();
        Assert.Equal(["a"], index.Names("tea"));
        Assert.True(File.Exists(Path.Combine(folder, "note.txt")));
    }

    static IEnumerable<Article> Teas() => new[] { "a", "b", "c" }.Select(name => Examples.English(name, "Tea", string.Concat(Enumerable.Repeat("Tea for two. ", 40))));

    // The last bytes before the sixteen of the checksum.
    static async Task ChangeAsync(TestIndex index, string pattern)
    {
        string file = Directory.EnumerateFiles(Path.Combine(index.Folder, $"articles.v{Embedded.IndexFolder.Format}"), pattern).First();
        byte[] bytes = await File.ReadAllBytesAsync(file, Cancel);
        foreach (ref byte changed in bytes.AsSpan(^32..^16))
            changed ^= 0xFF;
        await File.WriteAllBytesAsync(file, bytes, Cancel);
    }
}
