using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Tests.Warc;

/// <summary>Reads a packed web archive by the words of ISO 28500:2017 and RFC 1952, sharing no line with the code that wrote it, and lists what it breaks.</summary>
static partial class IsoCheck
{
    static readonly string[] Types = ["warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"];

    public static IReadOnlyList<string> FindMistakes(byte[] file)
    {
        List<string> mistakes = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        int[] starts = [.. MembersOf(file), file.Length];
        if (starts[0] != 0)
            mistakes.Add("The file does not begin with a packed record.");
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            byte[]? record = Unpack(file.AsSpan(starts[i], starts[i + 1] - starts[i]));
            if (record is null)
                mistakes.Add($"Record {i + 1} is no gzip member of its own (annex D).");
            else
                mistakes.AddRange(CheckRecord(record, ids, isFirst: i == 0).Select(mistake => $"Record {i + 1}: {mistake}"));
        }
        return mistakes;
    }

    /// <summary>Where the gzip members begin that hold exactly what lies up to the next one.</summary>
    public static IEnumerable<int> MembersOf(byte[] file)
    {
        int start = 0;
        yield return start;
        for (int i = 1; i + 3 < file.Length; i++)
        {
            bool isMagic = file[i] == 0x1F && file[i + 1] == 0x8B && file[i + 2] == 8 && (file[i + 3] & 0xE0) == 0;
            if (isMagic && Unpack(file.AsSpan(start, i - start)) is not null)
                yield return start = i;
        }
    }

    /// <summary>What one member holds; null when it is damaged, or something follows it.</summary>
    public static byte[]? Unpack(ReadOnlySpan<byte> member)
    {
        // Our writer uses no optional field, and annex D asks for none: ten bytes of head, eight of trailer.
        if (member.Length < 18 || member[3] != 0)
            return null;
        using var whole = new MemoryStream();
        try
        {
            using var body = new DeflateStream(new MemoryStream(member[10..^8].ToArray()), CompressionMode.Decompress);
            body.CopyTo(whole);
        }
        catch (InvalidDataException)
        {
            return null;
        }
        byte[] bytes = whole.ToArray();
        return BitConverter.ToUInt32(member[^8..^4]) == Crc(bytes) && BitConverter.ToUInt32(member[^4..]) == (uint)bytes.Length ? bytes : null;
    }

    static IEnumerable<string> CheckRecord(byte[] record, HashSet<string> ids, bool isFirst)
    {
        int end = record.AsSpan().IndexOf("\r\n\r\n"u8);
        string[] lines = end < 0 ? [""] : Encoding.UTF8.GetString(record, 0, end).Split("\r\n");
        if (lines[0] != "WARC/1.1")
        {
            yield return "the version line is not WARC/1.1";
            yield break;
        }
        foreach (string line in lines.Skip(1).Where(line => !NamedField().IsMatch(line)))
            yield return $"'{line}' is no named field (section 4)";
        ILookup<string, string> fields = lines.Skip(1).Where(line => line.Contains(':', StringComparison.Ordinal))
            .ToLookup(line => line[..line.IndexOf(':', StringComparison.Ordinal)], line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);
        string? FieldOf(string name) => fields[name].SingleOrDefault();
        foreach (string name in fields.Where(field => field.Count() > 1 && field.Key != "WARC-Concurrent-To").Select(field => field.Key))
            yield return $"{name} is repeated (section 4)";

        byte[] block = record[(end + 4)..^4];
        string type = FieldOf("WARC-Type") ?? "";
        if (!record.AsSpan().EndsWith("\r\n\r\n"u8) || FieldOf("Content-Length") != block.Length.ToString(CultureInfo.InvariantCulture))
            yield return "the block is not as long as said, or two empty lines do not end it (section 5.3)";
        if (!Types.Contains(type))
            yield return $"'{type}' is no type of a record (section 5.5)";
        if (isFirst != (type == "warcinfo"))
            yield return "a warcinfo stands first and nowhere else in our files (section 6.2)";
        if (FieldOf("WARC-Record-ID") is not { } id || !RecordId().IsMatch(id) || !ids.Add(id))
            yield return "the id is missing, no URI in angle brackets, or used twice (section 5.2)";
        if (FieldOf("WARC-Date") is not { } date || !Date().IsMatch(date))
            yield return "the date is missing or not written as the profile of ISO 8601 asks (section 5.4)";
        if (string.IsNullOrEmpty(FieldOf("Content-Type")))
            yield return "the content type is missing (section 5.6)";
        bool isAbout = type is "response" or "metadata";
        if (isAbout != (FieldOf("WARC-Target-URI") is { } target && Uri.TryCreate(target, UriKind.Absolute, out _)))
            yield return "the target URI is missing, bracketed, or where it must not be (section 5.14)";
        foreach (string other in fields["WARC-Concurrent-To"].Where(other => type == "warcinfo" || !ids.Contains(other)))
            yield return $"it is concurrent to {other}, which no record before it is (section 5.7)";
        if (!IsDigest(FieldOf("WARC-Block-Digest"), block))
            yield return "the block digest is missing or wrong (section 5.8)";
        if (type == "response")
        {
            int head = block.AsSpan().IndexOf("\r\n\r\n"u8);
            if (head < 0 || !StatusLine().IsMatch(Encoding.Latin1.GetString(block, 0, Math.Max(0, head)).Split("\r\n")[0]))
                yield return "the block is no HTTP response (section 6.3.2)";
            else if (!IsDigest(FieldOf("WARC-Payload-Digest"), block[(head + 4)..]))
                yield return "the payload digest is missing or wrong (section 5.9)";
        }
    }

    static bool IsDigest(string? field, byte[] bytes) =>
        field is not null && field.StartsWith("sha256:", StringComparison.Ordinal) && FromBase32(field[7..]).AsSpan().SequenceEqual(SHA256.HashData(bytes));

    static byte[] FromBase32(string text)
    {
        string bits = string.Concat(text.TrimEnd('=').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal) & 31, 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }

    static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }

    // A token, a colon, and a value without control characters.
    [GeneratedRegex(@"^[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[^\p{Cc}]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedField();

    [GeneratedRegex(@"^<[a-z][a-z0-9+.\-]*:\S+>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RecordId();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^HTTP/\d\.\d \d{3} ", RegexOptions.CultureInvariant)]
    private static partial Regex StatusLine();
}
