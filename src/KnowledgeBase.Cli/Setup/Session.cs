using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Cli.Setup;

/// <summary>One call of <c>kb</c>: which folders, which ledger, how much it tells.</summary>
/// <param name="desk">Where it reads and writes.</param>
/// <param name="folders">The folders.</param>
/// <param name="connection">The PostgreSQL connection string of the ledger; null for SQLite in the data folder.</param>
/// <param name="isVerbose">True when every step is told.</param>
sealed class Session(Desk desk, Folders folders, string? connection, bool isVerbose)
{
    public Desk Desk => desk;

    public Folders Folders => folders;

    public bool IsVerbose => isVerbose;

    /// <summary>The editors' files. That some have mistakes is told, but stops nothing.</summary>
    public ContentFolder ReadContent()
    {
        ContentFolder content = ContentFolder.Read(folders.Content);
        if (content.Problems is { Length: > 0 } problems)
            desk.Remark($"warning: {Count.Of(problems.Length, "mistake")} in {folders.Content}; what is wrong is left out. kb check lists them.");
        return content;
    }

    /// <summary>Opens the ledger, made when there is none.</summary>
    public async Task<Ledger> OpenLedgerAsync(CancellationToken cancel)
    {
        if (connection is null)
            return await Ledger.OpenFolderAsync(folders.Data, cancel);
        try
        {
            return await Ledger.OpenPostgresAsync(connection, cancel);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new MistakeException($"The ledger's connection string can't be used: {e.Message} Write it like Host=localhost;Database=kb;Username=kb;Password=…", e);
        }
    }

    /// <summary>Opens a ledger that must be there already: a mistyped folder is no empty knowledge base.</summary>
    public Task<Ledger> OpenKnownLedgerAsync(CancellationToken cancel) =>
        connection is not null || File.Exists(folders.LedgerFile)
            ? OpenLedgerAsync(cancel)
            : throw new MistakeException($"There is no ledger at {folders.LedgerFile} yet. Fill one with kb run or kb import, or name another folder with --data DIR.");

    public ILogger<T> LoggerFor<T>() => new PlainLogger<T>(desk, isVerbose);
}
