namespace KnowledgeBase.HouseRules.Tests;

/// <summary>A file of the repository.</summary>
/// <param name="Path">Relative to the repository, with slashes.</param>
sealed record SourceFile(string Path)
{
    static readonly string[] TextExtensions = [".cs", ".cshtml", ".csproj", ".css", ".js", ".json", ".yml", ".md", ".sql"];

    /// <summary>The folders it stands in, outermost first.</summary>
    public string[] Folders => Path.Split('/')[..^1];

    /// <summary>True for C#.</summary>
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>True for what a person reads and writes, false for pictures and fonts.</summary>
    public bool IsText => TextExtensions.Contains(System.IO.Path.GetExtension(Path));

    /// <summary>Its lines.</summary>
    public string[] Lines() => File.ReadAllLines(System.IO.Path.Combine(House.Root, Path));
}
