using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace KnowledgeBase.HouseRules.Tests;

/// <summary>The house as it stands: the repository's folder and the projects under <c>src</c>, found and not listed, so that a new one is ruled from its first day.</summary>
static class House
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every project under <c>src</c>.</summary>
    public static ImmutableArray<Project> Projects { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Project.Open)];

    /// <summary>Every class, record, struct, enum and interface that somebody wrote under <c>src</c>.</summary>
    public static ImmutableArray<WrittenType> Types { get; } = [.. Projects.SelectMany(project => project.Types)];

    /// <summary>The project with a name.</summary>
    public static Project Get(string name) => Projects.Single(project => project.Name == name);

    /// <summary>The files of a folder that somebody wrote: without what a build leaves there.</summary>
    /// <param name="folder">Relative to the repository: <c>src</c>, <c>tests/KnowledgeBase.Tests</c>.</param>
    public static IEnumerable<SourceFile> Files(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let file = new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'))
        where !file.Folders.Contains("bin") && !file.Folders.Contains("obj")
        select file;

    /// <summary>Fails when somebody breaks a rule, and names each one.</summary>
    /// <param name="offenders">Whoever breaks it, one line each.</param>
    /// <param name="advice">What to do instead.</param>
    public static void HasNo(IEnumerable<string> offenders, [ConstantExpected] string advice)
    {
        string[] found = [.. offenders];
        Assert.True(found.Length == 0, $"{advice}\n  {string.Join("\n  ", found)}");
    }

    static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "KnowledgeBase.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("KnowledgeBase.sln is in no folder above the tests.");
    }
}
