using Dapper;

namespace KnowledgeBase.Storage;

/// <summary>What is known of a host from earlier visits.</summary>
/// <param name="Name">Its name, as <see cref="HostName"/> writes it.</param>
/// <param name="RestUntil">Until when it is left alone; null when it is not.</param>
/// <param name="Failures">How often it failed in a row.</param>
public sealed record HostState(string Name, DateTimeOffset? RestUntil, int Failures);

/// <summary>A robots.txt as it was last fetched.</summary>
/// <param name="Origin">Scheme and host, such as <c>https://example.org</c>.</param>
/// <param name="FetchedAt">When.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Its text; empty when there was none.</param>
public sealed record StoredRobots(string Origin, DateTimeOffset FetchedAt, int Status, ReadOnlyMemory<byte> Body);

/// <summary>Hosts: who visits them at present, which of them rest, and their robots.txt.</summary>
/// <remarks>A host belongs to one crawler at a time, so that several crawlers on one ledger fetch nothing twice and stay polite together.</remarks>
public sealed class HostStore(Ledger ledger)
{
    /// <summary>Takes a host for a crawler, when no other holds it. True when it is the crawler's now.</summary>
    /// <param name="host">The host.</param>
    /// <param name="crawler">The name of the crawler.</param>
    /// <param name="now">The present.</param>
    /// <param name="until">Until when it holds the host, unless it renews the hold.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<bool> LeaseAsync(string host, string crawler, DateTimeOffset now, DateTimeOffset until, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(
            """
            INSERT INTO host (name, leased_by, leased_until) VALUES (@host, @crawler, @until)
            ON CONFLICT (name) DO UPDATE SET leased_by = excluded.leased_by, leased_until = excluded.leased_until
            WHERE host.leased_by IS NULL OR host.leased_by = excluded.leased_by OR host.leased_until <= @now
            """,
            new { host, crawler, now = now.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() },
            transaction) > 0,
        cancel);

    /// <summary>Holds every host of a crawler longer. Returns how many it holds.</summary>
    public Task<int> RenewAsync(string crawler, DateTimeOffset until, CancellationToken cancel) => ledger.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "UPDATE host SET leased_until = @until WHERE leased_by = @crawler", new { crawler, until = until.ToUnixTimeMilliseconds() }, transaction),
        cancel);

    /// <summary>Gives a host back.</summary>
    public Task ReleaseAsync(string host, string crawler, CancellationToken cancel) => ledger.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "UPDATE host SET leased_by = NULL, leased_until = NULL WHERE name = @host AND leased_by = @crawler", new { host, crawler }, transaction),
        cancel);

    /// <summary>Keeps a host's state.</summary>
    public Task SaveAsync(HostState state, CancellationToken cancel) => ledger.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            """
            INSERT INTO host (name, rest_until, failures) VALUES (@Name, @rest, @Failures)
            ON CONFLICT (name) DO UPDATE SET rest_until = excluded.rest_until, failures = excluded.failures
            """,
            new { state.Name, state.Failures, rest = state.RestUntil?.ToUnixTimeMilliseconds() },
            transaction),
        cancel);

    /// <summary>The state of a host, or null when nothing is known of it.</summary>
    public Task<HostState?> FindAsync(string host, CancellationToken cancel) => ledger.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<HostRow>(
            "SELECT name AS Name, rest_until AS RestUntil, failures AS Failures FROM host WHERE name = @host", new { host }))?.ToState(),
        cancel);

    /// <summary>Keeps a robots.txt and the visit that brought it.</summary>
    public Task SaveRobotsAsync(StoredRobots robots, Visit visit, CancellationToken cancel) => ledger.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO robots (origin, fetched_at, status, body) VALUES (@Origin, @at, @Status, @body)
                ON CONFLICT (origin) DO UPDATE SET fetched_at = excluded.fetched_at, status = excluded.status, body = excluded.body
                """,
                new { robots.Origin, robots.Status, at = robots.FetchedAt.ToUnixTimeMilliseconds(), body = robots.Body.ToArray() },
                transaction);
            return await PageStore.AddVisitAsync(visit, connection, transaction);
        },
        cancel);

    /// <summary>Notes a visit that brought no robots.txt.</summary>
    public Task SaveVisitAsync(Visit visit, CancellationToken cancel) =>
        ledger.WriteAsync((connection, transaction) => PageStore.AddVisitAsync(visit, connection, transaction), cancel);

    /// <summary>The robots.txt last fetched, or null.</summary>
    public Task<StoredRobots?> FindRobotsAsync(string origin, CancellationToken cancel) => ledger.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<RobotsRow>(
            "SELECT origin AS Origin, fetched_at AS FetchedAt, status AS Status, body AS Body FROM robots WHERE origin = @origin", new { origin }))?.ToRobots(),
        cancel);

    sealed class HostRow
    {
        public string Name { get; set; } = "";
        public long? RestUntil { get; set; }
        public int Failures { get; set; }

        public HostState ToState() => new(Name, RestUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null, Failures);
    }

    sealed class RobotsRow
    {
        public string Origin { get; set; } = "";
        public long FetchedAt { get; set; }
        public int Status { get; set; }
        public byte[] Body { get; set; } = [];

        public StoredRobots ToRobots() => new(Origin, DateTimeOffset.FromUnixTimeMilliseconds(FetchedAt), Status, Body);
    }
}
