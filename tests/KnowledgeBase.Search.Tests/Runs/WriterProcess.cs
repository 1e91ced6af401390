using System.Diagnostics;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Search.Tests.Runs;

/// <summary>Saves and indexes articles in a process of its own, without end, so that it can be killed.</summary>
static class WriterProcess
{
    /// <summary>Starts one on a data folder. It prints a line when it has indexed the first changes.</summary>
    public static Process Start(string folder)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            [typeof(WriterProcess).Assembly.Location, "write", folder])
        {
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    /// <summary>Changes articles as fast as the ledger takes them, while others index what changed, until it is killed.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        await using Ledger ledger = await Ledger.OpenFolderAsync(folder, CancellationToken.None);
        var articles = new ArticleStore(ledger);
        using ArticleIndex index = ArticleIndex.OpenForWriting(folder, Examples.Content);
        Task changing = ChangeAsync(articles);
        bool isTold = false;
        while (!changing.IsCompleted)
        {
            int done = (await index.UpdateAsync(articles, TimeProvider.System, null, CancellationToken.None)).Done;
            if (!isTold && done > 0)
                Console.WriteLine("writing");
            isTold |= done > 0;
        }
        await changing;
        return 1;
    }

    static async Task ChangeAsync(ArticleStore articles)
    {
        await Task.Yield();
        for (long revision = await articles.RevisionAsync(CancellationToken.None) + 1; ; revision++)
            await History.ChangeAsync(articles, revision);
    }
}
