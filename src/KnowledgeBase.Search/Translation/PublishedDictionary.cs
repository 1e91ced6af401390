using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace KnowledgeBase.Search.Translation;

/// <summary>A dictionary as it is published.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Version">What it says of itself; null when nothing.</param>
/// <param name="Entries">Its entries.</param>
/// <param name="BrokenLines">The numbers of lines that are neither entry nor remark.</param>
sealed record PublishedDictionary(DictionaryKind Kind, string? Version, ImmutableArray<DictionaryEntry> Entries, ImmutableArray<int> BrokenLines)
{
    // Ten times what the largest of them has in 2025.
    const int MaxBytes = 500_000_000;

    // Enough entries to tell which dictionary it is.
    const int SampleLines = 50;

    // More unreadable characters than one in so many bytes: the file is in another encoding, not damaged here and there.
    const int BytesPerUnreadable = 1000;

    const char Unreadable = '\uFFFD';

    // What EDICT's first line, about itself, begins with.
    const char HeadMark = '\u3000';

    /// <summary>Reads a file: gzipped or not, in UTF-8 or EUC-JP, with any line ends.</summary>
    /// <exception cref="InvalidDataException">It is none of the dictionaries, or can't be unpacked.</exception>
    public static PublishedDictionary Read(string file)
    {
        string[] lines = Decode(Unpack(file)).TrimStart('\uFEFF').Split('\n');
        DictionaryKind kind = FindKind(lines) ?? throw new InvalidDataException(
            $"{file} is none of the dictionaries that can be imported: CC-CEDICT (cedict_ts.u8), EDICT2 (edict2) or ENAMDICT (enamdict), as published, gzipped or not.");
        var entries = ImmutableArray.CreateBuilder<DictionaryEntry>(lines.Length);
        var broken = ImmutableArray.CreateBuilder<int>();
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (IsRemark(line))
                continue;
            if (!line.Contains(Unreadable) && FindEntry(kind, line) is { } entry)
                entries.Add(entry);
            else
                broken.Add(i + 1);
        }
        return new(kind, FindVersion(lines), entries.ToImmutable(), broken.ToImmutable());
    }

    static bool IsRemark(string line) => string.IsNullOrWhiteSpace(line) || line[0] is '#' or HeadMark;

    static DictionaryEntry? FindEntry(DictionaryKind kind, string line) => kind switch
    {
        DictionaryKind.Cedict => CedictLines.Find(line),
        DictionaryKind.Edict => EdictLines.FindWord(line),
        _ => EdictLines.FindName(line),
    };

    static ReadOnlySpan<byte> Unpack(string file)
    {
        using FileStream stream = File.OpenRead(file);
        bool isPacked = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        using Stream whole = isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var bytes = new MemoryStream();
        byte[] piece = new byte[1 << 16];
        for (int read = whole.Read(piece); read > 0; read = whole.Read(piece))
        {
            bytes.Write(piece, 0, read);
            if (bytes.Length > MaxBytes)
                throw new InvalidDataException($"{file} is larger than any of the dictionaries that can be imported.");
        }
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
    }

    static string Decode(ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        return text.AsSpan().Count(Unreadable) <= bytes.Length / BytesPerUnreadable ? text : CodePagesEncodingProvider.Instance.GetEncoding("EUC-JP")!.GetString(bytes);
    }

    // By its first entries: pinyin in brackets, a number of EDICT2, or kinds of names.
    static DictionaryKind? FindKind(string[] lines)
    {
        List<string> sample = [.. lines.Where(line => !IsRemark(line)).Take(SampleLines)];
        if (sample.Count == 0)
            return null;
        if (IsMost(line => CedictLines.Find(line) is not null))
            return DictionaryKind.Cedict;
        if (IsMost(line => line.Contains("/EntL", StringComparison.Ordinal)))
            return DictionaryKind.Edict;
        return IsMost(line => EdictLines.FindName(line) is not null) ? DictionaryKind.Enamdict : null;

        bool IsMost(Func<string, bool> isSuch) => sample.Count(isSuch) * 2 > sample.Count;
    }

    static string? FindVersion(string[] lines)
    {
        const string Date = "#! date=";
        if (lines.Take(SampleLines).FirstOrDefault(line => line.StartsWith(Date, StringComparison.Ordinal)) is { } dated)
            return dated[Date.Length..].TrimEnd();
        return lines.FirstOrDefault(line => line.StartsWith(HeadMark))?.Split('/') is [_, var about, ..] ? about : null;
    }
}
