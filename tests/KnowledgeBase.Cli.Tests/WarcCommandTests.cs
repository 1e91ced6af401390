using System.IO.Compression;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Tests;

public sealed class WarcCommandTests : IDisposable
{
    readonly Workplace _from = new();
    readonly Workplace _to = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }

    [Fact]
    public async Task Pages_go_into_an_archive_and_come_back_and_are_read()
    {
        await SaveAsync("https://example.org/1", Pages.Html("en", "Kobe pays half the rent", Pages.English));
        await SaveAsync("https://example.org/2", Pages.Html("zh", "神户市补助一半租金", Pages.Chinese));
        string file = _from.PathOf("pages.warc.gz");

        Outcome exported = await _from.RunAsync("export", "--warc", file);
        Outcome imported = await _to.RunAsync("import", file);
        Outcome again = await _to.RunAsync("import", file);

        Assert.Equal((0, "export: 2 pages\n"), (exported.Code, exported.Error));
        Assert.Equal((0, "import: 2 pages stored, 0 passed over, 0 broken records\n", ""), (imported.Code, imported.Output, imported.Error));
        Assert.Equal((0, "import: 0 pages stored, 2 passed over, 0 broken records\n"), (again.Code, again.Output));
        Assert.StartsWith("read: 2 read", (await _to.RunAsync("read")).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(file + ".part"));
    }

    [Fact]
    public async Task A_file_of_CC_NEWS_with_a_broken_record_gives_all_others_to_the_publisher_of_their_site()
    {
        _to.Write("content/publishers/post.yml", "- {id: post, en: The Post, kind: newspaper, language: en, home: \"https://www.post.example/\"}\n");
        byte[] broken = Record("response", "https://news.post.example/2", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Pages.English);
        broken.AsSpan(30, 20).Fill(0xAA);
        string file = _to.Write("CC-NEWS-20260101000000-00001.warc.gz",
        [
            .. Record("warcinfo", null, "isPartOf: CC-NEWS\r\n"),
            .. Record("request", "https://news.post.example/1", "GET /1 HTTP/1.1\r\nHost: news.post.example\r\n\r\n"),
            .. Record("response", "https://news.post.example/1", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Crawler-Content-Encoding: gzip\r\n\r\n" + Pages.Html("en", "Kobe pays half the rent", Pages.English)),
            .. broken,
            .. Record("response", "https://other.example/3", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Pages.English),
            .. Record("response", "https://news.post.example/4", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Pages.Html("en", "Port grows", Pages.English)),
        ]);

        Outcome outcome = await _to.RunAsync("import", file);

        Assert.Equal((1, "import: 2 pages stored, 1 passed over, 1 broken record\n"), (outcome.Code, outcome.Output));
        Assert.StartsWith($"{file}: ", Assert.Single(outcome.Remarks), StringComparison.Ordinal);
        await using Ledger ledger = await _to.OpenLedgerAsync();
        Assert.Equal("post", (await new PageStore(ledger).FindAsync("https://news.post.example/4", Cancel))!.PublisherId);
        Outcome given = await _to.RunAsync("import", file, "--publisher", "gazette");
        Assert.Equal("gazette", (await new PageStore(ledger).FindAsync("https://other.example/3", Cancel))!.PublisherId);
        Assert.StartsWith("import: 1 page stored, 2 passed over", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_say_what_to_do()
    {
        string empty = _to.Write("empty.warc.gz", "this is no archive"u8.ToArray());

        Outcome noArchive = await _to.RunAsync("import", empty);
        Outcome noFile = await _to.RunAsync("import", _to.PathOf("none.warc.gz"));
        Outcome noPublisher = await _to.RunAsync("import", empty, "--publisher", "nobody");
        Outcome lines = await _to.RunAsync("import", _to.Write("a.jsonl", "{}\n"), "--publisher", "gazette");
        Outcome both = await _to.RunAsync("export", "--warc", "a.warc.gz", "--out", "b.jsonl");
        Outcome pipe = await _to.RunAsync("export", "--warc", "-");
        Outcome nowhere = await _to.RunAsync("export", "--warc", _to.PathOf("no/such/folder/a.warc.gz"));

        Assert.All((Outcome[])[noArchive, noFile, noPublisher, lines, both, pipe, nowhere], outcome => Assert.Equal(1, outcome.Code));
        Assert.Contains("no record of a web archive", noArchive.Error, StringComparison.Ordinal);
        Assert.Contains("can't be read", noFile.Error, StringComparison.Ordinal);
        Assert.Contains("There is no publisher 'nobody'", noPublisher.Error, StringComparison.Ordinal);
        Assert.Contains("--publisher goes with a web archive", lines.Error, StringComparison.Ordinal);
        Assert.Contains("not both", both.Error, StringComparison.Ordinal);
        Assert.Contains("written into a file", pipe.Error, StringComparison.Ordinal);
        Assert.Contains("can't be written", nowhere.Error, StringComparison.Ordinal);
    }

    async Task SaveAsync(string url, string html)
    {
        await using Ledger ledger = await _from.OpenLedgerAsync();
        FetchedPage page = Pages.Fetched(url, html);
        await new PageStore(ledger).SavePageAsync(page, new(url, page.FetchedAt, "fetched", null, 200, html.Length, TimeSpan.Zero), null, Cancel);
    }

    static byte[] Record(string type, string? target, string block)
    {
        string about = target is null ? "" : $"WARC-Target-URI: {target}\r\n";
        string head = $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{Guid.NewGuid()}>\r\n{about}Content-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n";
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(head + block + "\r\n\r\n"));
        return packed.ToArray();
    }
}
