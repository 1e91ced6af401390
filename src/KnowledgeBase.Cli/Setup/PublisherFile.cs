using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Cli.Setup;

/// <summary>The file of a publisher that is to be written under <c>content/publishers</c>.</summary>
sealed partial class PublisherFile
{
    readonly ContentFolder _content;

    /// <exception cref="MistakeException">The id can't be one.</exception>
    public PublisherFile(ContentFolder content, string id)
    {
        if (!Pattern().IsMatch(id))
            throw new MistakeException($"'{id}' can't be an id: it takes small letters, digits and hyphens and begins with a letter or digit. Name another with --id ID.");
        (_content, Id, Path) = (content, id, System.IO.Path.Combine(content.Path, "publishers", id + ".yml"));
    }

    public string Id { get; }

    public string Path { get; }

    /// <summary>An id after a host: <c>www.asahi.com</c> is asahi, <c>www.boj.or.jp</c> boj.</summary>
    public static string IdOf(Uri home)
    {
        string[] labels = home.HostNameType == UriHostNameType.Dns ? home.IdnHost.ToLowerInvariant().Split('.', StringSplitOptions.RemoveEmptyEntries) : [];
        // The last label that is neither a country or sort of organisation nor the machine: what people call the site.
        string? name = labels.SkipLast(1).LastOrDefault(label => !Registry().IsMatch(label)) ?? labels.FirstOrDefault();
        return name ?? NotPlain().Replace(home.Authority, "-").Trim('-');
    }

    /// <summary>Makes sure that no work of an editor is lost or doubled.</summary>
    /// <exception cref="MistakeException">The file is there, or another file has a publisher of this id.</exception>
    public void RequireFree(bool isForced)
    {
        if (File.Exists(Path) && !isForced)
            throw new MistakeException($"{Path} is there already. Look at it; write over it with --force, or choose another name with --id ID.");
        if (!File.Exists(Path) && _content.FindPublisher(Id) is not null)
            throw new MistakeException($"Another file under {System.IO.Path.GetDirectoryName(Path)} already has the publisher '{Id}'. Choose another name with --id ID.");
    }

    /// <summary>Writes the file, and makes sure that editors' files with it have no mistake more.</summary>
    /// <exception cref="MistakeException">It would have a mistake; what was there before is there again.</exception>
    public void Write(string yaml)
    {
        string? before = File.Exists(Path) ? File.ReadAllText(Path) : null;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, yaml, new UTF8Encoding(false));
        ImmutableArray<ContentProblem> mistakes = [.. ContentFolder.Read(_content.Path).Problems.Except(_content.Problems)];
        if (mistakes.IsEmpty)
            return;
        if (before is null)
            File.Delete(Path);
        else
            File.WriteAllText(Path, before, new UTF8Encoding(false));
        throw new MistakeException($"What was found can't be written as a publisher: {mistakes[0].Message} Write it by hand: content/README.md describes the file.");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("^(co|com|or|org|go|gov|gob|ac|edu|ne|net|ed|lg|gr|ad|idv)$", RegexOptions.CultureInvariant)]
    private static partial Regex Registry();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotPlain();
}
