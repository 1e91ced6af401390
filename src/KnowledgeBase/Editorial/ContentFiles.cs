using System.Collections.Immutable;
using System.Security.Cryptography;

namespace KnowledgeBase.Editorial;

/// <summary>The files of one content folder, each read once.</summary>
sealed class ContentFiles(string root, List<ContentProblem> problems)
{
    /// <summary>Editors' files are small; a larger one is a mistake (a picture, a dump).</summary>
    const long MaxFileBytes = 2 * 1024 * 1024;

    readonly Dictionary<string, ImmutableArray<YamlEntry>> _entries = new(StringComparer.Ordinal);

    public ImmutableArray<YamlEntry> Entries(string folder)
    {
        if (_entries.TryGetValue(folder, out ImmutableArray<YamlEntry> known))
            return known;
        ImmutableArray<YamlEntry> entries = [.. Find(folder, "*.yml").SelectMany(file => YamlFile.Read(ReadText(file), file, 0, problems))];
        return _entries[folder] = entries;
    }

    public YamlEntry? Locate(string folder, string id) => Entries(folder).FirstOrDefault(entry => entry.FindText("id") == id);

    /// <summary>Files below a folder, relative to the root, in ordinal order.</summary>
    public IEnumerable<string> Find(string folder, string pattern)
    {
        string path = Path.Combine(root, folder);
        if (!Directory.Exists(path))
            return [];
        return Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    public bool Exists(string file) => File.Exists(Path.Combine(root, file));

    /// <summary>The text of a file, or an empty one with a problem reported when it can't be read.</summary>
    public string ReadText(string file)
    {
        string path = Path.Combine(root, file);
        try
        {
            if (new FileInfo(path).Length > MaxFileBytes)
                throw new IOException($"It is larger than {MaxFileBytes / 1024 / 1024} MB.");
            byte[] bytes = File.ReadAllBytes(path);
            return new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file, 1, $"The file can't be read: {e.Message}"));
        }
        catch (System.Text.DecoderFallbackException)
        {
            problems.Add(new(file, 1, "The file is not UTF-8: save it with that encoding."));
        }
        return "";
    }

    /// <summary>The lines of a table with tabs between its columns, each with its number from 1; comments and empty lines are left out. None when the file is missing.</summary>
    public IEnumerable<(int Line, string[] Columns)> Rows(string file) => !Exists(file) ? [] : ReadText(file).Split('\n').Index()
        .Where(line => line.Item.Length > 0 && line.Item[0] != '#').Select(line => (line.Index + 1, line.Item.Split('\t')));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>One hash over every YAML and TSV file: it changes whenever an editor changes the vocabulary, a publisher or a rule.</summary>
    public string HashOfVocabulary()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Find("", "*.yml").Concat(Find("", "*.tsv")))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(file));
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(ReadText(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
