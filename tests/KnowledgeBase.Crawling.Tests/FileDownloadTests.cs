namespace KnowledgeBase.Crawling.Tests;

public sealed class FileDownloadTests : IDisposable
{
    readonly string _file = Path.GetTempFileName();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_file_is_saved_byte_by_byte_over_redirects()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnRedirect("/old", "/new").On("/new", "application/gzip", [0x1F, 0x8B, 0, 255]);

        Assert.Null(await FindProblemAsync(host, "/old", 100));
        Assert.Equal([0x1F, 0x8B, 0, 255], await File.ReadAllBytesAsync(_file, Cancel));
    }

    [Fact]
    public async Task A_file_much_larger_than_expected_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.On("/large", "text/plain", new byte[200_000]);

        Assert.Equal("it is much larger than it should be", await FindProblemAsync(host, "/large", 100_000));
    }

    [Fact]
    public async Task What_the_server_answers_instead_is_told()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.OnStatus("/gone", 410).OnRedirect("/round", "/round").OnRedirect("/away", "ftp://example.org/file");

        Assert.Equal("the server answered 410", await FindProblemAsync(host, "/gone", 100));
        Assert.Equal("it leads from one address to another without end", await FindProblemAsync(host, "/round", 100));
        Assert.Equal("it leads to ftp://example.org/file", await FindProblemAsync(host, "/away", 100));
    }

    [Fact]
    public async Task Private_addresses_and_hosts_that_do_not_answer_are_problems_for_a_person_to_read()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var guarded = new FileDownload(new CrawlerOptions(), TimeProvider.System);

        Assert.Contains("127.77.0.1", await guarded.FindProblemAsync($"{host.Address}/file", _file, 100, Cancel), StringComparison.Ordinal);
        Assert.NotNull(await guarded.FindProblemAsync("http://no-such-host.invalid/file", _file, 100, Cancel));
    }

    async Task<string?> FindProblemAsync(TestHost host, string path, long maxBytes)
    {
        using var download = new FileDownload(new CrawlerOptions { AllowedPrivateEndpoints = [host.Allowed] }, TimeProvider.System);
        return await download.FindProblemAsync(host.Address + path, _file, maxBytes, Cancel);
    }
}
