using System.Text;

namespace KnowledgeBase.Crawling.Tests;

/// <summary>A newspaper in three languages and three encodings, with a feed, a sitemap, a listing, and a path that robots.txt closes.</summary>
sealed class Newspaper : IAsyncDisposable
{
    static readonly (string Language, string Charset, string Title)[] Stories =
    [
        ("en", "utf-8", "Kobe pays half the rent"), ("en", "utf-8", "Port opens a desk for investors"), ("en", "utf-8", "Exporters meet in Dalian"), ("en", "utf-8", "A forum on care for the old"),
        ("zh", "gb18030", "神户补贴一半租金"), ("zh", "gb18030", "港口设立投资窗口"), ("zh", "gb18030", "出口企业在大连会面"), ("zh", "gb18030", "养老合作论坛举行"),
        ("ja", "shift_jis", "神戸市、賃料の半額を補助"), ("ja", "shift_jis", "港に投資窓口を開設"), ("ja", "shift_jis", "輸出企業が大連で会合"), ("ja", "shift_jis", "介護協力のフォーラム開催"),
    ];

    Newspaper(TestHost host) => Host = host;

    public TestHost Host { get; }

    public static IEnumerable<string> Articles => Enumerable.Range(1, Stories.Length).Select(i => $"/news/{i}.html");

    public Editorial.Publisher Publisher => Workshop.Publisher(
        new(Editorial.SourceKind.Feed, Host.Address + "/feed.xml", null, null),
        new(Editorial.SourceKind.Sitemap, Host.Address + "/sitemap.xml", null, null),
        new(Editorial.SourceKind.Listing, Host.Address + "/list.html", null, "li a"));

    public static async Task<Newspaper> OpenAsync()
    {
        var paper = new Newspaper(await TestHost.StartAsync());
        TestHost host = paper.Host;
        for (int i = 0; i < Stories.Length; i++)
        {
            (string language, string charset, string title) = Stories[i];
            string html = $"<html lang=\"{language}\"><head><meta charset=\"{charset}\"><title>{title}</title></head><body><article><h1>{title}</h1><p>{title}</p></article></body></html>";
            host.On($"/news/{i + 1}.html", $"text/html; charset={charset}", (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetBytes(html));
        }
        string items = string.Concat(Enumerable.Range(1, 4).Select(i => $"<item><title>{Stories[i - 1].Title}</title><link>/news/{i}.html?utm_source=rss</link><pubDate>Fri, 02 Jan 2026 0{i}:00:00 GMT</pubDate></item>"));
        host.On("/feed.xml", "application/rss+xml", $"<rss version=\"2.0\"><channel><title>The Port Gazette</title>{items}<item><link>/private/1.html</link></item></channel></rss>");
        host.On("/sitemap.xml", "application/xml", $"<urlset>{string.Concat(Enumerable.Range(4, 5).Select(i => $"<url><loc>{host.Address}/news/{i}.html</loc></url>"))}</urlset>");
        host.OnPage("/list.html", $"<ul>{string.Concat(Enumerable.Range(8, 5).Select(i => $"<li><a href=\"news/{i}.html#top\">{Stories[i - 1].Title}</a></li>"))}</ul><a href=\"/about\">About</a>");
        host.OnPage("/private/1.html", "<p>secret</p>");
        host.On("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n");
        return paper;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
