using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>Reads web archives, packed or not, of version 0.17 to 1.1, record by record. A broken record costs itself, not those after it.</summary>
/// <param name="from">The file; it must be one that can be sought in.</param>
/// <param name="maxBlockBytes">A larger record is passed over.</param>
sealed class WarcReader(Stream from, int maxBlockBytes)
{
    const int MaxLine = 64 * 1024;
    const int MaxFields = 200;

    /// <summary>How many records were broken so far.</summary>
    public int Damaged { get; private set; }

    /// <summary>What was wrong with the first of them; null when none was.</summary>
    public string? FirstDamage { get; private set; }

    /// <summary>The good records in the order of the file.</summary>
    public async IAsyncEnumerable<WarcRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (!from.CanSeek)
            throw new InvalidDataException("A web archive is read from a file, not from a pipe.");
        if (!await IsPackedAsync(from, cancel))
        {
            await foreach (WarcRecord record in ReadPartAsync(new BufferedStream(from), cancel))
                yield return record;
            yield break;
        }
        await foreach ((long start, long end) in new GzipMembers(from).FindAsync(cancel))
        {
            await using var unpacked = new GZipStream(new StreamPart(from, start, end), CompressionMode.Decompress);
            await foreach (WarcRecord record in ReadPartAsync(new BufferedStream(unpacked), cancel))
                yield return record;
        }
    }

    static async Task<bool> IsPackedAsync(Stream stream, CancellationToken cancel)
    {
        byte[] magic = new byte[2];
        int read = await stream.ReadAtLeastAsync(magic, 2, throwOnEndOfStream: false, cancel);
        stream.Position -= read;
        return magic is [0x1F, 0x8B];
    }

    async IAsyncEnumerable<WarcRecord> ReadPartAsync(Stream part, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (bool isEnd = false; !isEnd;)
        {
            (WarcRecord? record, isEnd) = await NextAsync(part, cancel);
            if (record is not null)
                yield return record;
        }
    }

    async Task<(WarcRecord? Record, bool IsEnd)> NextAsync(Stream part, CancellationToken cancel)
    {
        try
        {
            if (!await FindVersionAsync(part, cancel))
                return (null, true);
            ImmutableArray<KeyValuePair<string, string>> fields = await ReadFieldsAsync(part, cancel);
            // Without a length the next record is found by its first line.
            long length = FindLength(fields) ?? Note("A record does not say how long it is.");
            return (await ReadBlockAsync(part, length, cancel) is { } block ? new(fields, block) : null, false);
        }
        catch (InvalidDataException e)
        {
            Note(e.Message);
            return (null, true);
        }
    }

    int Note(string damage)
    {
        Damaged++;
        FirstDamage ??= damage;
        return 0;
    }

    // Two empty lines end each record; whatever else stands before the next one is what a wrong length left.
    async Task<bool> FindVersionAsync(Stream part, CancellationToken cancel)
    {
        bool isLost = false;
        while (await ReadLineAsync(part, cancel) is { } line)
        {
            if (line.StartsWith("WARC/", StringComparison.Ordinal))
                return true;
            if (line.Length > 0 && !isLost)
                Note("Something stands where a record should begin with WARC/.");
            isLost |= line.Length > 0;
        }
        return false;
    }

    static async Task<ImmutableArray<KeyValuePair<string, string>>> ReadFieldsAsync(Stream stream, CancellationToken cancel)
    {
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        while (await ReadLineAsync(stream, cancel) is { Length: > 0 } line && fields.Count < MaxFields)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                fields.Add(KeyValuePair.Create(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        return fields.ToImmutable();
    }

    static long? FindLength(ImmutableArray<KeyValuePair<string, string>> fields) =>
        long.TryParse(new WarcRecord(fields, default).Find("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null;

    async Task<byte[]?> ReadBlockAsync(Stream stream, long length, CancellationToken cancel)
    {
        bool isKept = length <= maxBlockBytes;
        byte[] buffer = new byte[isKept ? length : 64 * 1024];
        for (long left = length; left > 0;)
        {
            int at = isKept ? (int)(length - left) : 0;
            int count = await stream.ReadAsync(buffer.AsMemory(at, (int)Math.Min(left, buffer.Length - at)), cancel);
            left -= count > 0 ? count : throw new InvalidDataException("The file breaks off inside a record.");
        }
        return isKept ? buffer : null;
    }

    // What is longer than any line of an archive is the rest of something broken: its end is not kept.
    static async Task<string?> ReadLineAsync(Stream stream, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var line = new List<byte>(128);
        bool isAny = false;
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, cancel) == 1)
        {
            isAny = true;
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            if (line.Count < MaxLine)
                line.Add(one[0]);
        }
        return isAny ? Encoding.UTF8.GetString([.. line]) : null;
    }
}
