using System.Net;

namespace KnowledgeBase.Crawling.Network;

/// <summary>Sends single requests over guarded connections. It follows nothing, keeps no cookies, and goes through no proxy.</summary>
sealed class GuardedHttp : IDisposable
{
    readonly HttpMessageInvoker _invoker;

    public GuardedHttp(NetworkGuard guard, TimeSpan connectTimeout) =>
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = guard.ConnectAsync,
            ConnectTimeout = connectTimeout,
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would connect in our place, unguarded.
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            // A body we gave up on is not read to its end: the connection is closed.
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        });

    /// <summary>Returns as soon as the headers are there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => _invoker.SendAsync(request, cancel);

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();
}
