namespace KnowledgeBase.Web.Tests.Sites;

/// <summary>The repository these tests were built in.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Content { get; } = Path.Combine(Root, "content");

    /// <summary>The site's sources.</summary>
    public static string Web { get; } = Path.Combine(Root, "src", "KnowledgeBase.Web");

    /// <summary>These tests' sources.</summary>
    public static string Tests { get; } = Path.Combine(Root, "tests", "KnowledgeBase.Web.Tests");

    static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "KnowledgeBase.sln")) ? folder
        : FindRoot(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("KnowledgeBase.sln is in no folder above the tests."));
}
