using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Storage;

public sealed class PostgresStorageTests(PostgresServer server) : StorageContract, IClassFixture<PostgresServer>
{
    const string Missing = "PostgreSQL is not installed: apt-get install postgresql.";

    protected override async Task<Ledger> OpenAsync()
    {
        // Where it has to be installed, a skipped test would hide that nothing is tested.
        Assert.False(server.ConnectionString is null && Environment.GetEnvironmentVariable("KB_REQUIRE_POSTGRES") == "1", Missing);
        Assert.SkipWhen(server.ConnectionString is null, Missing);
        return await Ledger.OpenPostgresAsync(await server.MakeDatabaseAsync(), TestContext.Current.CancellationToken);
    }
}
