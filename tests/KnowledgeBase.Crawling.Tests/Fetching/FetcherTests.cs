using System.IO.Compression;
using System.Text;
using KnowledgeBase.Crawling.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Crawling.Tests.Fetching;

public class FetcherTests
{
    [Fact]
    public async Task A_page_comes_with_its_headers_and_the_host_learns_who_asks()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/a", "<p>投资</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host);

        var page = Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));

        Assert.Equal("<p>投资</p>", Encoding.UTF8.GetString(page.Body.Span));
        Assert.Equal("text/html; charset=utf-8", page.FindHeader("content-type"));
        AskedFor asked = host.Asked.Last();
        Assert.Equal("KnowledgeBaseBot/1.0 (+operator@example.org)", asked.Headers["User-Agent"]);
        Assert.Equal("operator@example.org", asked.Headers["From"]);
        Assert.DoesNotContain("Cookie", asked.Headers.Keys);
        Assert.Equal(["/robots.txt", "/a"], host.Asked.Select(request => request.Path));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_page_is_unpacked(string encoding)
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/a", Packed(encoding, Encoding.UTF8.GetBytes("<p>港口</p>")));
        await using Workshop workshop = await Workshop.OpenAsync(host);
        var page = Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.Equal("<p>港口</p>", Encoding.UTF8.GetString(page.Body.Span));
    }

    [Fact]
    public async Task A_page_we_have_is_unchanged()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/a", "<p>news</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        var page = (FetchResult.Fetched)await workshop.FetchAsync(host.Address + "/a");
        FetchResult again = await workshop.Crawler.Fetcher.FetchAsync(new(host.Address + "/a", Wanted.Page, ETag: page.FindHeader("ETag")), TestContext.Current.CancellationToken);
        Assert.IsType<FetchResult.Unchanged>(again);
        Assert.Equal(304, again.Status);
    }

    [Fact]
    public async Task Redirects_are_followed_to_the_address_that_answers()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnRedirect("/a", "/b#top", 301).OnRedirect("/b", "c/", 307).OnPage("/c/", "<p>here</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        var page = Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.Equal(host.Address + "/c/", page.FinalUrl);
    }

    [Fact]
    public async Task Redirects_in_a_circle_or_without_end_are_given_up()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnRedirect("/a", "/b").OnRedirect("/b", "/a");
        foreach (int i in Enumerable.Range(0, 20))
            host.OnRedirect($"/{i}", $"/{i + 1}");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        Assert.Equal("its redirects go round in a circle", Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a")).Reason);
        Assert.Equal("it redirects more than 10 times", Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/0")).Reason);
        Assert.DoesNotContain("/11", host.Paths);
    }

    [Fact]
    public async Task A_redirect_to_what_robots_txt_disallows_is_not_followed()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/robots.txt", "text/plain", "user-agent: *\ndisallow: /private\n").OnRedirect("/a", "/private/b").OnPage("/private/b", "<p>secret</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        var disallowed = Assert.IsType<FetchResult.Disallowed>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.Equal("robots.txt line 2 says disallow: /private", disallowed.Reason);
        Assert.Equal(["/a"], host.Paths);
    }

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:11211/_stats")]
    [InlineData("http://user:secret@example.org/")]
    public async Task Redirects_to_other_schemes_and_to_addresses_with_a_password_are_refused(string to)
    {
        await using TestHost host = (await TestHost.StartAsync()).OnRedirect("/a", to);
        await using Workshop workshop = await Workshop.OpenAsync(host);
        var failed = Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.True(failed.IsLasting);
    }

    [Theory]
    [InlineData(404, "it is gone (404)", true)]
    [InlineData(410, "it is gone (410)", true)]
    [InlineData(403, "we are not let in (403)", true)]
    [InlineData(500, "it answers 500", false)]
    [InlineData(418, "it answers 418", false)]
    public async Task Bad_answers_are_values(int status, string reason, bool isLasting)
    {
        await using TestHost host = (await TestHost.StartAsync()).OnStatus("/a", status);
        await using Workshop workshop = await Workshop.OpenAsync(host);
        var failed = Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.Equal((reason, isLasting, status), (failed.Reason, failed.IsLasting, failed.Status));
    }

    [Fact]
    public async Task A_host_that_asks_for_time_gets_it()
    {
        await using TestHost host = (await TestHost.StartAsync()).OnStatus("/a", 429, retryAfter: "120").OnPage("/b", "<p>b</p>");
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using Workshop workshop = await Workshop.OpenAsync(host, time);
        var failed = Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a"));
        Assert.InRange((failed.RetryAt!.Value - time.GetUtcNow()).TotalSeconds, 119, 130);
        Assert.Equal(failed.RetryAt, Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/b")).RetryAt);
        Assert.DoesNotContain("/b", host.Paths);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "text/html", "it is a PDF, not a page")]
    [InlineData("GIF89a", "text/html", "it is a picture, not a page")]
    [InlineData("{}", "application/json", "it is application/json, not a page")]
    [InlineData("", "text/html", "it is empty")]
    public async Task What_is_no_page_is_not_taken_for_one(string body, string contentType, string reason)
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/a", contentType, body);
        await using Workshop workshop = await Workshop.OpenAsync(host);
        Assert.Equal(reason, Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a")).Reason);
    }

    static RequestDelegate Packed(string encoding, byte[] body) => async context =>
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream packed = encoding switch
        {
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
        };
        await packed.WriteAsync(body);
    };
}
