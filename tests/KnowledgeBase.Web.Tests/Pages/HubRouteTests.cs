using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Storage;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

/// <summary>What a hub meets that calls the site back, over real HTTP.</summary>
public sealed class HubRouteTests(WatchedSite fixture) : IClassFixture<WatchedSite>
{
    const string Topic = "https://feeds.example.org/zh/rss.xml";
    const string News = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>New</title><link href='/zh/new.html'/></entry></feed>";

    readonly TestSite _site = fixture.Site;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_is_answered_with_its_challenge_and_brings_news_when_it_signs_them()
    {
        await new SubscriptionStore(_site.Room.Ledger).SaveAsync(new("token1", Topic, "harbour", "https://hub.example.org/", Topic, "our secret", TimeProvider.System.GetUtcNow(), null), Cancel);
        string confirm = $"/hub/token1?hub.mode=subscribe&hub.challenge=<b>1</b>&hub.lease_seconds=864000&hub.topic={Uri.EscapeDataString(Topic)}";

        using HttpResponseMessage confirmed = await _site.AskAsync(confirm);
        Assert.Equal((HttpStatusCode.OK, "text/plain", "<b>1</b>"), (confirmed.StatusCode, confirmed.Content.Headers.ContentType?.MediaType, await confirmed.Content.ReadAsStringAsync(Cancel)));
        Assert.NotNull((await new SubscriptionStore(_site.Room.Ledger).FindAsync("token1", Cancel))!.ExpiresAt);

        Assert.Equal(HttpStatusCode.Accepted, await SendAsync("token1", "sha256=00"));
        Assert.Empty(await DueAsync());
        string signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("our secret"u8, Encoding.UTF8.GetBytes(News)));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync("token1", signature));
        Assert.Equal(["https://feeds.example.org/zh/new.html"], await DueAsync());
    }

    [Theory]
    [InlineData("/hub/guessed?hub.mode=subscribe&hub.challenge=1&hub.topic=https%3A%2F%2Ffeeds.example.org%2Fzh%2Frss.xml")]
    [InlineData("/hub/guessed")]
    [InlineData("/hub/")]
    public async Task Who_guesses_finds_nothing(string path)
    {
        using HttpResponseMessage answer = await _site.AskAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync("guessed", null));
    }

    async Task<HttpStatusCode> SendAsync(string token, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hub/{token}") { Content = new StringContent(News, new MediaTypeHeaderValue("application/atom+xml")) };
        if (signature is not null)
            request.Headers.Add("X-Hub-Signature", signature);
        using HttpResponseMessage answer = await _site.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    async Task<IEnumerable<string>> DueAsync() => (await new PageStore(_site.Room.Ledger).FindDueAsync(TimeProvider.System.GetUtcNow(), 10, Cancel)).Select(page => page.Url);
}
