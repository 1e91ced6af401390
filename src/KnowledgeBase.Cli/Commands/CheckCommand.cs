using System.CommandLine;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb check</c>: every mistake in the editors' files at once.</summary>
sealed class CheckCommand(Desk desk, GlobalOptions options)
{
    public Command Describe()
    {
        var command = new Command("check", "Check the editors' files and list every mistake as file:line: message; exit code 1 when there is one.");
        command.SetAction(parsed => Check(options.Open(desk, parsed).Folders.Content));
        return command;
    }

    int Check(string folder)
    {
        ContentFolder content = ContentFolder.Read(folder);
        foreach (ContentProblem problem in content.Problems)
            desk.Output.WriteLine($"{PathOf(folder, problem.File)}:{problem.Line}: {problem.Message}");
        if (content.Problems.IsEmpty)
        {
            desk.Output.WriteLine($"{folder}: {Summary(content)}: no mistakes");
            return 0;
        }
        int files = content.Problems.Select(problem => problem.File).Distinct(StringComparer.Ordinal).Count();
        desk.Remark($"{Count.Of(content.Problems.Length, "mistake")} in {Count.Of(files, "file")}");
        return 1;
    }

    /// <summary>A path that an editor or terminal opens from the present folder.</summary>
    static string PathOf(string folder, string file)
    {
        string full = Path.GetFullPath(Path.Combine(folder, file));
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    static string Summary(ContentFolder content)
    {
        Vocabulary vocabulary = content.Vocabulary;
        int stories = content.Briefs.Select(brief => brief.Family).Distinct(StringComparer.Ordinal).Count();
        return string.Join(
            ", ",
            $"{Count.Of(content.Briefs.Length, "article")} on {Count.Of(stories, "story", "stories")}",
            Count.Of(vocabulary.Topics.Length, "topic"),
            Count.Of(vocabulary.Cities.Length, "city", "cities"),
            Count.Of(vocabulary.Organizations.Length, "organisation"),
            Count.Of(vocabulary.People.Length, "person", "people"),
            Count.Of(vocabulary.Glossary.Length, "term"),
            Count.Of(content.Publishers.Length, "publisher"),
            $"rules of {Count.Of(content.Languages.Length, "language")}");
    }
}
