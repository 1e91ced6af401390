using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Storage;

public sealed class SqliteStorageTests : StorageContract, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("kb-ledger-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Task<Ledger> OpenAsync() => Ledger.OpenFolderAsync(_folder, Cancel);

    [Fact]
    public async Task What_was_stored_is_there_after_reopening()
    {
        await using (Ledger ledger = await OpenAsync())
            await new ArticleStore(ledger).SaveAsync(Examples.Article("https://example.org/a"), Cancel);
        await using Ledger again = await OpenAsync();
        Assert.Equal(1, await new ArticleStore(again).RevisionAsync(Cancel));
    }

    [Fact]
    public async Task A_file_that_is_no_ledger_is_refused_with_advice_and_left_alone()
    {
        string file = Path.Combine(_folder, "knowledge.db");
        await File.WriteAllTextAsync(file, new string('x', 5000), Cancel);
        var refusal = await Assert.ThrowsAsync<LedgerException>(OpenAsync);
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file, Cancel));
    }

    [Fact]
    public async Task A_ledger_of_a_newer_version_is_refused()
    {
        await using (Ledger ledger = await OpenAsync())
            await ledger.WriteAsync((connection, transaction) => Dapper.SqlMapper.ExecuteAsync(connection, "INSERT INTO schema_version VALUES (999)", transaction: transaction), Cancel);
        var refusal = await Assert.ThrowsAsync<LedgerException>(OpenAsync);
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_loses_nothing()
    {
        await using Ledger ledger = await OpenAsync();
        var articles = new ArticleStore(ledger);
        await articles.SaveAsync(Examples.Article("https://example.org/a"), Cancel);
        // SQLite itself says "full" when the file may not grow: what a full disk gives, without filling one.
        await ledger.ReadAsync(connection => Dapper.SqlMapper.ExecuteAsync(connection, "PRAGMA max_page_count = 1"), Cancel);
        var refusal = await Assert.ThrowsAsync<LedgerException>(() => articles.SaveAsync(Examples.Article("https://example.org/b") with { Body = new string('x', 1_000_000) }, Cancel));
        Assert.Contains("disk is full", refusal.Message, StringComparison.Ordinal);
        Assert.Single(await articles.ChangesAfterAsync(0, 10, Cancel));
    }
}
