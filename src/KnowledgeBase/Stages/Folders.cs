namespace KnowledgeBase.Stages;

/// <summary>Where a knowledge base lives: what programs write and what editors write.</summary>
/// <param name="Data">The folder of the ledger and the indexes.</param>
/// <param name="Content">The folder of the editors' files.</param>
public sealed record Folders(string Data, string Content)
{
    /// <summary>The environment variable that names <see cref="Data"/>.</summary>
    public const string DataVariable = "KB_DATA";

    /// <summary>The environment variable that names <see cref="Content"/>.</summary>
    public const string ContentVariable = "KB_CONTENT";

    /// <summary>The SQLite ledger of the data folder.</summary>
    public string LedgerFile => Path.Combine(Data, "knowledge.db");

    /// <summary>Finds the folders: those asked for, else those of the environment, else <c>indexes</c> and <c>content</c> of the repository the program runs in, else of the present folder.</summary>
    /// <param name="data">The data folder asked for; null or empty for none.</param>
    /// <param name="content">The content folder asked for; null or empty for none.</param>
    public static Folders Find(string? data, string? content)
    {
        string home = FindRepository(Directory.GetCurrentDirectory()) ?? FindRepository(AppContext.BaseDirectory) ?? Directory.GetCurrentDirectory();
        return new(
            Choose(data, DataVariable, Path.Combine(home, "indexes")),
            Choose(content, ContentVariable, Path.Combine(home, "content")));
    }

    static string Choose(string? asked, string variable, string otherwise) =>
        Path.GetFullPath(new[] { asked, Environment.GetEnvironmentVariable(variable) }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? otherwise);

    static string? FindRepository(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KnowledgeBase.sln")))
                return folder.FullName;
        }
        return null;
    }
}
