using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Syndication;

/// <summary>Compares an output with the file that somebody looked at and approved.</summary>
static class Approved
{
    /// <summary>Writes the files anew instead of comparing, when set to 1.</summary>
    public const string Switch = "KB_UPDATE_APPROVED";

    public static void Check(string file, string actual)
    {
        string path = Path.Combine(Repository.Tests, "Syndication", "Approved", file);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.Equal(File.ReadAllText(path).TrimEnd(), actual.TrimEnd());
    }
}
