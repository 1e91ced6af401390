using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Search.Translation;

/// <summary>A dictionary as it is kept: words, their English glosses as stems, and which goes with which, in both directions.</summary>
sealed class DictionaryFile
{
    /// <summary>Rises when the form of the file changes; files of another form must be imported again.</summary>
    const int Format = 3;

    // At the end of the file stands the hash of everything before it: a cut or changed file shows.
    const int HashBytes = 32;

    readonly Lazy<Kin> _kin;

    DictionaryFile(DictionaryNotice about, long bytes, BinaryCursor cursor)
    {
        (About, Bytes) = (about, bytes);
        Words = new(cursor.Next(), cursor.Next());
        Glosses = new(cursor.Next(), cursor.Next());
        GlossesOf = new(cursor.Next(), cursor.Next(), cursor.Next());
        WordsOf = new(cursor.Next(), cursor.Next(), cursor.Next());
        WordsOfPart = new(cursor.Next(), cursor.Next(), cursor.Next());
        WrittenWords = new(cursor.Next(), cursor.Next());
        WrittenGlosses = new(cursor.Next(), cursor.Next());
        _kin = new(() => new Kin(Glosses));
    }

    /// <summary>What it is.</summary>
    public DictionaryNotice About { get; }

    /// <summary>The memory it takes.</summary>
    public long Bytes { get; }

    /// <summary>Its words, folded.</summary>
    public StringTable Words { get; }

    /// <summary>Its glosses, as stems with blanks between them.</summary>
    public StringTable Glosses { get; }

    /// <summary>From words to glosses.</summary>
    public Links GlossesOf { get; }

    /// <summary>From glosses to words.</summary>
    public Links WordsOf { get; }

    /// <summary>From one word to the words that a longer gloss with it explains.</summary>
    public Links WordsOfPart { get; }

    /// <summary>Which of its glosses of one word are of one origin; made when it is first asked for.</summary>
    public Kin Kin => _kin.Value;

    // As they were published, where that differs from the form in which they are compared; of names nothing is kept.
    StringTable WrittenWords { get; }

    StringTable WrittenGlosses { get; }

    /// <summary>A word as it was published.</summary>
    public string WrittenWord(int number) => WrittenWords.Count > number && WrittenWords[number] is { Length: > 0 } written ? written : Words[number];

    /// <summary>A gloss as it was published.</summary>
    public string WrittenGloss(int number) => WrittenGlosses.Count > number && WrittenGlosses[number] is { Length: > 0 } written ? written : Glosses[number];

    /// <summary>Reads a file; null when it is damaged or of another form.</summary>
    public static DictionaryFile? Find(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length <= HashBytes || !SHA256.HashData(bytes.AsSpan(0, bytes.Length - HashBytes)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - HashBytes)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return FindAbout(reader) is { } about ? new(about, bytes.Length, new BinaryCursor(bytes, (int)reader.BaseStream.Position)) : null;
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Write(string path, DictionaryNotice about, Action<BinaryWriter> writeTables)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            writer.Write(JsonSerializer.Serialize(about));
            writeTables(writer);
        }
        string unfinished = path + ".unfinished";
        using (FileStream stream = File.Create(unfinished))
        {
            stream.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
            stream.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
            stream.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    static DictionaryNotice? FindAbout(BinaryReader reader) => reader.ReadInt32() == Format ? JsonSerializer.Deserialize<DictionaryNotice>(reader.ReadString()) : null;

    sealed class BinaryCursor(byte[] bytes, int at)
    {
        int _at = at;

        public ReadOnlyMemory<byte> Next()
        {
            int length = BitConverter.ToInt32(bytes, _at);
            var piece = new ReadOnlyMemory<byte>(bytes, _at + 4, length);
            _at += 4 + length;
            return piece;
        }
    }
}
