using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Tests.Newspapers;

/// <summary>A request that reached the newspaper.</summary>
/// <param name="Path">What was asked for.</param>
/// <param name="Status">What was answered.</param>
/// <param name="UserAgent">Who asked.</param>
sealed record Visit(string Path, int Status, string UserAgent);

/// <summary>A newspaper of the tests' own on the loopback: it answers conditional requests and remembers who asked for what.</summary>
sealed class Newspaper : IAsyncDisposable
{
    /// <summary>A page that robots.txt disallows and the listing links to.</summary>
    public const string Forbidden = "/private/payroll";

    static readonly DateTimeOffset PrintedAt = new(2025, 2, 7, 6, 0, 0, TimeSpan.Zero);

    readonly WebApplication _app;
    readonly ConcurrentQueue<Visit> _visits = new();
    readonly Dictionary<string, PrintedPage> _pages = new(StringComparer.Ordinal);

    Newspaper(WebApplication app) => _app = app;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => _app.Urls.First();

    public int Port => new Uri(Address).Port;

    /// <summary>Every request since it opened or since the book was last closed, in order.</summary>
    public IReadOnlyList<Visit> Visits => [.. _visits];

    public static async Task<Newspaper> OpenAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var newspaper = new Newspaper(builder.Build());
        newspaper._app.Run(newspaper.AnswerAsync);
        await newspaper._app.StartAsync();
        foreach (PrintedPage page in Press.Print(newspaper.Address))
            newspaper._pages[page.Path] = page;
        return newspaper;
    }

    /// <summary>Forgets who came before.</summary>
    public void CloseBook() => _visits.Clear();

    /// <summary>Corrects a story in its desk's encoding: from now on its page is another.</summary>
    public void Correct(string path, byte[] was, byte[] now)
    {
        PrintedPage page = _pages[path];
        int at = page.Body.AsSpan().IndexOf(was);
        _pages[path] = page with { Body = [.. page.Body.AsSpan(0, at), .. now, .. page.Body.AsSpan(at + was.Length)] };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path;
        if (path == "/robots.txt")
            await WriteAsync(context, new(path, "text/plain", "User-agent: *\nDisallow: /private/\n"u8.ToArray()));
        else if (_pages.TryGetValue(path, out PrintedPage? page))
            await WriteAsync(context, page);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        _visits.Enqueue(new(path, context.Response.StatusCode, context.Request.Headers.UserAgent.ToString()));
    }

    static async Task WriteAsync(HttpContext context, PrintedPage page)
    {
        // RFC 9110: with an entity tag in the request, the date is not looked at.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page.Body).AsSpan(0, 8))}\"");
        var asked = context.Request.GetTypedHeaders();
        bool isKnown = asked.IfNoneMatch.Count > 0 ? asked.IfNoneMatch.Any(each => each.Compare(tag, useStrongComparison: false)) : asked.IfModifiedSince >= PrintedAt;
        var answer = context.Response.GetTypedHeaders();
        (answer.ETag, answer.LastModified) = (tag, PrintedAt);
        if (isKnown)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = page.ContentType;
        await context.Response.Body.WriteAsync(page.Body, context.RequestAborted);
    }
}
