using System.CommandLine;
using System.Text;
using KnowledgeBase.Cli.Commands;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli;

/// <summary>The operator's command line.</summary>
static class Program
{
    /// <summary>What shells expect of a program that Ctrl-C ended: 128 and the number of SIGINT.</summary>
    const int Interrupted = 130;

    static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        using var interruption = new Interruption();
        return await RunAsync(args, new Desk(Console.OpenStandardInput(), Console.Out, Console.Error, TimeProvider.System), interruption.Token);
    }

    static RootCommand Describe(Desk desk)
    {
        var options = new GlobalOptions();
        var root = new RootCommand("Crawls, reads, indexes and searches a knowledge base on China–Japan economic ties.")
        {
            new CrawlCommand(desk, options).Describe(),
            new ReadCommand(desk, options).Describe(),
            new IndexCommand(desk, options).Describe(),
            new RunCommand(desk, options).Describe(),
            new SearchCommand(desk, options).Describe(),
            new DictionaryCommand(desk, options).Describe(),
            new CheckCommand(desk, options).Describe(),
            new ImportCommand(desk, options).Describe(),
            new ExportCommand(desk, options).Describe(),
            new SourcesCommand(desk, options).Describe(),
            new PeopleCommand(desk, options).Describe(),
            new FamiliesCommand(desk, options).Describe(),
            new HistoryCommand(desk, options).Describe(),
            new RobotsCommand(desk, options).Describe(),
            new PublisherCommand(desk, options).Describe(),
        };
        foreach (Option option in options.All)
            root.Add(option);
        return root;
    }

    /// <summary>Runs a command line. Whatever goes wrong becomes one message and an exit code.</summary>
    internal static async Task<int> RunAsync(IReadOnlyList<string> args, Desk desk, CancellationToken cancel)
    {
        var invocation = new InvocationConfiguration
        {
            Output = desk.Output,
            Error = desk.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await Describe(desk).Parse(args).InvokeAsync(invocation, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            desk.Remark("kb: stopped. What was done is kept; the same command goes on from there.");
            return Interrupted;
        }
        catch (Exception e) when (e is MistakeException or LedgerException or IndexException or IOException or UnauthorizedAccessException)
        {
            desk.Remark($"kb: {e.Message}");
            return 1;
        }
        catch (Exception e)
        {
            desk.Remark(args.Contains("--verbose") ? $"kb: {e}" : $"kb: {e.GetType().Name}: {e.Message} This is a mistake of the program; --verbose tells where.");
            return 1;
        }
    }
}
