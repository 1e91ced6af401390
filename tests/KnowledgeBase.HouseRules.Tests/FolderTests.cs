using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace KnowledgeBase.HouseRules.Tests;

public partial class FolderTests
{
    // The rooms of the house, and what tools look for at the top: the SDK, NuGet, Git, editors, the analyzers' list of banned symbols.
    static readonly string[] TopLevel =
    [
        "src", "tests", "content", "indexes",
        "KnowledgeBase.sln", "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt",
        ".editorconfig", ".gitattributes", ".gitignore", ".ci", ".git",
        "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
    ];

    [Fact]
    public void The_top_level_holds_the_rooms_and_what_tools_look_for_there()
    {
        string[] ignored = [.. File.ReadAllLines(Path.Combine(House.Root, ".gitignore")).Select(line => line.TrimEnd('/')).Where(line => line.Length > 0)];
        House.HasNo(
            from path in Directory.GetFileSystemEntries(House.Root)
            let name = Path.GetFileName(path)
            where !TopLevel.Contains(name) && !ignored.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))
            select name,
            "Find it a room: src and tests for developers, content for editors, indexes for programs.");
    }

    [Fact]
    public void Inside_a_project_folders_are_one_deep() =>
        House.HasNo(
            House.Files("src").Where(file => file.Folders.Length > 3 && !MayNest(file)).Select(file => file.Path),
            "Two levels hide what is in them: src/Project/Folder/File.cs.");

    [Fact]
    public void A_namespace_equals_its_folder() =>
        House.HasNo(
            from file in House.Files("src").Concat(House.Files("tests"))
            where file.IsCode
            let expected = string.Join('.', file.Folders[1..])
            from line in file.Lines()
            let match = Namespace().Match(line)
            where match.Success && match.Groups[1].Value != expected
            select $"{file.Path}: {match.Groups[1].Value}, should be {expected}",
            "Whoever reads a using line finds the folder.");

    [Fact]
    public void Code_stands_in_a_namespace() =>
        House.HasNo(
            House.Files("src").Where(file => file.IsCode && !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && !file.Lines().Any(line => Namespace().IsMatch(line)))
                .Select(file => file.Path),
            "Only a program's first lines need none.");

    // Razor looks for its shared parts in Pages/Shared; addresses of what a browser loads may have as many parts as they need.
    static bool MayNest(SourceFile file) => file.Folders[2] == "wwwroot" || file.Folders is [_, _, "Pages", "Shared"];

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)\s*[;{]?")]
    private static partial Regex Namespace();
}
