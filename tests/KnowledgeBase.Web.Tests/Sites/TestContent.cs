namespace KnowledgeBase.Web.Tests.Sites;

/// <summary>A content folder of a test's own: the repository's vocabulary and language rules, but its own publishers and briefs.</summary>
public sealed class TestContent : IDisposable
{
    static readonly string[] Shared = ["topics", "cities", "people", "organizations", "glossary", "languages"];

    public TestContent()
    {
        foreach (string file in Shared.SelectMany(room => Directory.GetFiles(System.IO.Path.Combine(Repository.Content, room), "*", SearchOption.AllDirectories)))
        {
            string copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Write("publishers/editors.yml", File.ReadAllText(System.IO.Path.Combine(Repository.Content, "publishers", "editors.yml")));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("kb-content-").FullName;

    public void Write(string file, string text)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
