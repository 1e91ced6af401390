using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class HostileAddressTests(ExampleSite fixture)
{
    const string Script = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}{0}";

    readonly TestSite _site = fixture.Site;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Values =>
    [
        Uri.EscapeDataString(Script),
        // Lone surrogates, halves of a character, overlong forms.
        "%ED%A0%80", "%ED%B0%80abc", "%F0%9F", "%C0%AF..%C0%AF", "%FF%FE",
        "%00%01%07%1B%7F%C2%85", "%E2%80%AE%E2%80%8B%EF%BB%BF", "%0D%0ASet-Cookie:%20a=b",
        new string('a', 10_000), string.Concat(Enumerable.Repeat("a+", 3_000)), string.Concat(Enumerable.Repeat("%F0%9F%98%80", 800)),
        "%22", "%22%22%22", "OR", "-", "-a+-b", "OR+OR+OR", "%22a+OR+-%22", "*", "a*+%3F+~2", "title:a+AND+(b", string.Concat(Enumerable.Repeat("(", 2_000)), "%2B", "%5C", "1..2",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task No_words_break_a_page_or_a_feed(string value)
    {
        foreach (string place in new[] { "search", "search.atom", "search.rss", "search.json" })
            await CheckAsync($"/zh/{place}?q={value}");
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task No_choice_of_a_facet_breaks_a_page(string value)
    {
        foreach (string facet in new[] { "topic", "speaker", "year", "lang", "kind", "page", "sort" })
            await CheckAsync($"/en/search?{facet}={value}");
    }

    [Theory]
    [InlineData("/en/search?page=-1")]
    [InlineData("/en/search?page=99999999999999999999")]
    [InlineData("/en/search?page=10000&q=buoy")]
    [InlineData("/en/search?q=a&q=b&q=c")]
    [InlineData("/en/search?year=abcd&year=99999&year=0")]
    [InlineData("/en/search?kind=999")]
    [InlineData("/en/search?kind=0")]
    [InlineData("/en/search?lang=xx")]
    [InlineData("/en/search?=&&&==&%")]
    [InlineData("/en/search?q")]
    [InlineData("/en/topic/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/en/speaker/%ED%A0%80")]
    [InlineData("/en/speaker/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/en/article/..%2F..%2Fappsettings.json")]
    [InlineData("/error?status=200")]
    [InlineData("/error?status=abc")]
    public async Task No_odd_address_breaks_the_site(string address) => await CheckAsync(address);

    [Fact]
    public async Task More_choices_than_a_page_offers_do_not_break_a_page()
    {
        string address = "/en/search?" + string.Join('&', Enumerable.Range(0, 900).Select(i => $"city=c{i}"));

        await CheckAsync(address);
    }

    [Fact]
    public async Task Words_come_back_as_text()
    {
        IHtmlDocument page = await _site.OpenAsync($"/en/search?q={Uri.EscapeDataString(Script)}&city={Uri.EscapeDataString(Script)}");

        Assert.Equal(Script, page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains(Script, page.QuerySelector(".chip")!.TextContent, StringComparison.Ordinal);
    }

    // HttpClient would not send it: raw bytes where an address should be.
    [Theory]
    [InlineData("GET /en/search?q=\xFF\xFE\x80 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /en/search?q=a HTTP/1.1\r\nHost: <script>\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /en/search?q=a HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: javascript\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /en/search HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\na")]
    public async Task No_raw_bytes_break_the_site(string request)
    {
        var address = new Uri(_site.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, Cancel);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        string answer = await reader.ReadToEndAsync(Cancel);

        Assert.Matches(@"\AHTTP/1\.1 [234]", answer);
        Assert.DoesNotContain("<script>\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", answer, StringComparison.Ordinal);
    }

    async Task CheckAsync(string address)
    {
        using HttpResponseMessage answer = await _site.AskAsync(address);
        string text = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.True((int)answer.StatusCode < 500, $"{address[..Math.Min(address.Length, 100)]}: {(int)answer.StatusCode}");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html")
            Assert.Empty(TestSite.Parse(text).QuerySelectorAll("script:not([src]), img, [onerror]"));
        if (answer.Content.Headers.ContentType?.MediaType != "application/feed+json")
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
    }
}
