using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Runs;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Crawling.Tests;

/// <summary>A crawler with a ledger in a folder of its own.</summary>
sealed class Workshop : IAsyncDisposable
{
    static readonly Lazy<ContentFolder> Folder = new(() => ContentFolder.Read(Path.Combine(RootFolder(), "content")));

    readonly string _folder;

    Workshop(string folder, Ledger ledger, CrawlerOptions options, TimeProvider time)
    {
        (_folder, Ledger, Options, Time) = (folder, ledger, options, time);
        Crawler = Crawler.Build(ledger, options, time);
    }

    public Ledger Ledger { get; }

    public CrawlerOptions Options { get; }

    public TimeProvider Time { get; }

    public Crawler Crawler { get; }

    public PageStore Pages => new(Ledger);

    public static Task<Workshop> OpenAsync(TestHost host, TimeProvider? time = null, Func<CrawlerOptions, CrawlerOptions>? change = null) =>
        OpenAsync([host], time, change);

    public static async Task<Workshop> OpenAsync(IEnumerable<TestHost> hosts, TimeProvider? time = null, Func<CrawlerOptions, CrawlerOptions>? change = null)
    {
        string folder = Directory.CreateTempSubdirectory("kb-crawling-").FullName;
        var options = new CrawlerOptions { Contact = "operator@example.org", DefaultGap = TimeSpan.Zero, AllowedPrivateEndpoints = [.. hosts.Select(host => host.Allowed)] };
        return new(folder, await Ledger.OpenFolderAsync(folder, TestContext.Current.CancellationToken), change?.Invoke(options) ?? options, time ?? TimeProvider.System);
    }

    public CrawlingStage Stage(params Publisher[] publishers) =>
        new(Content(publishers), Ledger, Options, Time, NullLogger<CrawlingStage>.Instance);

    public static ContentFolder Content(params Publisher[] publishers) => Folder.Value with { Publishers = [.. publishers] };

    public Task<FetchResult> FetchAsync(string url, Wanted wanted = Wanted.Page) =>
        Crawler.Fetcher.FetchAsync(new(url, wanted), TestContext.Current.CancellationToken);

    public static Publisher Publisher(params SourceAddress[] sources) => new()
    {
        Id = "gazette",
        Labels = new Labels(ImmutableDictionary<Language, string>.Empty.Add(Language.English, "The Port Gazette")),
        Kind = "newspaper",
        Language = Language.English,
        IsEnabled = true,
        Sources = [.. sources],
    };

    public static SourceAddress Feed(string url) => new(SourceKind.Feed, url, null, null);

    public async ValueTask DisposeAsync()
    {
        Crawler.Dispose();
        await Ledger.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public static string RootFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "KnowledgeBase.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("KnowledgeBase.sln is in no folder above the tests.");
    }
}
