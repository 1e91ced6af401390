using KnowledgeBase.Crawling;
using KnowledgeBase.Crawling.Hubs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Where hubs tell us of news (W3C WebSub). Its public address is the setting <c>Crawler:HubCallbackAddress</c>; without it nobody was told of it, and every answer is 404.</summary>
static class HubRoute
{
    /// <summary>The path below which each subscription has an address of its own.</summary>
    const string Path = "/hub/{token}";

    public static void MapHubCallback(this WebApplication app)
    {
        app.MapGet(Path, ConfirmAsync);
        // A hub has no form of ours and no cookie: the signature is what proves it.
        app.MapPost(Path, ReceiveAsync).DisableAntiforgery();
    }

    static async Task<IResult> ConfirmAsync(string token, HttpRequest request, ReadingRoom room, IOptions<CrawlerOptions> options, TimeProvider time, CancellationToken cancel)
    {
        string? Asked(string name) => request.Query[name].FirstOrDefault();
        long? lease = long.TryParse(Asked("hub.lease_seconds"), out long seconds) ? seconds : null;
        var callback = new HubCallback(room.Content, room.Ledger, options.Value, time);
        string? challenge = await callback.ConfirmAsync(token, Asked("hub.mode"), Asked("hub.topic"), Asked("hub.challenge"), lease, cancel);
        // Plain text, so that nobody can make us serve a page of his own.
        return challenge is null ? Results.NotFound() : Results.Text(challenge, "text/plain");
    }

    static async Task<IResult> ReceiveAsync(string token, HttpContext context, ReadingRoom room, IOptions<CrawlerOptions> options, TimeProvider time, CancellationToken cancel)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = options.Value.MaxBodyBytes;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancel);
        string? signature = context.Request.Headers["X-Hub-Signature"].FirstOrDefault();
        var callback = new HubCallback(room.Content, room.Ledger, options.Value, time);
        bool isKnown = await callback.ReceiveAsync(token, body.ToArray(), context.Request.ContentType, signature, cancel);
        return isKnown ? Results.Accepted() : Results.NotFound();
    }
}
