using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Crawling.Tests;

/// <summary>A host on loopback, answering under every address of 127.0.0.0/8, that remembers what it was asked.</summary>
sealed class TestHost : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);

    TestHost(WebApplication app, int port) => (_app, Port) = (app, port);

    public int Port { get; }

    public string Address => $"http://127.77.0.1:{Port}";

    public ConcurrentQueue<AskedFor> Asked { get; } = new();

    /// <summary>The paths asked for, without robots.txt.</summary>
    public IEnumerable<string> Paths => Asked.Select(asked => asked.Path).Where(path => path != "/robots.txt");

    public string Allowed => $"127.0.0.0/8:{Port}";

    public static async Task<TestHost> StartAsync()
    {
        int port = FindFreePort();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Any, port);
        });
        WebApplication app = builder.Build();
        var host = new TestHost(app, port);
        app.Run(host.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Answers a path, which may have a query, in a way of its own.</summary>
    public TestHost On(string path, RequestDelegate answer)
    {
        _pages[path] = answer;
        return this;
    }

    /// <summary>Answers a path with a body, and with 304 to whoever has it.</summary>
    public TestHost On(string path, string contentType, byte[] body)
    {
        string tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body))[..16]}\"";
        return On(path, async context =>
        {
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = 304;
                return;
            }
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(body);
        });
    }

    public TestHost On(string path, string contentType, string body) => On(path, contentType, Encoding.UTF8.GetBytes(body));

    public TestHost OnPage(string path, string html) => On(path, "text/html; charset=utf-8", html);

    public TestHost OnRedirect(string path, string to, int status = 302) => On(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    public TestHost OnStatus(string path, int status, string? retryAfter = null) => On(path, context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(stop.Token);
        await _app.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path + context.Request.QueryString;
        Asked.Enqueue(new(path, context.Request.Host.Value ?? "", context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), TimeProvider.System.GetTimestamp()));
        if (_pages.TryGetValue(path, out RequestDelegate? answer))
            await answer(context);
        else
            context.Response.StatusCode = 404;
    }

    public static int FindFreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

/// <summary>A request a test host got.</summary>
sealed record AskedFor(string Path, string Host, IReadOnlyDictionary<string, string> Headers, long At);
