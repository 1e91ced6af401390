using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>Finds where the packed records of a web archive begin, so that a damaged one can be passed over.</summary>
/// <remarks>Three bytes begin a member of a gzip file (RFC 1952); they may also stand inside one by chance, which no record begins with.</remarks>
sealed class GzipMembers(Stream from)
{
    const int BlockBytes = 256 * 1024;

    static readonly byte[] Magic = [0x1F, 0x8B, 0x08];

    /// <summary>Where each packed record begins, and where the next one does. What lies between two of them is one record, or several packed together.</summary>
    public async IAsyncEnumerable<(long Start, long End)> FindAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        long? start = null;
        byte[] block = new byte[BlockBytes];
        for (long at = 0; await ReadAsync(at, block, cancel) is > 2 and var count; at += count - 2)
        {
            for (int i = Next(block, 0, count); i >= 0; i = Next(block, i + 1, count))
            {
                if (!await BeginsRecordAsync(at + i, cancel))
                    continue;
                if (start is { } before)
                    yield return (before, at + i);
                start = at + i;
            }
        }
        if (start is { } last)
            yield return (last, from.Length);
    }

    static int Next(byte[] block, int from, int count) => block.AsSpan(from, count - from).IndexOf(Magic) is >= 0 and var found ? from + found : -1;

    async Task<int> ReadAsync(long at, byte[] block, CancellationToken cancel)
    {
        from.Position = at;
        return await from.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancel);
    }

    async Task<bool> BeginsRecordAsync(long at, CancellationToken cancel)
    {
        byte[] first = new byte[5];
        await using var packed = new GZipStream(new StreamPart(from, at, from.Length), CompressionMode.Decompress);
        try
        {
            return await packed.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancel) == first.Length && first.AsSpan().SequenceEqual("WARC/"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
