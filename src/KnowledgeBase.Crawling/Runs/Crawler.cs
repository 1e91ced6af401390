using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Network;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>What one crawler works with, put together once: connections, turns and robots.txt outlive the single run.</summary>
sealed class Crawler : IDisposable
{
    readonly GuardedHttp _http;

    Crawler(GuardedHttp http, Fetcher fetcher, HostPacer pacer, RobotsBook robots) => (_http, Fetcher, Pacer, Robots) = (http, fetcher, pacer, robots);

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
        var robots = new RobotsBook(exchange, pacer, new HostStore(ledger), time);
        return new(http, new Fetcher(exchange, pacer, robots, options, time), pacer, robots);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
