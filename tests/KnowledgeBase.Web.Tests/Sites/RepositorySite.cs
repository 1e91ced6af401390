namespace KnowledgeBase.Web.Tests.Sites;

/// <summary>A site with the repository's own content, shared by the tests of its collection.</summary>
public sealed class RepositorySite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.StartAsync(Repository.Content);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class RepositorySiteTests : ICollectionFixture<RepositorySite>
{
    public const string Name = "repository site";
}
