namespace KnowledgeBase.Cli.Tests;

public sealed class AccidentTests : IDisposable
{
    readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_missing_content_folder_is_told() =>
        await AssertToldAsync("There is no content folder at", "check", "--content", _place.PathOf("nowhere"));

    [Fact]
    public async Task A_missing_index_is_told() => await AssertToldAsync("There is no index in", "search", "rent");

    [Fact]
    public async Task A_missing_ledger_is_told_and_not_made()
    {
        await AssertToldAsync("There is no ledger at", "export");
        Assert.False(Directory.Exists(_place.Data));
    }

    [Fact]
    public async Task A_missing_file_is_told() => await AssertToldAsync("can't be read", "import", _place.PathOf("nowhere.jsonl"));

    [Fact]
    public async Task A_folder_instead_of_a_file_is_told() => await AssertToldAsync("can't be read", "import", _place.Folder);

    [Fact]
    public async Task A_file_that_is_no_ledger_is_told()
    {
        _place.Write("data/knowledge.db", "This is a letter to the editor and no database at all, though it is long enough to look like one.");

        await AssertToldAsync("knowledge.db can't be opened", "read");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_told()
    {
        _place.Write("data", "a file");

        await AssertToldAsync("can't be made", "read");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        await _place.RunAsync("read");

        await AssertToldAsync("can't be written", "export", "--out", _place.PathOf("nowhere/out.jsonl"));
    }

    [Theory]
    [InlineData("nonsense", "connection string can't be used")]
    [InlineData("Host=127.0.0.1;Port=1;Database=kb;Username=kb;Timeout=2", "The ledger 127.0.0.1/kb can't be opened")]
    public async Task A_server_that_cannot_be_used_is_told(string connection, string message) =>
        await AssertToldAsync(message, "read", "--ledger", connection);

    async Task AssertToldAsync(string message, params string[] args)
    {
        Outcome outcome = await _place.RunAsync(args);

        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith("kb: ", Assert.Single(outcome.Remarks), StringComparison.Ordinal);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }
}
