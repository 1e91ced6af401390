using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Translation;

namespace KnowledgeBase.Search;

/// <summary>The general dictionaries of a data folder, for searching across languages. An index knows those that are there when it is opened.</summary>
/// <param name="dataFolder">The data folder; dictionaries are in its subfolder <c>dictionaries</c>.</param>
/// <param name="content">Where the forms of Han characters come from.</param>
public sealed class DictionaryFolder(string dataFolder, ContentFolder content)
{
    const string Ending = ".kbd";

    readonly TextAnalysis _analysis = new(content.HanVariants);

    /// <summary>Where the dictionaries are.</summary>
    public string Path { get; } = PathIn(dataFolder);

    /// <summary>Every dictionary that is there. A damaged one, or one that was imported with other forms of Han characters, is a problem: searches do without it.</summary>
    public DictionaryList List()
    {
        (ImmutableArray<DictionaryFile> files, ImmutableArray<string> problems) = Read();
        return new([.. files.Select(file => file.About)], problems, files.Sum(file => file.Bytes));
    }

    /// <summary>Imports a dictionary as it is published: CC-CEDICT, EDICT2 or ENAMDICT, gzipped or not, in UTF-8 or EUC-JP. It replaces the one of the same kind, whole or not at all.</summary>
    /// <param name="file">The file; which dictionary it is shows from its lines.</param>
    /// <param name="time">Tells when it was imported.</param>
    /// <param name="cancel">Stops; what was there before stays.</param>
    /// <exception cref="InvalidDataException">The file is none of these dictionaries, too large, or its compression is damaged; the message says so.</exception>
    public DictionaryImport Import(string file, TimeProvider time, CancellationToken cancel)
    {
        PublishedDictionary published = PublishedDictionary.Read(file);
        var builder = new DictionaryBuilder(_analysis, keepsWriting: published.Kind != DictionaryKind.Enamdict);
        foreach (DictionaryEntry entry in published.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            builder.Add(entry);
        }
        var about = new DictionaryNotice(published.Kind, published.Entries.Length, builder.Words, published.Version, time.GetUtcNow(), _analysis.Fingerprint);
        Directory.CreateDirectory(Path);
        DictionaryFile.Write(FileOf(published.Kind), about, builder.Write);
        return new(about, published.BrokenLines);
    }

    /// <summary>Removes a dictionary. True when it was there.</summary>
    public bool Remove(DictionaryKind kind)
    {
        bool isThere = File.Exists(FileOf(kind));
        if (isThere)
            File.Delete(FileOf(kind));
        return isThere;
    }

    /// <summary>Changes when a dictionary of a data folder is imported or removed.</summary>
    public static string StampOf(string dataFolder) =>
        string.Join('\n', Files(PathIn(dataFolder)).Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")));

    internal (ImmutableArray<DictionaryFile> Files, ImmutableArray<string> Problems) Read()
    {
        var files = ImmutableArray.CreateBuilder<DictionaryFile>();
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (FileInfo place in Files(Path))
        {
            DictionaryFile? file = DictionaryFile.Find(place.FullName);
            if (file is not null && file.About.Analysis == _analysis.Fingerprint)
                files.Add(file);
            else
                problems.Add(ProblemOf(place.FullName, file));
        }
        return ([.. files.OrderBy(file => file.About.Kind)], problems.ToImmutable());
    }

    static string ProblemOf(string path, DictionaryFile? file) =>
        $"The dictionary {path} {(file is null ? "is damaged or of another version of this program" : "was imported with other forms of Han characters")}; searches do without it. Import it again: kb dictionary import FILE.";

    static string PathIn(string dataFolder) => System.IO.Path.GetFullPath(System.IO.Path.Combine(dataFolder, "dictionaries"));

    string FileOf(DictionaryKind kind) => System.IO.Path.Combine(Path, kind.ToString().ToLowerInvariant() + Ending);

    static IEnumerable<FileInfo> Files(string folder) => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*" + Ending).OrderBy(file => file.Name, StringComparer.Ordinal) : [];
}
