using System.CommandLine;
using KnowledgeBase.Stages;

namespace KnowledgeBase.Cli.Setup;

/// <summary>The options that every command takes.</summary>
sealed class GlobalOptions
{
    const string LedgerVariable = "KB_LEDGER";

    readonly Option<string?> _data = new("--data")
    {
        Description = $"The folder of the ledger and the index (else {Folders.DataVariable}, else 'indexes' of the repository).",
        HelpName = "DIR",
        Recursive = true,
    };

    readonly Option<string?> _content = new("--content")
    {
        Description = $"The folder of the editors' files (else {Folders.ContentVariable}, else 'content' of the repository).",
        HelpName = "DIR",
        Recursive = true,
    };

    readonly Option<string?> _ledger = new("--ledger")
    {
        Description = $"A PostgreSQL connection string, to keep the ledger there (else {LedgerVariable}, else SQLite in the data folder).",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Tell what is done to each page, file and article.",
        Recursive = true,
    };

    public IEnumerable<Option> All => [_data, _content, _ledger, _verbose];

    /// <summary>What was asked for, completed from the environment.</summary>
    public Session Open(Desk desk, ParseResult parsed)
    {
        string? connection = parsed.GetValue(_ledger) ?? Environment.GetEnvironmentVariable(LedgerVariable);
        return new(
            desk,
            Folders.Find(parsed.GetValue(_data), parsed.GetValue(_content)),
            string.IsNullOrWhiteSpace(connection) ? null : connection,
            parsed.GetValue(_verbose));
    }
}
