using KnowledgeBase.Articles;

namespace KnowledgeBase.Web.Tests.Sites;

/// <summary>A site whose every article is known: one brief in three languages and the articles of three publishers, one per display policy.</summary>
public sealed class ExampleSite : IAsyncLifetime
{
    readonly TestContent _content = new();

    public TestSite Site { get; private set; } = null!;

    public static string BriefIn(string language) => ArticleId.Of($"brief:2024/kobe-rent/{language}").Value;

    internal static Article Quoted { get; } = Examples.Article(
        "quoted", "Lighthouse quartet", Examples.Full, ["trade"], ["kobe"], 2022, lead: "“The quay will open in May,” said Kenji Mori, head of the harbour office.",
        quotes: [new() { Span = new(1, 26), IsDirect = true, Named = "Kenji Mori", Speaker = "Kenji Mori", Post = "head of the harbour office" }]);

    internal static Article OnlyNamed { get; } = Examples.Article(
        "only-named", "Beacon of the strait", year: 2017, lead: "“The market will open further,” China said.",
        quotes: [new() { Span = new(1, 29), IsDirect = true, Named = "China", Name = "China", SpeakerKind = SpeakerKind.Place }]);

    internal static Article Rule { get; } = Examples.Article("rule", "Rules of the berth", year: 2015, lead: "Article 1. A berth is let by the year.\n\nArticle 2. Half of the fee is paid back.") with
    {
        Provisions = [new(ProvisionKind.Article, "article-1", new(0, 9), new(0, 38)), new(ProvisionKind.Article, "article-2", new(40, 9), new(40, 36))],
    };

    /// <summary>Its page said much of it.</summary>
    internal static Article Told { get; } = Examples.Article("told", "Subsidies for berths", year: 2014, lead: "The rules are in the annex of the notice.") with
    {
        Byline = "Hana Port",
        Marks = [new(BodyMarkKind.Link, new(21, 5), "https://port-gazette.example/files/annex.pdf")],
        Page = new()
        {
            Section = "Harbours",
            Updated = new PartialDate(2014, 3, 9),
            Keywords = ["berths", "subsidies"],
            IsPaywalled = true,
            Documents = ["https://port-gazette.example/files/annex.pdf", "https://port-gazette.example/files/%E9%99%84%E4%BB%B6.pdf"],
        },
    };

    /// <summary>The same in a paper that lets the site show headlines only.</summary>
    internal static Article ToldByLink { get; } = Told with { Id = ArticleId.Of("https://pier-post.example/told"), Url = "https://pier-post.example/told", PublisherId = Examples.Link, Headline = "Berths and subsidies" };

    internal static Article Hostile { get; } = Examples.Article("hostile", Examples.HostileHeadline, Examples.Full, ["tourism"], ["nagoya"], 2018, lead: "Evil <b>words</b> & more.");

    internal static Article Excerpt { get; } = Examples.Article("excerpt", "Excerpt of the tide", Examples.Excerpt, ["finance"], ["yokohama"], 2020);

    internal static Article Link { get; } = Examples.Article(
        "link", "Link to the pier", Examples.Link, ["finance"], ["yokohama"], 2020, summary: "Summary for subscribers.", lead: "“A secret for subscribers,” said Sora Abe.",
        quotes: [new() { Span = new(1, 25), IsDirect = true, Named = "Sora Abe", Speaker = "Sora Abe" }]);

    // One story in two papers, found with "ferry".
    internal static Article Ferry { get; } = Examples.Article("ferry", "Ferry to Tianjin sails again", Examples.Full, cities: ["fukuoka"], year: 2016, lead: Examples.LongLead);

    internal static Article FerryReprint { get; } = Examples.Article("ferry-again", "Tianjin ferry resumes", Examples.Excerpt, cities: ["fukuoka"], year: 2016, lead: Examples.LongLead);

    public async ValueTask InitializeAsync()
    {
        _content.Write($"publishers/{Examples.Full}.yml", Examples.Publisher(Examples.Full, "full", "The Port Gazette", "港口公报", "港湾新報"));
        _content.Write($"publishers/{Examples.Excerpt}.yml", Examples.Publisher(Examples.Excerpt, "excerpt", "The Harbour Times", "海港时报", "ハーバー・タイムズ"));
        _content.Write($"publishers/{Examples.Link}.yml", Examples.Publisher(Examples.Link, "link", "The Pier Post", "码头邮报", "桟橋新聞"));
        _content.Write("articles/2024/kobe-rent/en.md", Examples.Brief("Kobe pays rent", "The city pays half.", "Kobe supports **foreign** firms with [rent](https://source.example/kobe).\n\n- Office\n- Staff\n\n| Support | Ceiling |\n| --- | --- |\n| Rent | 10 million yen |"));
        _content.Write("articles/2024/kobe-rent/zh.md", Examples.Brief("神户补贴租金", "神户市承担一半。", "神户市为**外国企业**提供[租金补贴](https://source.example/kobe)。"));
        _content.Write("articles/2024/kobe-rent/ja.md", Examples.Brief("神戸市が賃料を補助", "半額を市が負担する。", "神戸市は外国企業のオフィス賃料を補助する。"));
        Site = await TestSite.StartAsync(_content.Path);
        await Site.SaveAsync([.. Facets(), .. Pages(), Quoted, OnlyNamed, Rule, Told, ToldByLink, Hostile, Excerpt, Link, Ferry, FerryReprint]);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _content.Dispose();
    }

    // Found with "lantern": two on trade (Kobe, Osaka), two on finance (Kobe, Osaka), one on tourism in Tokyo.
    static IEnumerable<Article> Facets() =>
    [
        Examples.Article("lantern-1", "Lantern one", Examples.Full, ["trade"], ["kobe"], 2021),
        Examples.Article("lantern-2", "Lantern two", Examples.Full, ["trade"], ["osaka"], 2022),
        Examples.Article("lantern-3", "Lantern three", Examples.Excerpt, ["finance"], ["kobe"], 2022),
        Examples.Article("lantern-4", "Lantern four", Examples.Excerpt, ["finance"], ["osaka"], 2023),
        Examples.Article("lantern-5", "Lantern five", Examples.Link, ["tourism"], ["tokyo"], 2023),
    ];

    // Found with "buoy": 45, three pages.
    static IEnumerable<Article> Pages() =>
        Enumerable.Range(1, 45).Select(i => Examples.Article($"buoy-{i}", $"Buoy number {i}", Examples.Full, ["seafood"], ["sapporo"], 2019));
}

[CollectionDefinition(Name)]
public sealed class ExampleSiteTests : ICollectionFixture<ExampleSite>
{
    public const string Name = "example site";
}
