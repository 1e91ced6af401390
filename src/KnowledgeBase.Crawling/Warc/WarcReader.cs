using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>Reads web archives, packed or not, of version 0.17 to 1.1, record by record.</summary>
/// <param name="from">The file.</param>
/// <param name="maxBlockBytes">A larger record is passed over.</param>
sealed class WarcReader(Stream from, int maxBlockBytes)
{
    const int MaxLine = 64 * 1024;
    const int MaxFields = 200;

    /// <summary>The records in the order of the file.</summary>
    /// <exception cref="InvalidDataException">It is no web archive, or broke off; what came before is good.</exception>
    public async IAsyncEnumerable<WarcRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        bool isPacked = await IsPackedAsync(from, cancel);
        var whole = new BufferedStream(isPacked ? new GZipStream(from, CompressionMode.Decompress, leaveOpen: true) : from, 64 * 1024);
        for (int number = 1; await ReadLineAsync(whole, cancel) is { } version; number++)
        {
            // Two empty lines end each record.
            while (version?.Length == 0)
                version = await ReadLineAsync(whole, cancel);
            if (version is null)
                yield break;
            if (!version.StartsWith("WARC/", StringComparison.Ordinal))
                throw new InvalidDataException($"Record {number} does not begin with WARC/: this is no web archive, or it is damaged here.");
            ImmutableArray<KeyValuePair<string, string>> fields = await ReadFieldsAsync(whole, cancel);
            if (await ReadBlockAsync(whole, LengthOf(fields, number), cancel) is { } block)
                yield return new(fields, block);
        }
    }

    static async Task<bool> IsPackedAsync(Stream stream, CancellationToken cancel)
    {
        if (!stream.CanSeek)
            throw new InvalidDataException("A web archive is read from a file, not from a pipe.");
        byte[] magic = new byte[2];
        int read = await stream.ReadAtLeastAsync(magic, 2, throwOnEndOfStream: false, cancel);
        stream.Position -= read;
        return magic is [0x1F, 0x8B];
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

    static long LengthOf(ImmutableArray<KeyValuePair<string, string>> fields, int number) =>
        long.TryParse(new WarcRecord(fields, default).Find("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length : throw new InvalidDataException($"Record {number} does not say how long it is.");

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

    static async Task<string?> ReadLineAsync(Stream stream, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var line = new List<byte>(128);
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, cancel) == 1)
        {
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            if (line.Count == MaxLine)
                throw new InvalidDataException("A line of the file is too long for a web archive.");
            line.Add(one[0]);
        }
        return line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]);
    }
}
