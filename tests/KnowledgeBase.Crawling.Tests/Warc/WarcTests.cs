using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Warc;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Crawling.Tests.Warc;

public class WarcTests
{
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_comes_back_the_same()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop from = await Workshop.OpenAsync(paper.Host, _time);
        await using Workshop to = await Workshop.OpenAsync(paper.Host, _time);
        await using FileStream file = await ExportAsync(from, paper);

        WarcImportReport report = await Import(to).ReadAsync(file, null, null, Cancel);

        Assert.Equal(new WarcImportReport(12, 0, 0, null), report);
        foreach (FetchedPage page in await from.Pages.FindStoredAsync("", 100, Cancel))
        {
            FetchedPage copy = (await to.Pages.FindAsync(page.Url, Cancel))!;
            Assert.Equal((page.FinalUrl, page.PublisherId, page.FetchedAt, page.Status, page.Hints), (copy.FinalUrl, copy.PublisherId, copy.FetchedAt, copy.Status, copy.Hints));
            Assert.True(page.Body.Span.SequenceEqual(copy.Body.Span));
            Assert.Equal(page.FindHeader("Content-Type"), copy.FindHeader("Content-Type"));
        }
        file.Position = 0;
        Assert.Equal(new WarcImportReport(0, 12, 0, null), await Import(to).ReadAsync(file, null, null, Cancel));
    }

    [Fact]
    public async Task Two_exports_are_alike_byte_for_byte_and_every_record_is_packed_by_itself()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, _time);
        await using FileStream first = await ExportAsync(workshop, paper);
        await using FileStream second = await ExportAsync(workshop, paper);
        byte[] bytes = await ReadAsync(first);
        Assert.Equal(bytes, await ReadAsync(second));
        int members = Enumerable.Range(0, bytes.Length - 3).Count(i => bytes.AsSpan(i, 3).SequenceEqual("\u001F\u008B\b"u8) || (bytes[i] == 0x1F && bytes[i + 1] == 0x8B && bytes[i + 2] == 8));
        Assert.InRange(members, 25, 27);
    }

    [Fact]
    public async Task Pages_that_ask_not_to_be_archived_are_not_exported()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/a", "<meta name=robots content=noarchive><p>a</p>").OnPage("/b", "<p>b</p>");
        host.On("/feed", "application/rss+xml", "<rss><channel><item><link>/a</link></item><item><link>/b</link></item></channel></rss>");
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        using (CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed"))))
            Assert.Equal(2, (await stage.RunAsync(null, Cancel)).Done);
        using var file = new MemoryStream();
        Assert.Equal(1, await new WarcExport(workshop.Ledger, workshop.Options, _time).WriteAsync(file, Cancel));
    }

    [Fact]
    public async Task The_archives_of_others_are_read_packed_or_chunked_or_neither()
    {
        string html = "<html><p>" + new string('x', 300) + "</p></html>";
        byte[] gzip = Packed(Encoding.UTF8.GetBytes(html));
        using var file = new MemoryStream();
        Write(file, "warcinfo", "", "application/warc-fields", "isPartOf: CC-NEWS\r\n"u8.ToArray());
        Write(file, "request", "https://news.example.org/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n"u8.ToArray());
        Write(file, "response", "https://news.example.org/1", "application/http; msgtype=response", [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"u8, .. gzip]);
        Write(file, "response", "https://news.example.org/2", "application/http; msgtype=response", Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{html.Length:x}\r\n{html}\r\n0\r\n\r\n"));
        Write(file, "response", "https://news.example.org/3", "application/http; msgtype=response", Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Crawler-content-encoding: gzip\r\nContent-Encoding: gzip\r\n\r\n{html}"));
        Write(file, "response", "https://news.example.org/4", "application/http; msgtype=response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\ngone"u8.ToArray());
        Write(file, "response", "https://news.example.org/5", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"u8.ToArray());
        file.Position = 0;
        await using Workshop workshop = await Workshop.OpenAsync([], _time);

        WarcImportReport report = await Import(workshop).ReadAsync(file, "gazette", null, Cancel);

        Assert.Equal(new WarcImportReport(3, 2, 0, null), report);
        foreach (int i in Enumerable.Range(1, 3))
            Assert.Equal(html, Encoding.UTF8.GetString((await workshop.Pages.FindAsync($"https://news.example.org/{i}", Cancel))!.Body.Span));
    }

    [Fact]
    public async Task A_damaged_archive_gives_what_stands_before_the_damage()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop from = await Workshop.OpenAsync(paper.Host, _time);
        await using Workshop to = await Workshop.OpenAsync(paper.Host, _time);
        await using FileStream file = await ExportAsync(from, paper);
        byte[] half = (await ReadAsync(file))[..(int)(file.Length / 2)];
        WarcImportReport report = await Import(to).ReadAsync(new MemoryStream(half), null, null, Cancel);
        Assert.InRange(report.Stored, 4, 7);
        Assert.Equal(1, report.Damaged);
        Assert.NotNull(report.Problem);
        Assert.Contains("no record of a web archive", (await Import(to).ReadAsync(new MemoryStream("hello, world\n"u8.ToArray()), null, null, Cancel)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_records_cost_themselves_and_nothing_else()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop from = await Workshop.OpenAsync(paper.Host, _time);
        await using Workshop to = await Workshop.OpenAsync(paper.Host, _time);
        await using FileStream file = await ExportAsync(from, paper);
        byte[] bytes = await ReadAsync(file);
        List<int> members = [.. IsoCheck.MembersOf(bytes)];
        // The responses of the first, the sixth and the last page: one is bent inside, one loses its beginning, one its end.
        (int first, int sixth, int last) = (members[1], members[11], members[23]);
        bytes.AsSpan(first + 40, 20).Fill(0xAA);
        bytes.AsSpan(sixth, 12).Clear();
        bytes.AsSpan(members[24] - 30, 30).Clear();

        WarcImportReport report = await Import(to).ReadAsync(new MemoryStream(bytes), null, null, Cancel);

        Assert.Equal((9, 0), (report.Stored, report.Skipped));
        Assert.InRange(report.Damaged, 2, 3);
        Assert.NotNull(report.Problem);
        Assert.True(last > sixth);
    }

    [Fact]
    public async Task In_an_unpacked_archive_a_wrong_or_missing_length_costs_one_record()
    {
        using var file = new MemoryStream();
        WritePlain(file, "https://news.example.org/1", length => length);
        WritePlain(file, "https://news.example.org/2", length => length - 50);
        WritePlain(file, "https://news.example.org/3", length => length);
        WritePlain(file, "https://news.example.org/4", _ => null);
        WritePlain(file, "https://news.example.org/5", length => length);
        file.Position = 0;
        await using Workshop workshop = await Workshop.OpenAsync([], _time);

        WarcImportReport report = await Import(workshop).ReadAsync(file, "gazette", null, Cancel);

        Assert.InRange(report.Damaged, 2, 3);
        foreach (int i in (int[])[1, 3, 5])
            Assert.NotNull(await workshop.Pages.FindAsync($"https://news.example.org/{i}", Cancel));
    }

    [Fact]
    public async Task Our_archives_keep_every_rule_of_the_standard()
    {
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, _time);
        await using FileStream file = await ExportAsync(workshop, paper);
        byte[] bytes = await ReadAsync(file);

        Assert.Empty(IsoCheck.FindMistakes(bytes));
        Assert.Equal(25, IsoCheck.MembersOf(bytes).Count());

        // What checks must be able to fail: one byte of a body, bent and packed again, is noticed.
        int second = IsoCheck.MembersOf(bytes).ElementAt(1), third = IsoCheck.MembersOf(bytes).ElementAt(2);
        byte[] record = IsoCheck.Unpack(bytes.AsSpan(second, third - second))!;
        record[^10] ^= 1;
        Assert.Contains(IsoCheck.FindMistakes([.. bytes.AsSpan(0, second), .. Packed(record), .. bytes.AsSpan(third)]), mistake => mistake.Contains("digest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_tools_accept_our_archives()
    {
        Assert.SkipUnless(await RunAsync("-c", "import warcio") == (0, ""), "Checking archives needs warcio: apt-get install python3-warcio");
        await using Newspaper paper = await Newspaper.OpenAsync();
        await using Workshop workshop = await Workshop.OpenAsync(paper.Host, _time);
        await using FileStream file = await ExportAsync(workshop, paper);
        (int exit, string output) = await RunAsync("-c", "import sys; from warcio.checker import Checker; from argparse import Namespace; sys.exit(Checker(Namespace(inputs=[sys.argv[1]], verbose=True)).process_all() or 0)", file.Name);
        Assert.True(exit == 0 && !output.Contains("fail", StringComparison.OrdinalIgnoreCase), output);
        Assert.Contains("payload digest pass", output, StringComparison.Ordinal);
    }

    static WarcImport Import(Workshop workshop) => new(Workshop.Content(), workshop.Ledger, workshop.Options);

    async Task<FileStream> ExportAsync(Workshop workshop, Newspaper paper)
    {
        using (CrawlingStage stage = workshop.Stage(paper.Publisher))
            await stage.RunAsync(null, Cancel);
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".warc.gz"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 4096, FileOptions.DeleteOnClose);
        Assert.Equal(12, await new WarcExport(workshop.Ledger, workshop.Options, _time).WriteAsync(file, Cancel));
        await file.FlushAsync(Cancel);
        file.Position = 0;
        return file;
    }

    static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, Cancel);
        return whole.ToArray();
    }

    static void Write(Stream file, string type, string target, string contentType, byte[] block)
    {
        string head = $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{Guid.NewGuid()}>\r\nWARC-Target-URI: {target}\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n";
        file.Write(Packed([.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8]));
    }

    static void WritePlain(Stream file, string target, Func<int, int?> length)
    {
        byte[] block = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>{new string('x', 300)}</p></html>");
        string said = length(block.Length) is { } number ? $"Content-Length: {number}\r\n" : "";
        file.Write(Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{Guid.NewGuid()}>\r\nWARC-Target-URI: {target}\r\n{said}\r\n"));
        file.Write([.. block, .. "\r\n\r\n"u8]);
    }

    static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string output = await process.StandardOutput.ReadToEndAsync(Cancel) + await process.StandardError.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
