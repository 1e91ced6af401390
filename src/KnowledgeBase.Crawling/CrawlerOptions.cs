using System.ComponentModel.DataAnnotations;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Network;

namespace KnowledgeBase.Crawling;

/// <summary>How the crawler behaves towards other people's hosts.</summary>
public sealed record CrawlerOptions
{
    /// <summary>An address (mail or web) under which a host's owner can reach the operator; it stands in the User-Agent. Empty means that nothing is crawled.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Private networks that may be reached after all, as CIDR and port (<c>127.77.0.0/24:8070</c>), for tests and intranets. Empty by default.</summary>
    public IReadOnlyList<string> AllowedPrivateEndpoints { get; init; } = [];

    /// <summary>Allows <see cref="AllowedPrivateEndpoints"/> in the Production environment too. A second switch, so that a test's setting copied to a server does no harm.</summary>
    public bool AllowPrivateEndpointsInProduction { get; init; }

    /// <summary>The least time between the end of a request to a host and the next one. Default 1 s, as most robots.txt that say something say.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan DefaultGap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time a host can ask for between two requests, by Crawl-delay or by being slow. Default 2 min: with more, a page a minute would need a day for a thousand.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxGap { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a host may take to send the headers. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one request may take from connecting to the last byte. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many bytes a page, feed or sitemap may have after decompression. Default 10 MB; a sitemap of the protocol's full 50 MB is cut off as too large.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBodyBytes { get; init; } = 10_000_000;

    /// <summary>How many redirects are followed for a page. Default 10, what browsers and the fetch standard (20) bear with room to spare.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; init; } = 10;

    /// <summary>How many hosts are visited at the same time. Each gets one request at a time. Default 16: a home line's worth of connections.</summary>
    [Range(1, 1000)]
    public int MaxHostsAtOnce { get; init; } = 16;

    /// <summary>How many pages of one host are fetched in one run of the stage; the others stay due. Default 300: five minutes at the default gap, so that the sources stay fresh.</summary>
    [Range(1, 1_000_000)]
    public int MaxPagesPerHost { get; init; } = 300;

    /// <summary>How many links of one source are taken up in one poll, the newest first. Default 2000, what a news sitemap may hold twice.</summary>
    [Range(1, 50_000)]
    public int MaxLinksPerSource { get; init; } = 2000;

    /// <summary>How many children of a sitemap index are fetched in one poll, the last changed first. Default 20.</summary>
    [Range(1, 1000)]
    public int MaxSitemapsPerSource { get; init; } = 20;

    /// <summary>The shortest time between two polls of a source. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MinPollInterval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest time between two polls of a source. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan MaxPollInterval { get; init; } = TimeSpan.FromHours(24);

    /// <summary>After how long a crawler that died loses the hosts it held, so that another goes on. Default 30 s; a living one renews its hold in time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The public address under which hubs reach the site's callback, ending in a slash (<c>https://kb.example.org/hub/</c>). Empty, the default, means that no hub is asked to tell us.</summary>
    public string HubCallbackAddress { get; init; } = "";

    /// <summary>Why nothing may be crawled with these options in an environment, in one sentence that says what to do; null when all is well.</summary>
    /// <param name="environment">The name of the host's environment: Production, Development and so on.</param>
    public string? FindProblem(string environment)
    {
        if (UserAgent.Find(Contact) is null)
        {
            return Contact.Length == 0
                ? "Nothing is crawled: set Crawler:Contact to a mail or web address under which a host's owner can reach you (Crawler__Contact in the environment, or --contact)."
                : $"Nothing is crawled: Crawler:Contact is '{Contact}', which is no mail address and no http or https address.";
        }
        if (MinPollInterval > MaxPollInterval)
            return $"Nothing is crawled: Crawler:MinPollInterval ({MinPollInterval}) is longer than Crawler:MaxPollInterval ({MaxPollInterval}).";
        if (HubCallbackAddress.Length > 0 && !IsCallback(HubCallbackAddress))
            return $"Nothing is crawled: Crawler:HubCallbackAddress is '{HubCallbackAddress}'; it is the site's public address with /hub/ at its end, such as https://kb.example.org/hub/.";
        foreach (string endpoint in AllowedPrivateEndpoints)
        {
            if (AllowedEndpoint.Find(endpoint) is null)
                return $"Nothing is crawled: '{endpoint}' in Crawler:AllowedPrivateEndpoints is not written as network/bits:port, such as 127.77.0.0/24:8070.";
        }
        bool isRefused = AllowedPrivateEndpoints.Count > 0 && !AllowPrivateEndpointsInProduction && environment.Equals("Production", StringComparison.OrdinalIgnoreCase);
        return isRefused ? "Nothing is crawled: Crawler:AllowedPrivateEndpoints opens private networks in Production. Empty it, or set Crawler:AllowPrivateEndpointsInProduction to true." : null;
    }

    static bool IsCallback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? callback) && callback.Scheme is "http" or "https" && callback.AbsolutePath.EndsWith("/hub/", StringComparison.Ordinal) && callback.Query.Length == 0;
}
