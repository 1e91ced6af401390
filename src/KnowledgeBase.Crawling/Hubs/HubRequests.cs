using System.Globalization;
using System.Security.Cryptography;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Hubs;

/// <summary>Asks hubs to tell us of news (W3C WebSub, section 5.1). Polling goes on beside it, since hubs forget.</summary>
sealed class HubRequests(Ledger ledger, Exchange exchange, HostPacer pacer, CrawlerOptions options, TimeProvider time)
{
    /// <summary>Hubs grant up to ten days or so.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromDays(10);

    /// <summary>So long before the end it is asked for again, and so long a request may go without an answer.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    readonly SubscriptionStore _subscriptions = new(ledger);

    /// <summary>Subscribes to a topic, unless that was done not long ago, or hubs could not reach us.</summary>
    public async Task SubscribeAsync(string sourceUrl, string publisherId, string hub, string topic, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (options.HubCallbackAddress.Length == 0 || !Uri.TryCreate(hub, UriKind.Absolute, out Uri? address) || Redirect.FindProblem(address) is not null)
            return;
        Subscription? before = await _subscriptions.FindBySourceAsync(sourceUrl, cancel);
        if (before is not null && (before.ExpiresAt > now + Ahead || before.RequestedAt > now - Ahead))
            return;
        // The answer comes to the callback, maybe before this request returns: what it needs is kept first.
        var subscription = new Subscription(before?.Token ?? Secret(), sourceUrl, publisherId, hub, topic, before?.Secret ?? Secret(), now, before?.ExpiresAt);
        await _subscriptions.SaveAsync(subscription, cancel);
        using HostTurn turn = await pacer.TakeTurnAsync(HostName.Of(address), null, null, cancel);
        await exchange.PostAsync(address, FormOf(subscription), cancel);
    }

    /// <summary>Asks again for what a source has, when its time is near: a feed that did not change does not name its hub anew.</summary>
    public async Task RenewAsync(string sourceUrl, CancellationToken cancel)
    {
        if (options.HubCallbackAddress.Length > 0 && await _subscriptions.FindBySourceAsync(sourceUrl, cancel) is { } known)
            await SubscribeAsync(sourceUrl, known.PublisherId, known.Hub, known.Topic, cancel);
    }

    Dictionary<string, string> FormOf(Subscription subscription) => new(StringComparer.Ordinal)
    {
        ["hub.mode"] = "subscribe",
        ["hub.topic"] = subscription.Topic,
        ["hub.callback"] = options.HubCallbackAddress + subscription.Token,
        ["hub.secret"] = subscription.Secret,
        ["hub.lease_seconds"] = Lease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
    };

    static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
