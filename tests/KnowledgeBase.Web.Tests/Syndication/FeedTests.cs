using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Syndication;

[Collection(ExampleSiteTests.Name)]
public sealed class FeedTests(ExampleSite fixture)
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    readonly TestSite _site = fixture.Site;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int> Followed => new()
    {
        { "?q=lantern", "lantern – 中日经济知识库", 5 },
        { "?topic=finance", "金融 – 中日经济知识库", 4 },
        { "?city=kobe", "神户 – 中日经济知识库", 4 },
        { "?speaker=Kenji%20Mori", "Kenji Mori – 中日经济知识库", 1 },
        { "?q=lantern&topic=trade&city=kobe", "lantern、贸易、神户 – 中日经济知识库", 1 },
        { "?q=zeppelin", "zeppelin – 中日经济知识库", 0 },
        { "", "中日经济知识库", 20 },
    };

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task Atom_has_what_RFC_4287_asks_for(string query, string title, int entries)
    {
        XElement feed = XElement.Parse(await FeedAsync("atom", query, "application/atom+xml"));

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal((title, "zh-Hans"), (feed.Element(Atom + "title")!.Value, feed.Attribute(XNamespace.Xml + "lang")!.Value));
        Assert.True(Uri.IsWellFormedUriString(feed.Elements(Atom + "id").Single().Value, UriKind.Absolute));
        AssertMoment(feed.Elements(Atom + "updated").Single().Value);
        Assert.Equal(_site.Address + "/zh/search.atom" + query, feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        XElement[] all = [.. feed.Elements(Atom + "entry")];
        Assert.Equal(entries, all.Length);
        Assert.Equal(entries, all.Select(entry => entry.Elements(Atom + "id").Single().Value).Distinct().Count());
        Assert.All(all, entry =>
        {
            Assert.NotEmpty(entry.Elements(Atom + "title").Single().Value);
            AssertMoment(entry.Elements(Atom + "updated").Single().Value);
            Assert.NotEmpty(entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
            Assert.Single(entry.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "alternate");
            Assert.All(entry.Elements(Atom + "category"), category => Assert.NotEmpty(category.Attribute("term")!.Value));
        });
    }

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task RSS_has_what_its_specification_asks_for(string query, string title, int entries)
    {
        XElement rss = XElement.Parse(await FeedAsync("rss", query, "application/rss+xml"));

        Assert.Equal(("rss", "2.0"), (rss.Name.ToString(), rss.Attribute("version")!.Value));
        XElement channel = rss.Elements().Single();
        Assert.Equal((title, "zh-Hans"), (channel.Elements("title").Single().Value, channel.Element("language")!.Value));
        Assert.Equal(_site.Address, new Uri(channel.Elements("link").Single().Value).GetLeftPart(UriPartial.Authority));
        Assert.NotEmpty(channel.Elements("description").Single().Value);
        Assert.Equal(_site.Address + "/zh/search.rss" + query, channel.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(entries, channel.Elements("item").Count());
        Assert.All(channel.Elements("item"), item =>
        {
            Assert.NotEmpty(item.Elements("title").Single().Value);
            Assert.StartsWith(_site.Address + "/zh/article/", item.Elements("link").Single().Value, StringComparison.Ordinal);
            Assert.Equal("false", item.Elements("guid").Single().Attribute("isPermaLink")!.Value);
            // RFC 822, as RSS 2.0 asks.
            Assert.True(DateTimeOffset.TryParseExact(item.Elements("pubDate").Single().Value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        });
    }

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task JSON_Feed_has_what_version_1_1_asks_for(string query, string title, int entries)
    {
        JsonElement feed = JsonDocument.Parse(await FeedAsync("json", query, "application/feed+json")).RootElement;

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal((title, "zh-Hans"), (feed.GetProperty("title").GetString(), feed.GetProperty("language").GetString()));
        Assert.Equal(_site.Address + "/zh/search.json" + query, feed.GetProperty("feed_url").GetString());
        Assert.StartsWith(_site.Address + "/zh/search", feed.GetProperty("home_page_url").GetString(), StringComparison.Ordinal);
        JsonElement[] items = [.. feed.GetProperty("items").EnumerateArray()];
        Assert.Equal(entries, items.Length);
        Assert.All(items, item =>
        {
            Assert.NotEmpty(item.GetProperty("id").GetString()!);
            Assert.Equal(JsonValueKind.String, item.GetProperty("content_text").ValueKind);
            Assert.StartsWith(_site.Address + "/zh/article/", item.GetProperty("url").GetString(), StringComparison.Ordinal);
            AssertMoment(item.GetProperty("date_published").GetString()!);
            Assert.NotEmpty(item.GetProperty("authors")[0].GetProperty("name").GetString()!);
        });
    }

    [Fact]
    public async Task A_story_stands_in_a_feed_once_and_keeps_its_name_when_a_reprint_comes()
    {
        JsonElement item = Assert.Single(JsonDocument.Parse(await _site.ReadAsync("/en/search.json?q=ferry")).RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal($"tag:kb,2026:{ExampleSite.Ferry.Id}", item.GetProperty("id").GetString());
        Assert.Single(JsonDocument.Parse(await _site.ReadAsync("/en/search.json?kind=brief")).RootElement.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("?q=lantern")]
    [InlineData("")]
    public async Task The_page_of_a_feed_is_the_search_as_it_is_usually_seen(string query)
    {
        string page = $"{_site.Address}/en/search{query}";
        Assert.Equal(page, JsonDocument.Parse(await _site.ReadAsync($"/en/search.json{query}")).RootElement.GetProperty("home_page_url").GetString());
        Assert.Equal(page, XElement.Parse(await _site.ReadAsync($"/en/search.rss{query}")).Element("channel")!.Element("link")!.Value);
        Assert.Contains(page, XElement.Parse(await _site.ReadAsync($"/en/search.atom{query}")).Elements(Atom + "link").Select(link => link.Attribute("href")!.Value));
    }

    [Theory]
    [InlineData("en", "Kobe – China–Japan Knowledge Base", "The Port Gazette")]
    [InlineData("ja", "神戸 – ", "港湾新報")]
    public async Task Names_in_a_feed_are_in_the_readers_language(string language, string title, string publisher)
    {
        XElement feed = XElement.Parse(await _site.ReadAsync($"/{language}/search.atom?city=kobe"));

        Assert.StartsWith(title, feed.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Contains(publisher, feed.Descendants(Atom + "name").Select(name => name.Value));
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    [InlineData("json")]
    public async Task Who_has_the_feed_already_gets_nothing(string format)
    {
        string address = $"/en/search.{format}?q=lantern";
        using HttpResponseMessage first = await _site.AskAsync(address);
        using HttpResponseMessage again = await _site.AskAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()));
        using HttpResponseMessage other = await _site.AskAsync($"/en/search.{format}?q=buoy", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Cancel)).Length));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_feed_comes_compressed_to_who_asks_for_that()
    {
        using HttpResponseMessage answer = await _site.AskAsync("/en/search.atom?q=buoy", ("Accept-Encoding", "gzip"));

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("rdf")]
    [InlineData("ATOM")]
    [InlineData("html")]
    public async Task A_format_that_nobody_writes_is_not_found(string extension)
    {
        using HttpResponseMessage answer = await _site.AskAsync($"/en/search.{extension}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Markup_and_forbidden_characters_in_a_headline_survive_or_are_left_out()
    {
        string expected = Examples.HostileHeadline.Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\u000B", "", StringComparison.Ordinal);

        Assert.Equal(expected, XElement.Parse(await _site.ReadAsync("/en/search.atom?city=nagoya")).Element(Atom + "entry")!.Element(Atom + "title")!.Value);
        Assert.Equal(expected, XElement.Parse(await _site.ReadAsync("/en/search.rss?city=nagoya")).Element("channel")!.Element("item")!.Element("title")!.Value);
        Assert.Equal(
            Examples.HostileHeadline, JsonDocument.Parse(await _site.ReadAsync("/en/search.json?city=nagoya")).RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("rss")]
    [InlineData("json")]
    public async Task A_small_feed_is_written_as_approved(string format)
    {
        string feed = (await _site.ReadAsync($"/ja/search.{format}?q=lantern&city=osaka")).Replace(_site.Address, "https://kb.example", StringComparison.Ordinal);

        Approved.Check($"lantern.{format}", feed);
    }

    async Task<string> FeedAsync(string format, string query, string mediaType)
    {
        using HttpResponseMessage answer = await _site.AskAsync($"/zh/search.{format}{query}");
        Assert.Equal((HttpStatusCode.OK, mediaType, "utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    static void AssertMoment(string text) => Assert.NotEqual(default, XmlConvert.ToDateTimeOffset(text, "yyyy-MM-ddTHH:mm:ssZ"));
}
