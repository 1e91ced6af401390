using KnowledgeBase.Storage;

namespace KnowledgeBase.Web.Tests.Sites;

/// <summary>A site that crawled for four weeks: one source fails, one has gone silent, one brings too much, two are well, one is new.</summary>
public sealed class WatchedSite : IAsyncLifetime
{
    const int Weeks = 4;

    readonly TestContent _content = new();

    public TestSite Site { get; private set; } = null!;

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _content.Write("articles/2024/kobe-rent/en.md", Examples.Brief("Kobe pays rent", "The city pays half.", "Kobe supports foreign firms."));
        _content.Write("publishers/harbour.yml", Publisher("harbour", "zh", "The Harbour Daily", "港口日报", "港湾日報", "https://feeds.example.org/zh/rss.xml", "https://feeds.example.org/keyed?key=secret"));
        _content.Write("publishers/strait.yml", Publisher("strait", "ja", "The Strait Shimbun", "海峡新闻", "海峡新聞", "https://strait.example.jp/atom.xml", "https://strait.example.jp/economy/very/long/address/of/a/feed/that/does/not/fit/on/a/telephone.xml"));
        _content.Write("publishers/inside.yml", Publisher("inside", "en", "The Inside Letter", "内部通讯", "社内通信", "http://10.1.2.3:8080/feed.xml", "https://new.example.org/feed.xml"));
        // Without a contact the site itself crawls nothing: what stands in the ledger stays as it is.
        Site = await TestSite.StartAsync(_content.Path, "--Pipeline:Interval=01:00:00");
        await SaveAsync("https://feeds.example.org/zh/rss.xml", day => day == 0 ? 0 : 9 + (day % 4), "港口新航线开通", failures: 3, status: 403);
        await SaveAsync("https://feeds.example.org/keyed?key=secret", day => 4 + (day % 3), "第二条新闻");
        await SaveAsync("https://strait.example.jp/atom.xml", day => day < 9 ? 0 : 6 + (day % 2), "海峡に新しい橋");
        await SaveAsync("https://strait.example.jp/economy/very/long/address/of/a/feed/that/does/not/fit/on/a/telephone.xml", day => day == 0 ? 70 : 8 + (day % 3), "経済面の記事");
        await SaveAsync("http://10.1.2.3:8080/feed.xml", day => 2 + (day % 2), "http://10.1.2.3:8080/secret/1");
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _content.Dispose();
    }

    async Task SaveAsync(string url, Func<int, int> freshOfDay, string sample, int failures = 0, int status = 200)
    {
        var sources = new SourceStore(Site.Room.Ledger);
        for (int day = Weeks * 7; day >= 0; day--)
        {
            DateTimeOffset at = Now.AddDays(-day).AddHours(-1);
            bool isFailing = failures > 0 && day == 0;
            string outcome = isFailing ? "failed" : "fetched";
            await sources.SaveAsync(
                new(url, "p", null, null, at, Now.AddHours(1), isFailing ? failures : 0, isFailing ? "no connection: secret words of the network" : $"20 links, {freshOfDay(day)} new"),
                new Visit(url, at, outcome, null, isFailing ? status : 200, 0, TimeSpan.Zero),
                new Poll(url, at, outcome, isFailing ? 0 : 20, isFailing ? 0 : freshOfDay(day), isFailing ? null : sample),
                TestContext.Current.CancellationToken);
        }
    }

    static string Publisher(string id, string language, string en, string zh, string ja, params string[] feeds) =>
        $"id: {id}\nkind: newspaper\nlanguage: {language}\nen: \"{en}\"\nzh: \"{zh}\"\nja: \"{ja}\"\nenabled: true\nsources:\n{string.Concat(feeds.Select(feed => $"  - feed: {feed}\n"))}";
}
