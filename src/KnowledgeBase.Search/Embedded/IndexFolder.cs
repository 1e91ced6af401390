using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The folder of an index of this program's format.</summary>
sealed class IndexFolder(string dataFolder)
{
    /// <summary>Rises when fields, facets or their encoding change. An index of another format stays in its own folder, untouched.</summary>
    public const int Format = 4;

    /// <summary>Where the index is.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(dataFolder, $"articles.v{Format}"));

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="IndexException">It can't be made.</exception>
    public void Make()
    {
        try
        {
            System.IO.Directory.CreateDirectory(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index folder {Path} can't be made: {e.Message} Give this user the right to write there, or name another data folder (--data DIR, KB_DATA).", e);
        }
    }

    /// <summary>Opens the folder for Lucene.</summary>
    /// <remarks>
    /// Not memory-mapped: in this version of the library, closing a mapped reader under a running search can end the process. With nothing remembered between queries a mapped index
    /// of 100,000 articles answered 1.14 times as many per second of processor time, in twice the memory.
    /// </remarks>
    public NIOFSDirectory Open() => new(Path);

    /// <summary>What is wrong with the index of the folder, or null when nothing is, or none is there. Reads the last bytes of every file: a cut or foreign one shows.</summary>
    public static string? FindDamage(Lucene.Net.Store.Directory directory) => FindDamage(directory, input => CodecUtil.RetrieveChecksum(input));

    /// <summary>What is wrong with the index of the folder, or null when nothing is, or none is there. Reads every byte of every file: a changed one shows.</summary>
    public static string? FindChange(Lucene.Net.Store.Directory directory) => FindDamage(directory, CompareWithChecksum);

    /// <summary>Removes the index, and nothing else that may lie in the folder.</summary>
    public void Clear()
    {
        foreach (string file in System.IO.Directory.EnumerateFiles(Path).Where(IsIndexFile))
            File.Delete(file);
    }

    /// <summary>True for what Lucene throws when files are not what they should be.</summary>
    public static bool IsDamage(Exception e) =>
        e is IOException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException or InvalidOperationException and not ObjectDisposedException;

    /// <summary>Names the rules by which an index is made: another name, another index.</summary>
    public static string FingerprintOf(TextAnalysis analysis, Vocabulary vocabulary)
    {
        string topics = string.Join('\n', vocabulary.Topics.Select(topic => $"{topic.Id}<{topic.Broader}").Order(StringComparer.Ordinal));
        return $"{Format}-{analysis.Fingerprint}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(topics)).AsSpan(0, 8))}";
    }

    static string? FindDamage(Lucene.Net.Store.Directory directory, Action<IndexInput> check)
    {
        try
        {
            if (!directory.ListAll().Any(file => file.StartsWith("segments", StringComparison.Ordinal)))
                return null;
            using DirectoryReader reader = DirectoryReader.Open(directory);
            foreach (string file in reader.IndexCommit.FileNames.Where(HasFooter))
            {
                using IndexInput input = directory.OpenInput(file, IOContext.READ_ONCE);
                check(input);
            }
            return null;
        }
        catch (Exception e) when (IsDamage(e))
        {
            return e.Message;
        }
    }

    // The last eight bytes are the CRC-32 of all before them. Lucene's own check does the same, a byte at a time.
    static void CompareWithChecksum(IndexInput input)
    {
        const int BlockSize = 1 << 16;
        CodecUtil.RetrieveChecksum(input);
        input.Seek(0);
        var checksum = new Crc32();
        byte[] block = new byte[BlockSize];
        for (long left = input.Length - sizeof(long); left > 0; left -= block.Length)
        {
            int count = (int)Math.Min(left, block.Length);
            input.ReadBytes(block, 0, count);
            checksum.Append(block.AsSpan(0, count));
        }
        input.ReadBytes(block, 0, sizeof(long));
        if (BinaryPrimitives.ReadInt64BigEndian(block) != checksum.GetCurrentHashAsUInt32())
            throw new CorruptIndexException($"{input} has changed since it was written.");
    }

    static bool HasFooter(string file) => !file.StartsWith("segments", StringComparison.Ordinal);

    static bool IsIndexFile(string path) => System.IO.Path.GetFileName(path) is var name && (name.StartsWith('_') || name.StartsWith("segments", StringComparison.Ordinal));
}
