using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>An HTTP response as an archive keeps it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers in their order.</param>
/// <param name="Body">The body, unpacked.</param>
sealed record ArchivedResponse(int Status, ImmutableArray<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Reads a block; null when it is no HTTP response, or unpacks to more than so many bytes.</summary>
    public static ArchivedResponse? Find(ReadOnlyMemory<byte> block, int maxBytes)
    {
        int end = block.Span.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return null;
        string[] lines = Encoding.Latin1.GetString(block.Span[..end]).Split("\r\n");
        string[] first = lines[0].Split(' ', 3);
        if (first.Length < 2 || !first[0].StartsWith("HTTP/", StringComparison.Ordinal) || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out int status))
            return null;
        ImmutableArray<KeyValuePair<string, string>> headers = [.. lines.Skip(1).Select(FindHeader).OfType<KeyValuePair<string, string>>()];
        return Unpack(block[(end + 4)..], headers, maxBytes) is { } body ? new(status, headers, body) : null;
    }

    static KeyValuePair<string, string>? FindHeader(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? KeyValuePair.Create(line[..colon].Trim(), line[(colon + 1)..].Trim()) : null;

    // Archives keep bodies as they came over the wire, or unpacked with the old headers left standing: what does not unpack is taken as it is.
    static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> body, ImmutableArray<KeyValuePair<string, string>> headers, int maxBytes)
    {
        if (ValueOf(headers, "Transfer-Encoding").Contains("chunked", StringComparison.OrdinalIgnoreCase) && Dechunk(body) is { } joined)
            body = joined;
        Func<Stream, Stream>? open = ValueOf(headers, "Content-Encoding").ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body.Span is [0x1F, 0x8B, ..] => stream => new GZipStream(stream, CompressionMode.Decompress),
            "br" => stream => new BrotliStream(stream, CompressionMode.Decompress),
            "deflate" => stream => new ZLibStream(stream, CompressionMode.Decompress),
            _ => null,
        };
        return open is null ? body : Read(open, body, maxBytes);
    }

    static ReadOnlyMemory<byte>? Read(Func<Stream, Stream> open, ReadOnlyMemory<byte> body, int maxBytes)
    {
        try
        {
            using Stream packed = open(new MemoryStream(body.ToArray()));
            using var whole = new MemoryStream();
            byte[] buffer = new byte[16 * 1024];
            while (packed.Read(buffer) is > 0 and var count)
            {
                if (whole.Length + count > maxBytes)
                    return null;
                whole.Write(buffer, 0, count);
            }
            return whole.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return body;
        }
    }

    static byte[]? Dechunk(ReadOnlyMemory<byte> body)
    {
        using var joined = new MemoryStream();
        for (ReadOnlySpan<byte> rest = body.Span; ;)
        {
            int line = rest.IndexOf("\r\n"u8);
            if (line is <= 0 or > 20 || !int.TryParse(Encoding.ASCII.GetString(rest[..line]).Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size))
                return null;
            if (size == 0)
                return joined.ToArray();
            if (size < 0 || rest.Length < line + 2 + size)
                return null;
            joined.Write(rest.Slice(line + 2, size));
            rest = rest[(line + 2 + size)..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest;
        }
    }

    static string ValueOf(ImmutableArray<KeyValuePair<string, string>> headers, string name) =>
        headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault() ?? "";
}
