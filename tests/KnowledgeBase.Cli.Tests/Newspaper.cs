using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KnowledgeBase.Cli.Tests;

/// <summary>A newspaper of one article on loopback: a feed and the page it names, a home page, and what a test adds.</summary>
sealed class Newspaper : IDisposable
{
    readonly HttpListener _listener = new();
    readonly ConcurrentDictionary<string, (string Type, string Text)> _others = new(StringComparer.Ordinal);

    public Newspaper()
    {
        Port = FindPort();
        _listener.Prefixes.Add(Home);
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port { get; }

    public string Home => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/");

    /// <summary>How a test's process may reach it.</summary>
    public (string Name, string Value)[] Environment =>
        [("Crawler__AllowedPrivateEndpoints__0", $"127.0.0.0/8:{Port}"), ("Crawler__Contact", "desk@example.org"), ("Crawler__DefaultGap", "00:00:00"), ("DOTNET_ENVIRONMENT", "Development")];

    /// <summary>Answers something of its own, also in the place of what it had.</summary>
    public void On(string path, string type, string text) => _others[path] = (type, text);

    public void Dispose() => _listener.Close();

    async Task ServeAsync()
    {
        try
        {
            while (_listener.IsListening)
                Answer(await _listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed at the end of the test.
        }
    }

    void Answer(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        (string type, string? text) = _others.TryGetValue(path, out (string Type, string Text) other) ? other : path switch
        {
            "/" => ("text/html; charset=utf-8", "<html lang=en><title>The Port Times: news, and more</title><link rel=alternate type=application/rss+xml href=/feed.xml>"),
            "/feed.xml" => ("application/rss+xml", $"<rss version=\"2.0\"><channel><title>The Port Times</title><item><title>Rent</title><link>{Home}news/1.html</link></item></channel></rss>"),
            "/news/1.html" => ("text/html; charset=utf-8", Pages.Html("en", "Kobe pays half the rent", Pages.English)),
            _ => ("text/plain", null),
        };
        context.Response.StatusCode = text is null ? 404 : 200;
        context.Response.ContentType = type;
        context.Response.Close(Encoding.UTF8.GetBytes(text ?? ""), willBlock: false);
    }

    static int FindPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
