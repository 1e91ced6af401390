using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Tests;

/// <summary>The repository these tests were built in.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static ContentFolder Content { get; } = ContentFolder.Read(Path.Combine(Root, "content"));

    static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "KnowledgeBase.sln")) ? folder
        : FindRoot(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("KnowledgeBase.sln is in no folder above the tests."));
}
