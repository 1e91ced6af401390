using Spectre.Console;
using Spectre.Console.Rendering;

namespace KnowledgeBase.Cli.Setup;

/// <summary>What a command works with: where it reads, where results go, where remarks go, and the clock.</summary>
/// <remarks>Results go to <see cref="Output"/>, so that they can be piped; progress, warnings and errors go to <see cref="Error"/>.</remarks>
sealed class Desk
{
    /// <summary>Wide enough that a file or pipe gets every line whole.</summary>
    const int UnboundWidth = 100_000;

    /// <summary>Four times a second looks alive and costs nothing.</summary>
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    volatile bool _isShowingBars;

    public Desk(Stream input, TextWriter output, TextWriter error, TimeProvider time)
    {
        (Input, Output, Error, Time) = (input, TextWriter.Synchronized(output), TextWriter.Synchronized(error), time);
        (OutputConsole, ErrorConsole) = (ConsoleOf(Output), ConsoleOf(Error));
    }

    public Stream Input { get; }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public TimeProvider Time { get; }

    public IAnsiConsole OutputConsole { get; }

    public IAnsiConsole ErrorConsole { get; }

    /// <summary>Writes a line for the operator; while bars are shown it appears above them.</summary>
    public void Remark(string line)
    {
        if (_isShowingBars)
            ErrorConsole.WriteLine(line);
        else
            Error.WriteLine(line);
    }

    /// <summary>Shows bars in the terminal while something is done.</summary>
    public async Task<T> ShowBarsAsync<T>(Func<ProgressContext, Task<T>> work)
    {
        _isShowingBars = true;
        try
        {
            return await new Progress(ErrorConsole, Time).AutoClear(true).StartAsync(work);
        }
        finally
        {
            _isShowingBars = false;
        }
    }

    /// <summary>Shows in the terminal how something goes on while it is done, and takes it away at the end.</summary>
    public async Task<T> ShowLiveAsync<T>(Func<IRenderable> look, Func<Task<T>> work)
    {
        _isShowingBars = true;
        try
        {
            return await ErrorConsole.Live(look()).AutoClear(true).StartAsync(async live =>
            {
                Task<T> working = Task.Run(work);
                while (!working.IsCompleted)
                {
                    live.UpdateTarget(look());
                    await Task.WhenAny(working, Task.Delay(LookAgain, Time, CancellationToken.None));
                }
                return await working;
            });
        }
        finally
        {
            _isShowingBars = false;
        }
    }

    static IAnsiConsole ConsoleOf(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = output.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = output.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!output.IsTerminal)
            console.Profile.Width = UnboundWidth;
        return console;
    }
}
