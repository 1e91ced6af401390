using KnowledgeBase.Cli.Stages;
using Spectre.Console;

namespace KnowledgeBase.Cli.Tests.Stages;

public class ProgressBarTests
{
    [Fact]
    public async Task A_terminal_sees_how_much_is_done_of_how_much()
    {
        using var screen = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(screen), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes });

        await new Progress(console, TimeProvider.System).StartAsync(bars =>
        {
            new ProgressBar("index", bars).Report(new(1200, 2400, "[https://example.org/a/very/long/address/that/goes/on/and/on]"));
            return Task.CompletedTask;
        });

        Assert.Contains("index 1,200 of 2,400 …", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("50%", screen.ToString(), StringComparison.Ordinal);
    }
}
