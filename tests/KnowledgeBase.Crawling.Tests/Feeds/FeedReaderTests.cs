using System.Text;
using KnowledgeBase.Crawling.Feeds;

namespace KnowledgeBase.Crawling.Tests.Feeds;

public class FeedReaderTests
{
    [Theory]
    [InlineData("rss091u", "<rss version='0.91'><channel><title>T</title><item><title>E</title><link>http://example.org/e</link></item></channel></rss>")]
    [InlineData("rss20", "<rss version='2.0'><channel><title>T</title><item><title>E</title><link>http://example.org/e</link><guid isPermaLink='false'>1</guid></item></channel></rss>")]
    [InlineData("rss10", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>T</title></channel><item><title>E</title><link>http://example.org/e</link></item></rdf:RDF>")]
    [InlineData("atom03", "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title><entry><title>E</title><link rel='alternate' href='http://example.org/e'/></entry></feed>")]
    [InlineData("atom10", "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>E</title><link href='/e'/></entry></feed>")]
    [InlineData("atom10", "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T</a:title><a:entry><a:title>E</a:title><a:link href='e'/></a:entry></a:feed>")]
    [InlineData("json11", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":1,\"title\":\"E\",\"url\":\"/e\"}]}")]
    [InlineData("json1", "\uFEFF {\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":[{\"title\":\"E\",\"url\":\"http://example.org/e\",},],}")]
    public void Every_format_gives_its_entries(string version, string text)
    {
        Feed feed = Read(text)!;
        FeedEntry entry = Assert.Single(feed.Entries);
        Assert.Equal((version, "T", "E", "http://example.org/e"), (feed.Version, feed.Title, entry.Title, entry.Link));
    }

    [Theory]
    [InlineData("<html><body>404</body></html>")]
    [InlineData("{\"error\":404}")]
    [InlineData("{broken")]
    [InlineData("nothing")]
    [InlineData("")]
    public void What_is_no_feed_is_none(string text) => Assert.Null(Read(text));

    [Fact]
    public void Bases_are_added_up_and_hubs_are_found()
    {
        Feed feed = Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/news/'><link rel='hub' href='https://hub.example.org/'/><link rel='self' href='feed'/><entry xml:base='2026/'><link href='1.html'/></entry></feed>")!;
        Assert.Equal("http://example.org/news/2026/1.html", feed.Entries[0].Link);
        Assert.Equal(["https://hub.example.org/"], feed.Hubs);
        Assert.Equal("http://example.org/news/feed", feed.Self);
    }

    [Fact]
    public void A_billion_laughs_are_no_feed()
    {
        string laughs = "<!DOCTYPE rss [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">")) + "]><rss><channel><title>&a20;</title></channel></rss>";
        Assert.Null(Read(laughs));
    }

    [Theory]
    [InlineData("Fri, 02 Jan 2026 09:30:00 +0900", "2026-01-02T00:30:00Z")]
    [InlineData("Fri, 2 Jan 2026 09:30 JST", "2026-01-02T00:30:00Z")]
    [InlineData("2026-01-02T09:30:00+09:00", "2026-01-02T00:30:00Z")]
    [InlineData("2026/01/02 09:30:00", "2026-01-02T09:30:00Z")]
    [InlineData("2026年1月2日 09:30", "2026-01-02T09:30:00Z")]
    [InlineData("Jan 2, 2026", "2026-01-02T00:00:00Z")]
    [InlineData("20260102", "2026-01-02T00:00:00Z")]
    public void Dates_are_moments(string text, string utc) => Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), FeedDate.Find(text));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("Fri, 02 Jan 2026 24:61:00 GMT")]
    [InlineData("9999999999999999999999")]
    public void What_is_no_date_is_none(string text) => Assert.Null(FeedDate.Find(text));

    static Feed? Read(string text) => FeedReader.Find(Encoding.UTF8.GetBytes(text), null, new Uri("http://example.org/feed"));
}
