using KnowledgeBase.Storage;

namespace KnowledgeBase.Tests.Storage;

public sealed class PostgresStorageTests(PostgresServer server) : StorageContract, IClassFixture<PostgresServer>
{
    protected override async Task<Ledger> OpenAsync()
    {
        Assert.SkipWhen(server.ConnectionString is null, "PostgreSQL is not installed: apt-get install postgresql.");
        return await Ledger.OpenPostgresAsync(await server.MakeDatabaseAsync(), TestContext.Current.CancellationToken);
    }
}
