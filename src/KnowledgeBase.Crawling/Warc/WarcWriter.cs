using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Fetching;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>Writes stored pages as WARC 1.1 (ISO 28500:2017), each record packed with gzip by itself, as the standard's annex D recommends.</summary>
sealed class WarcWriter(Stream to)
{
    // Bodies are stored unpacked, so what tells of their packing is kept under the name archives use for it.
    static readonly string[] OfTransport = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    /// <summary>Writes the first record of a file, which says who made it.</summary>
    public Task WriteInfoAsync(string operatorContact, DateTimeOffset now, CancellationToken cancel)
    {
        string fields = $"software: {UserAgent.Product}/1.0\r\nformat: WARC File Format 1.1\r\noperator: {operatorContact}\r\nrobots: obey\r\n";
        return WriteRecordAsync("warcinfo", "application/warc-fields", now, null, Encoding.UTF8.GetBytes(fields), [], cancel);
    }

    /// <summary>Writes a page as a response, and what its source said of it as metadata.</summary>
    public async Task WriteAsync(FetchedPage page, CancellationToken cancel)
    {
        byte[] block = [.. Encoding.Latin1.GetBytes(HeadOf(page)), .. page.Body.Span];
        string id = await WriteRecordAsync(
            "response", "application/http; msgtype=response", page.FetchedAt, page.FinalUrl, block, [KeyValuePair.Create("WARC-Payload-Digest", Digest(page.Body.Span))], cancel);
        await WriteRecordAsync(
            "metadata", "application/warc-fields", page.FetchedAt, page.FinalUrl, Encoding.UTF8.GetBytes(HintsOf(page)), [KeyValuePair.Create("WARC-Concurrent-To", id)], cancel);
    }

    static string HeadOf(FetchedPage page)
    {
        var head = new StringBuilder($"HTTP/1.1 {page.Status} {(page.Status == 200 ? "OK" : "Other")}\r\n");
        foreach ((string name, string value) in page.Headers)
            head.Append(OfTransport.Contains(name, StringComparer.OrdinalIgnoreCase) ? "X-Archive-Orig-" : "").Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
        return head.Append(CultureInfo.InvariantCulture, $"Content-Length: {page.Body.Length}\r\n\r\n").ToString();
    }

    static string HintsOf(FetchedPage page)
    {
        var hints = new StringBuilder($"publisher: {page.PublisherId}\r\naskedFor: {page.Url}\r\n");
        if (page.Hints.Title is { } title)
            hints.Append("title: ").Append(OneLine(title)).Append("\r\n");
        if (page.Hints.PublishedAt is { } publishedAt)
            hints.Append("published: ").Append(DateOf(publishedAt)).Append("\r\n");
        if (page.Hints.Language is { } language)
            hints.Append("language: ").Append(language.Code).Append("\r\n");
        return hints.ToString();
    }

    async Task<string> WriteRecordAsync(
        string type, string contentType, DateTimeOffset date, string? target, byte[] block, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        string id = IdOf(type, date, target, block);
        var head = new StringBuilder($"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: {id}\r\nWARC-Date: {DateOf(date)}\r\n");
        if (target is not null)
            head.Append("WARC-Target-URI: ").Append(target).Append("\r\n");
        foreach ((string name, string value) in fields)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Block-Digest: {Digest(block)}\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n");
        await using var packed = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true);
        await packed.WriteAsync(Encoding.UTF8.GetBytes(head.ToString()), cancel);
        await packed.WriteAsync(block, cancel);
        await packed.WriteAsync("\r\n\r\n"u8.ToArray(), cancel);
        return id;
    }

    // The same page at the same time is the same record, so that two exports are alike byte for byte.
    static string IdOf(string type, DateTimeOffset date, string? target, byte[] block) =>
        $"<urn:uuid:{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{type} {DateOf(date)} {target} {Digest(block)}")).AsSpan(0, 16))}>";

    static string DateOf(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    static string OneLine(string text) => text.ReplaceLineEndings(" ");

    // The standard leaves algorithm and notation open; the tools in use expect base 32.
    static string Digest(ReadOnlySpan<byte> bytes) => $"sha256:{Base32.Write(SHA256.HashData(bytes))}";
}
