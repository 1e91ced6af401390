using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Network;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>What one crawler works with, put together once: connections, turns and robots.txt outlive the single run.</summary>
sealed class Crawler : IDisposable
{
    readonly GuardedHttp _http;

    readonly HostStore _hosts;

    Crawler(GuardedHttp http, Exchange exchange, Fetcher fetcher, HostPacer pacer, RobotsBook robots, HostStore hosts) =>
        (_http, Exchange, Fetcher, Pacer, Robots, _hosts) = (http, exchange, fetcher, pacer, robots, hosts);

    public Exchange Exchange { get; }

    public Fetcher Fetcher { get; }

    public HostPacer Pacer { get; }

    public RobotsBook Robots { get; }

    /// <summary>Puts a crawler together. The options must be without problem.</summary>
    public static Crawler Build(Ledger ledger, CrawlerOptions options, TimeProvider time)
    {
        var guard = new NetworkGuard(options.AllowedPrivateEndpoints.Select(AllowedEndpoint.Find).OfType<AllowedEndpoint>());
        var http = new GuardedHttp(guard, options.HeadersTimeout);
        var exchange = new Exchange(http, UserAgent.Find(options.Contact)!, options, time);
        var pacer = new HostPacer(options, time);
        var hosts = new HostStore(ledger);
        var robots = new RobotsBook(exchange, pacer, hosts, time);
        return new(http, exchange, new Fetcher(exchange, pacer, robots, options, time), pacer, robots, hosts);
    }

    /// <summary>Takes up what earlier runs, or other crawlers, left of a host.</summary>
    public async Task RestoreAsync(string host, CancellationToken cancel)
    {
        if (await _hosts.FindAsync(host, cancel) is { RestUntil: { } rest } known)
            Pacer.Remember(host, rest, known.Failures);
    }

    /// <summary>Leaves word of a host for later runs and other crawlers.</summary>
    public Task KeepAsync(string host, CancellationToken cancel) => _hosts.SaveAsync(new(host, Pacer.FindRest(host), Pacer.FailuresOf(host)), cancel);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
