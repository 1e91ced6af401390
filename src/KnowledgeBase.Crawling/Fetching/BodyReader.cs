using System.IO.Compression;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>Reads and unpacks a body, and gives up when it is too large or comes too slowly.</summary>
sealed class BodyReader(TimeProvider time)
{
    /// <summary>More than this from one byte is a bomb: HTML seldom packs 1:30, and zip bombs begin near 1:1000.</summary>
    const int MaxRatio = 200;

    /// <summary>A small page of nothing but spaces may pack better; below this the ratio says nothing.</summary>
    const int RatioCountsFrom = 1_000_000;

    /// <summary>Slower than this on average is a host that holds us, not a slow line (a modem makes 3000).</summary>
    const int MinBytesPerSecond = 256;

    static readonly TimeSpan SlowCountsFrom = TimeSpan.FromSeconds(5);

    /// <param name="content">What to read.</param>
    /// <param name="maxBytes">How much it may be after unpacking.</param>
    /// <param name="isCut">True when the beginning will do: what is beyond is left unread.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RefusedBodyException">It was given up; the message says why.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int maxBytes, bool isCut, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > maxBytes && !isCut)
            throw new RefusedBodyException($"it is larger than {maxBytes} bytes");
        await using Stream wire = await content.ReadAsStreamAsync(cancel);
        await using var counted = new CountingStream(wire);
        await using Stream unpacked = Unpack(counted, content.Headers.ContentEncoding);
        using var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        long started = time.GetTimestamp();
        while (await unpacked.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (body.Length + count > maxBytes && isCut)
            {
                body.Write(buffer, 0, maxBytes - (int)body.Length);
                break;
            }
            if (body.Length + count > maxBytes)
                throw new RefusedBodyException($"it is larger than {maxBytes} bytes");
            body.Write(buffer, 0, count);
            if (body.Length > RatioCountsFrom && body.Length / Math.Max(1, counted.Count) > MaxRatio)
                throw new RefusedBodyException($"it unpacks to more than {MaxRatio} times its size");
            TimeSpan took = time.GetElapsedTime(started);
            if (took > SlowCountsFrom && counted.Count < MinBytesPerSecond * took.TotalSeconds)
                throw new RefusedBodyException($"it comes slower than {MinBytesPerSecond} bytes a second");
        }
        return body.ToArray();
    }

    static Stream Unpack(Stream stream, ICollection<string> encodings)
    {
        if (encodings.Count > 2)
            throw new RefusedBodyException("it is packed more than twice");
        foreach (string encoding in encodings.Reverse())
        {
            stream = encoding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
                "br" => new BrotliStream(stream, CompressionMode.Decompress),
                "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
                "identity" or "" => stream,
                _ => throw new RefusedBodyException($"it is packed as '{encoding}', which we did not ask for"),
            };
        }
        return stream;
    }
}
