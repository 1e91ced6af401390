using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using KnowledgeBase.Crawling.Fetching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KnowledgeBase.Crawling.Tests.Fetching;

public class HostileHostTests
{
    static readonly Func<CrawlerOptions, CrawlerOptions> Impatient =
        options => options with { HeadersTimeout = TimeSpan.FromMilliseconds(300), TotalTimeout = TimeSpan.FromSeconds(1), MaxBodyBytes = 3_000_000 };

    [Fact]
    public async Task A_small_file_that_unpacks_to_gigabytes_is_given_up()
    {
        // Zeros pack 1:1000; with room for a gigabyte only the ratio can stop it.
        await using TestHost host = (await TestHost.StartAsync()).On("/a", Bomb);
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { MaxBodyBytes = 100_000_000 });
        Assert.Equal("it unpacks to more than 200 times its size", Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a")).Reason);
    }

    [Fact]
    public async Task A_bomb_below_the_ratio_meets_the_limit()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/a", Bomb);
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { MaxBodyBytes = 500_000 });
        Assert.Equal("it is larger than 500000 bytes", Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a")).Reason);
    }

    [Fact]
    public async Task A_body_without_end_is_given_up()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/a", async context =>
        {
            context.Response.ContentType = "text/html";
            byte[] block = new byte[64 * 1024];
            Random.Shared.NextBytes(block);
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });
        await using Workshop workshop = await Workshop.OpenAsync(host, change: Impatient);
        Assert.Equal("it is larger than 3000000 bytes", Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a")).Reason);
    }

    [Fact]
    public async Task Headers_that_do_not_come_are_not_waited_for()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/a", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        // The two limits lie so far apart that a busy machine can't blur which of them ended it.
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { HeadersTimeout = TimeSpan.FromSeconds(2), TotalTimeout = TimeSpan.FromMinutes(10) });
        FetchResult result = await workshop.FetchAsync(host.Address + "/a");
        Assert.Equal("it took too long", Assert.IsType<FetchResult.Failed>(result).Reason);
        // The page itself was waited for, not robots.txt before it.
        Assert.Contains("/a", host.Paths);
        Assert.InRange(result.Took, TimeSpan.FromSeconds(1.9), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up_in_time()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/a", async context =>
        {
            context.Response.ContentType = "text/html";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("<", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(50, context.RequestAborted);
            }
        });
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { HeadersTimeout = TimeSpan.FromMinutes(10), TotalTimeout = TimeSpan.FromSeconds(2) });
        FetchResult result = await workshop.FetchAsync(host.Address + "/a");
        Assert.Equal("it took too long", Assert.IsType<FetchResult.Failed>(result).Reason);
        Assert.Contains("/a", host.Paths);
        Assert.InRange(result.Took.TotalSeconds, 1.9, 6);
    }

    [Fact]
    public async Task A_connection_reset_in_the_middle_is_a_failure()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/a", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>half of");
            await context.Response.Body.FlushAsync();
            context.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
        });
        await using Workshop workshop = await Workshop.OpenAsync(host);
        Assert.StartsWith("the connection broke", Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_shorter_than_announced_is_a_failure()
    {
        using var raw = new RawHost("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>short");
        await using TestHost host = (await TestHost.StartAsync()).OnPage("/", "x");
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { AllowedPrivateEndpoints = [raw.Allowed] });
        Assert.StartsWith("the connection broke", Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(raw.Address)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_end_are_a_failure()
    {
        using var raw = new RawHost("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 4000).Select(i => $"X-{i}: {new string('a', 100)}\r\n")) + "\r\n");
        await using TestHost host = await TestHost.StartAsync();
        await using Workshop workshop = await Workshop.OpenAsync(host, change: options => options with { AllowedPrivateEndpoints = [raw.Allowed] });
        Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(raw.Address));
    }

    [Fact]
    public async Task Damaged_compression_is_a_failure()
    {
        await using TestHost host = (await TestHost.StartAsync()).On("/a", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.WriteAsync("this is not gzip at all");
        });
        await using Workshop workshop = await Workshop.OpenAsync(host);
        Assert.Equal("its compression is damaged", Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(host.Address + "/a")).Reason);
    }

    [Fact]
    public async Task Ten_megabytes_of_robots_txt_are_read_as_far_as_the_standard_says()
    {
        string large = "user-agent: *\ndisallow: /first\n" + string.Concat(Enumerable.Repeat("# " + new string('x', 98) + "\n", 100_000)) + "disallow: /last\n";
        await using TestHost host = (await TestHost.StartAsync()).On("/robots.txt", "text/plain", large).OnPage("/first", "<p>1</p>").OnPage("/last", "<p>2</p>");
        await using Workshop workshop = await Workshop.OpenAsync(host);
        Assert.IsType<FetchResult.Disallowed>(await workshop.FetchAsync(host.Address + "/first"));
        Assert.IsType<FetchResult.Fetched>(await workshop.FetchAsync(host.Address + "/last"));
    }

    static async Task Bomb(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = "gzip";
        byte[] zeros = new byte[1024 * 1024];
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.SmallestSize);
        for (int i = 0; i < 1000 && !context.RequestAborted.IsCancellationRequested; i++)
            await packed.WriteAsync(zeros, context.RequestAborted);
    }

    /// <summary>Says the same to everybody but those who ask for robots.txt, then hangs up.</summary>
    sealed class RawHost : IDisposable
    {
        readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public RawHost(string answer)
        {
            _listener.Start();
            _ = AnswerAsync(answer);
        }

        public string Allowed => $"127.0.0.0/8:{Port}";

        public string Address => $"http://127.0.0.1:{Port}/";

        int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose() => _listener.Stop();

        async Task AnswerAsync(string answer)
        {
            try
            {
                while (true)
                {
                    using Socket socket = await _listener.AcceptSocketAsync();
                    byte[] request = new byte[8192];
                    int length = await socket.ReceiveAsync(request);
                    bool isRobots = Encoding.ASCII.GetString(request, 0, length).StartsWith("GET /robots.txt", StringComparison.Ordinal);
                    await socket.SendAsync(Encoding.ASCII.GetBytes(isRobots ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : answer));
                    socket.Shutdown(SocketShutdown.Both);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over, or the crawler hung up first.
            }
        }
    }
}
