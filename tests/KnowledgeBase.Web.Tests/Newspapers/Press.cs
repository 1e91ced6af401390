using System.Text;

namespace KnowledgeBase.Web.Tests.Newspapers;

/// <summary>A page of the newspaper, as bytes in the encoding of its desk.</summary>
/// <param name="Path">Its path.</param>
/// <param name="ContentType">What its header says; a desk that names no encoding there names it in the page.</param>
/// <param name="Body">The bytes.</param>
sealed record PrintedPage(string Path, string ContentType, byte[] Body);

/// <summary>Prints the newspaper's pages: three desks, three languages, three encodings.</summary>
static class Press
{
    static Press() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Every page that a reader can ask for, but robots.txt.</summary>
    /// <param name="origin">The address of the newspaper, without a slash at the end.</param>
    public static IEnumerable<PrintedPage> Print(string origin) =>
    [
        .. Stories.English.Select(story => Story(story, "en", "utf-8", "text/html; charset=utf-8")),
        .. Stories.Chinese.Select(story => Story(story, "zh-CN", "gb18030", "text/html")),
        .. Stories.Japanese.Select(story => Story(story, "ja", "shift_jis", "text/html; charset=Shift_JIS")),
        new("/feed.xml", "application/rss+xml", Encoding.UTF8.GetBytes(Feed(origin))),
        new("/sitemap.xml", "application/xml", Encoding.UTF8.GetBytes(Sitemap(origin))),
        new("/zh/", "text/html", Encoding.GetEncoding("gb18030").GetBytes(Listing())),
        new("/broken.xml", "application/rss+xml", "This is & no <feed."u8.ToArray()),
        new("/en/picture", "text/html; charset=utf-8", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[200]]),
        new(Newspaper.Forbidden, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page("en", "utf-8", "Payroll", "<p>Nobody should read this.</p>"))),
    ];

    static PrintedPage Story(Story story, string language, string encoding, string contentType) =>
        new(story.Path, contentType, Encoding.GetEncoding(encoding).GetBytes(Page(language, encoding, story.Headline, string.Concat(story.Paragraphs.Select(paragraph => $"<p>{paragraph}</p>")), story.Date)));

    static string Page(string language, string encoding, string headline, string body, string date = "2025-01-01") =>
        $"""
        <!DOCTYPE html>
        <html lang="{language}"><head><meta charset="{encoding}"><title>{headline} | Loopback Gazette</title>
        <meta property="article:published_time" content="{date}T09:00:00+09:00"><meta property="og:title" content="{headline}"></head>
        <body><nav><a href="/">Home</a> <a href="/zh/">中文</a></nav>
        <article><h1>{headline}</h1>{body}</article>
        <footer>Copyright 2025 Loopback Gazette</footer></body></html>
        """;

    static string Feed(string origin) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Loopback Gazette</title><link>{origin}/</link><description>News</description>
        {string.Concat(Stories.English.Select(story => $"<item><title>{story.Headline}</title><link>{origin}{story.Path}</link></item>"))}
        <item><title>A picture</title><link>{origin}/en/picture</link></item>
        </channel></rss>
        """;

    static string Sitemap(string origin) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{string.Concat(Stories.Japanese.Select(story => $"<url><loc>{origin}{story.Path}</loc></url>"))}</urlset>
        """;

    static string Listing() =>
        $"""
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="gb18030"><title>要闻</title></head><body><ul class="news">
        {string.Concat(Stories.Chinese.Select(story => $"<li><a href=\"{story.Path}\">{story.Headline}</a></li>"))}
        <li><a href="{Newspaper.Forbidden}">内部文件</a></li>
        </ul></body></html>
        """;
}
