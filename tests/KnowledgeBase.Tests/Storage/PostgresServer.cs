using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace KnowledgeBase.Tests.Storage;

/// <summary>A PostgreSQL server of the tests' own in a temporary folder, where Debian's package is installed.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("kb-postgres-").FullName;
    Process? _process;

    /// <summary>How to reach it, or null when PostgreSQL is not installed.</summary>
    public string? ConnectionString { get; private set; }

    public async ValueTask InitializeAsync()
    {
        string? bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            : null;
        if (bin is null)
            return;
        int port = FreePort();
        // PostgreSQL refuses to run as root; the package makes the user 'postgres'.
        string[] asUser = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];
        if (asUser.Length > 0)
            await RunAsync(["chown", "postgres", _folder]);
        string cluster = Path.Combine(_folder, "cluster");
        await RunAsync([.. asUser, Path.Combine(bin, "initdb"), "-D", cluster, "-U", "kb", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]);
        _process = Start([.. asUser, Path.Combine(bin, "postgres"), "-D", cluster, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-k", _folder, "-c", "fsync=off"]);
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=kb;Database=postgres;Timeout=5;Include Error Detail=true";
        await WaitAsync();
    }

    /// <summary>A new, empty database.</summary>
    public async Task<string> MakeDatabaseAsync()
    {
        string name = "kb" + Guid.NewGuid().ToString("N");
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionString!);
        await using NpgsqlCommand command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, Pooling = false }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // runuser hands SIGTERM on to the server, which then shuts down.
            await RunAsync(["kill", $"{_process.Id}"]);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    async Task WaitAsync()
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionString!);
                await using NpgsqlConnection connection = await source.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    static async Task RunAsync(string[] command)
    {
        using Process process = Start(command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    static Process Start(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        // An unread pipe would stall the server once it is full, so its words go to this process's own error stream.
        UseShellExecute = false,
        WorkingDirectory = "/tmp",
    })!;

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
