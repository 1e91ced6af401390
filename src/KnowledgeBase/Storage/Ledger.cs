using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KnowledgeBase.Storage;

/// <summary>The database that says what was found, fetched, read and written. SQLite in a folder, or PostgreSQL.</summary>
public sealed class Ledger : IAsyncDisposable
{
    readonly DbDataSource _source;
    readonly bool _isPostgres;

    // SQLite has one writer at a time and lets the others try again after a sleep; waiting in line here is faster.
    readonly SemaphoreSlim _writing;

    Ledger(DbDataSource source, string place, bool isPostgres) =>
        (_source, Place, _isPostgres, _writing) = (source, place, isPostgres, new(isPostgres ? int.MaxValue : 1));

    /// <summary>Where it is kept, for messages: a file, or host and database.</summary>
    public string Place { get; }

    /// <summary>Opens the ledger <c>knowledge.db</c> of a data folder, making both when they are missing.</summary>
    /// <exception cref="LedgerException">The folder can't be written, the file is no ledger, or it was made by a newer version.</exception>
    public static Task<Ledger> OpenFolderAsync(string folder, CancellationToken cancel)
    {
        string file = Path.GetFullPath(Path.Combine(folder, "knowledge.db"));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException($"The data folder {folder} can't be made: {e.Message} Name another with --data DIR, the setting Data or KB_DATA.", e);
        }
        var builder = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 };
        return OpenAsync(new SqliteSource(builder.ConnectionString), file, isPostgres: false, cancel);
    }

    /// <summary>Opens a ledger in PostgreSQL.</summary>
    /// <param name="connectionString">As Npgsql understands it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="LedgerException">The server can't be reached, or its schema was made by a newer version.</exception>
    public static Task<Ledger> OpenPostgresAsync(string connectionString, CancellationToken cancel)
    {
        NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return OpenAsync(source, $"{builder.Host}/{builder.Database}", isPostgres: true, cancel);
    }

    static async Task<Ledger> OpenAsync(DbDataSource source, string place, bool isPostgres, CancellationToken cancel)
    {
        var ledger = new Ledger(source, place, isPostgres);
        try
        {
            await ledger.MigrateAsync(cancel);
            return ledger;
        }
        catch (DbException e)
        {
            await ledger.DisposeAsync();
            throw new LedgerException($"The ledger {place} can't be opened: {e.Message} Check the disk and the file's rights; a damaged file can be moved away, the next start makes a new one.", e);
        }
        catch
        {
            await ledger.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does something in one transaction; when it throws, nothing of it is kept.</summary>
    /// <exception cref="LedgerException">The database refused (a full disk, another writer); the message says what to do.</exception>
    internal async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            await using DbConnection connection = await _source.OpenConnectionAsync(cancel);
            await using DbTransaction transaction = await connection.BeginTransactionAsync(cancel);
            T result = await work(connection, transaction);
            await transaction.CommitAsync(cancel);
            return result;
        }
        catch (DbException e)
        {
            throw Explain(e);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Reads something.</summary>
    /// <exception cref="LedgerException">The database refused; the message says what to do.</exception>
    internal async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            await using DbConnection connection = await _source.OpenConnectionAsync(cancel);
            return await work(connection);
        }
        catch (DbException e)
        {
            throw Explain(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writing.Dispose();
        return _source.DisposeAsync();
    }

    LedgerException Explain(DbException e)
    {
        string advice = e is SqliteException { SqliteErrorCode: 13 } ? "The disk is full: free some space; what was stored before is safe."
            : e is SqliteException { SqliteErrorCode: 5 or 6 } ? "Another process holds the ledger: stop it, or try again."
            : e is SqliteException { SqliteErrorCode: 8 } ? "The file is read-only: give this user the right to write it."
            : "Nothing of this step was kept.";
        return new LedgerException($"The ledger {Place} refused: {e.Message} {advice}", e);
    }

    async Task MigrateAsync(CancellationToken cancel)
    {
        await using DbConnection connection = await _source.OpenConnectionAsync(cancel);
        if (!_isPostgres)
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancel);
        if (_isPostgres)
            await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(5080)", transaction: transaction);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)", transaction: transaction);
        int version = await connection.ExecuteScalarAsync<int?>("SELECT MAX(version) FROM schema_version", transaction: transaction) ?? 0;
        if (version > Migrations.Scripts.Length)
            throw new LedgerException($"The ledger {Place} was made by a newer version (schema {version}; this one knows {Migrations.Scripts.Length}). Update the program, or name another data folder.");
        foreach (string script in Migrations.Scripts.Skip(version))
        {
            await connection.ExecuteAsync(script.Replace("{blob}", _isPostgres ? "BYTEA" : "BLOB", StringComparison.Ordinal), transaction: transaction);
            await connection.ExecuteAsync("INSERT INTO schema_version (version) VALUES (@version)", new { version = ++version }, transaction);
        }
        await transaction.CommitAsync(cancel);
    }

    sealed class SqliteSource(string connectionString) : DbDataSource
    {
        public override string ConnectionString => connectionString;

        protected override DbConnection CreateDbConnection() => new SqliteConnection(connectionString);

        protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancel = default)
        {
            DbConnection connection = CreateDbConnection();
            await connection.OpenAsync(cancel);
            // With WAL a power cut can lose the last commits but never damages the file.
            await connection.ExecuteAsync("PRAGMA synchronous = NORMAL");
            return connection;
        }

        protected override void Dispose(bool disposing)
        {
            using (var connection = new SqliteConnection(connectionString))
                SqliteConnection.ClearPool(connection);
            base.Dispose(disposing);
        }
    }
}

/// <summary>The ledger can't be used; the message says why and what to do.</summary>
public sealed class LedgerException(string message, Exception? inner = null) : Exception(message, inner);
