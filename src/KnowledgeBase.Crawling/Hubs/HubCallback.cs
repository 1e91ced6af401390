using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Crawling.Feeds;
using KnowledgeBase.Crawling.Sources;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Hubs;

/// <summary>What a site does with the requests that hubs send to its callback address (W3C WebSub, sections 5.3 and 7).</summary>
/// <param name="content">Whose publishers' feeds are subscribed to.</param>
/// <param name="ledger">Where subscriptions are kept and links go.</param>
/// <param name="options">How much a hub may send.</param>
/// <param name="time">The clock.</param>
public sealed class HubCallback(ContentFolder content, Ledger ledger, CrawlerOptions options, TimeProvider time)
{
    static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    readonly SubscriptionStore _subscriptions = new(ledger);

    /// <summary>Answers a hub that asks (by GET) whether we meant it. The text to answer with, or null: then answer 404.</summary>
    /// <param name="token">The last part of the callback's address.</param>
    /// <param name="mode">The parameter hub.mode.</param>
    /// <param name="topic">The parameter hub.topic.</param>
    /// <param name="challenge">The parameter hub.challenge.</param>
    /// <param name="leaseSeconds">The parameter hub.lease_seconds; null when it is missing.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string?> ConfirmAsync(string token, string? mode, string? topic, string? challenge, long? leaseSeconds, CancellationToken cancel)
    {
        if (mode != "subscribe" || challenge is null || await _subscriptions.FindAsync(token, cancel) is not { } subscription || subscription.Topic != topic)
            return null;
        TimeSpan lease = TimeSpan.FromSeconds(Math.Clamp(leaseSeconds ?? 0, 0, (long)LongestLease.TotalSeconds));
        await _subscriptions.SaveAsync(subscription with { ExpiresAt = time.GetUtcNow() + lease }, cancel);
        return challenge;
    }

    /// <summary>Takes up the links of a feed that a hub sent by POST. False when nobody subscribed under this token: then answer 404, else 202.</summary>
    /// <param name="token">The last part of the callback's address.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The header Content-Type, or null.</param>
    /// <param name="signature">The header X-Hub-Signature, or null. What is not signed by our secret is thrown away, as the standard asks, without a word to the sender.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<bool> ReceiveAsync(string token, ReadOnlyMemory<byte> body, string? contentType, string? signature, CancellationToken cancel)
    {
        if (await _subscriptions.FindAsync(token, cancel) is not { } subscription)
            return false;
        Publisher? publisher = content.FindPublisher(subscription.PublisherId);
        bool isGood = body.Length <= options.MaxBodyBytes && IsSigned(body.Span, subscription.Secret, signature);
        if (isGood && publisher is { IsEnabled: true } && FeedReader.Find(body.Span, contentType, new Uri(subscription.Topic)) is { } feed)
            await new PageStore(ledger).AddLinksAsync(LinksOf(feed, publisher, subscription), time.GetUtcNow(), cancel);
        return true;
    }

    ImmutableArray<Link> LinksOf(Feed feed, Publisher publisher, Subscription subscription)
    {
        SourceAddress source = publisher.Sources.FirstOrDefault(source => source.Url == subscription.SourceUrl) ?? new(SourceKind.Feed, subscription.SourceUrl, null, null);
        var links = new LinkList(publisher, source, options, time);
        links.AddAll(feed, new Uri(subscription.Topic));
        return links.Links;
    }

    static bool IsSigned(ReadOnlySpan<byte> body, string secret, string? signature)
    {
        if (signature?.Split('=', 2) is not [var method, var hex])
            return false;
        byte[] key = Encoding.UTF8.GetBytes(secret);
        byte[]? expected = method switch
        {
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            // The first hubs know no other; for HMAC it is still good (RFC 6194).
#pragma warning disable CA5350 // The hub chooses the method, and HMAC does not rest on what SHA-1 lost.
            "sha1" => HMACSHA1.HashData(key, body),
#pragma warning restore CA5350
            _ => null,
        };
        return expected is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), Encoding.ASCII.GetBytes(hex.ToLowerInvariant()));
    }
}
