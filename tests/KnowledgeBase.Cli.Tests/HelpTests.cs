using System.CommandLine;

namespace KnowledgeBase.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    /// <summary>To approve a new text, copy the one that the failed test left beside the approved one.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("crawl")]
    [InlineData("read")]
    [InlineData("index")]
    [InlineData("run")]
    [InlineData("search")]
    [InlineData("check")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("sources")]
    [InlineData("people")]
    [InlineData("families")]
    [InlineData("families accept")]
    [InlineData("families reject")]
    [InlineData("history")]
    [InlineData("robots")]
    [InlineData("publisher")]
    [InlineData("publisher discover")]
    [InlineData("dictionary")]
    [InlineData("dictionary import")]
    [InlineData("dictionary fetch")]
    [InlineData("dictionary list")]
    [InlineData("dictionary remove")]
    public async Task The_help_of_each_command_is_the_approved_one(string command)
    {
        string approved = Path.Combine(Workplace.RepositoryFolder(), "tests", "KnowledgeBase.Cli.Tests", "Approved", $"kb {command}".TrimEnd().Replace(' ', '-') + ".txt");
        string received = Path.ChangeExtension(approved, ".received.txt");

        Outcome help = await _place.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        // A program is called in its help as its file is, and here that is the tests'.
        string text = help.Output.Replace(RootCommand.ExecutableName, "kb", StringComparison.Ordinal).TrimEnd() + "\n";
        bool isApproved = File.Exists(approved) && text == File.ReadAllText(approved);
        if (isApproved)
            File.Delete(received);
        else
            File.WriteAllText(received, text);
        Assert.True(isApproved, $"kb {command} --help is another than {approved}; see {received}.\n{text}");
    }

    [Fact]
    public async Task A_word_that_is_no_command_is_an_error()
    {
        Outcome outcome = await _place.RunAsync("crwal");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("crwal", outcome.Error, StringComparison.Ordinal);
    }
}
