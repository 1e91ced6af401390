using Dapper;

namespace KnowledgeBase.Storage;

/// <summary>A subscription to a feed at its hub (W3C WebSub): the hub tells us when something is new.</summary>
/// <param name="Token">Names it in the callback's address; nobody can guess it.</param>
/// <param name="SourceUrl">The source whose feed it is.</param>
/// <param name="PublisherId">The publisher.</param>
/// <param name="Hub">The hub's address.</param>
/// <param name="Topic">What the feed calls its own address.</param>
/// <param name="Secret">What the hub signs with.</param>
/// <param name="RequestedAt">When we last asked for it.</param>
/// <param name="ExpiresAt">Until when the hub keeps it; null until the hub has asked back.</param>
public sealed record Subscription(
    string Token, string SourceUrl, string PublisherId, string Hub, string Topic, string Secret, DateTimeOffset RequestedAt, DateTimeOffset? ExpiresAt);

/// <summary>The subscriptions.</summary>
public sealed class SubscriptionStore(Ledger ledger)
{
    /// <summary>The subscription with a token, or null.</summary>
    public Task<Subscription?> FindAsync(string token, CancellationToken cancel) => FindAsync("token", token, cancel);

    /// <summary>The subscription of a source, or null.</summary>
    public Task<Subscription?> FindBySourceAsync(string sourceUrl, CancellationToken cancel) => FindAsync("source", sourceUrl, cancel);

    /// <summary>Keeps a subscription; a source has one.</summary>
    public Task SaveAsync(Subscription subscription, CancellationToken cancel) => ledger.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            """
            INSERT INTO subscription (token, source, publisher, hub, topic, secret, requested_at, expires_at)
            VALUES (@Token, @SourceUrl, @PublisherId, @Hub, @Topic, @Secret, @requested, @expires)
            ON CONFLICT (source) DO UPDATE SET token = excluded.token, publisher = excluded.publisher, hub = excluded.hub, topic = excluded.topic,
                secret = excluded.secret, requested_at = excluded.requested_at, expires_at = excluded.expires_at
            """,
            new
            {
                subscription.Token,
                subscription.SourceUrl,
                subscription.PublisherId,
                subscription.Hub,
                subscription.Topic,
                subscription.Secret,
                requested = subscription.RequestedAt.ToUnixTimeMilliseconds(),
                expires = subscription.ExpiresAt?.ToUnixTimeMilliseconds(),
            },
            transaction),
        cancel);

    Task<Subscription?> FindAsync(string column, string value, CancellationToken cancel) => ledger.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<Row>(
            $"""
            SELECT token AS Token, source AS Source, publisher AS Publisher, hub AS Hub, topic AS Topic, secret AS Secret, requested_at AS RequestedAt, expires_at AS ExpiresAt
            FROM subscription WHERE {column} = @value
            """,
            new { value }))?.ToSubscription(),
        cancel);

    sealed class Row
    {
        public string Token { get; set; } = "";

        public string Source { get; set; } = "";

        public string Publisher { get; set; } = "";

        public string Hub { get; set; } = "";

        public string Topic { get; set; } = "";

        public string Secret { get; set; } = "";

        public long RequestedAt { get; set; }

        public long? ExpiresAt { get; set; }

        public Subscription ToSubscription() => new(
            Token, Source, Publisher, Hub, Topic, Secret, DateTimeOffset.FromUnixTimeMilliseconds(RequestedAt),
            ExpiresAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
    }
}
