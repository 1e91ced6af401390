using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Crawling.Hubs;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeBase.Crawling.Tests.Hubs;

public class HubTests
{
    const string News = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>New</title><link href='/new'/></entry></feed>";

    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_is_asked_confirms_and_brings_news_that_are_signed()
    {
        List<IFormCollection> requests = [];
        await using TestHost host = await StartAsync(requests);
        await using Workshop workshop = await Workshop.OpenAsync(host, _time, options => options with { HubCallbackAddress = "https://kb.example.org/hub/" });
        Editorial.Publisher publisher = Workshop.Publisher(Workshop.Feed(host.Address + "/feed"));
        using CrawlingStage stage = workshop.Stage(publisher);
        await stage.RunAsync(null, Cancel);

        IFormCollection form = Assert.Single(requests);
        string token = $"{form["hub.callback"]}"["https://kb.example.org/hub/".Length..];
        Assert.Equal(("subscribe", host.Address + "/feed", 32), ($"{form["hub.mode"]}", $"{form["hub.topic"]}", token.Length));
        var callback = new HubCallback(Workshop.Content(publisher), workshop.Ledger, workshop.Options, _time);
        Assert.Null(await callback.ConfirmAsync(token, "subscribe", "https://example.org/other", "c", 864000, Cancel));
        Assert.Null(await callback.ConfirmAsync("guessed", "subscribe", $"{form["hub.topic"]}", "c", 864000, Cancel));
        Assert.Null(await callback.ConfirmAsync(token, "unsubscribe", $"{form["hub.topic"]}", "c", 864000, Cancel));
        Assert.Equal("c", await callback.ConfirmAsync(token, "subscribe", $"{form["hub.topic"]}", "c", 864000, Cancel));

        byte[] body = Encoding.UTF8.GetBytes(News);
        string good = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{form["hub.secret"]}"), body));
        Assert.False(await callback.ReceiveAsync("guessed", body, "application/atom+xml", good, Cancel));
        foreach (string? bad in (string?[])[null, "sha256=00", "md5=" + good[7..], good[..^1] + "x"])
            Assert.True(await callback.ReceiveAsync(token, body, "application/atom+xml", bad, Cancel));
        Assert.Empty(await workshop.Pages.FindDueAsync(_time.GetUtcNow(), 10, Cancel));
        Assert.True(await callback.ReceiveAsync(token, body, "application/atom+xml", good, Cancel));
        Assert.Equal(host.Address + "/new", Assert.Single(await workshop.Pages.FindDueAsync(_time.GetUtcNow(), 10, Cancel)).Url);
    }

    [Fact]
    public async Task A_subscription_is_renewed_a_day_before_it_ends()
    {
        List<IFormCollection> requests = [];
        await using TestHost host = await StartAsync(requests);
        await using Workshop workshop = await Workshop.OpenAsync(host, _time, options => options with { HubCallbackAddress = "https://kb.example.org/hub/", MaxPollInterval = TimeSpan.FromHours(1) });
        Editorial.Publisher publisher = Workshop.Publisher(Workshop.Feed(host.Address + "/feed"));
        using CrawlingStage stage = workshop.Stage(publisher);
        await stage.RunAsync(null, Cancel);
        Subscription subscription = (await new SubscriptionStore(workshop.Ledger).FindBySourceAsync(host.Address + "/feed", Cancel))!;
        await new HubCallback(Workshop.Content(publisher), workshop.Ledger, workshop.Options, _time).ConfirmAsync(subscription.Token, "subscribe", subscription.Topic, "c", 5 * 86400, Cancel);

        _time.Advance(TimeSpan.FromDays(3));
        await stage.RunAsync(null, Cancel);
        Assert.Single(requests);
        _time.Advance(TimeSpan.FromDays(1.5));
        await stage.RunAsync(null, Cancel);
        Assert.Equal(2, requests.Count);
        Assert.Equal(requests[0]["hub.callback"], requests[1]["hub.callback"]);
    }

    [Fact]
    public async Task Without_a_callback_address_no_hub_is_asked()
    {
        List<IFormCollection> requests = [];
        await using TestHost host = await StartAsync(requests);
        await using Workshop workshop = await Workshop.OpenAsync(host, _time);
        using CrawlingStage stage = workshop.Stage(Workshop.Publisher(Workshop.Feed(host.Address + "/feed")));
        await stage.RunAsync(null, Cancel);
        Assert.Empty(requests);
    }

    static async Task<TestHost> StartAsync(List<IFormCollection> requests)
    {
        TestHost host = await TestHost.StartAsync();
        host.On("/feed", "application/atom+xml", $"<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='{host.Address}/hub'/><link rel='self' href='{host.Address}/feed'/></feed>");
        host.On("/hub", async context =>
        {
            requests.Add(await context.Request.ReadFormAsync());
            context.Response.StatusCode = 202;
        });
        return host;
    }
}
