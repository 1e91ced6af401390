using System.Collections.Immutable;
using System.Net.Sockets;
using System.Security.Authentication;
using KnowledgeBase.Crawling.Network;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>Makes one request and turns whatever happens into an answer. It follows no redirect and waits for no turn.</summary>
sealed class Exchange(GuardedHttp http, UserAgent agent, CrawlerOptions options, TimeProvider time)
{
    readonly BodyReader _bodies = new(time);

    public async Task<Answer> AskAsync(Uri address, FetchRequest request, int maxBytes, CancellationToken cancel)
    {
        long started = time.GetTimestamp();
        using var total = new CancellationTokenSource(options.TotalTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, total.Token);
        try
        {
            using HttpRequestMessage message = Write(address, request);
            using HttpResponseMessage response = await SendAsync(message, either.Token);
            ReadOnlyMemory<byte> body = await _bodies.ReadAsync(response.Content, maxBytes, request.Wanted == Wanted.Robots, either.Token);
            return new Answer.Given((int)response.StatusCode, HeadersOf(response), body, time.GetElapsedTime(started));
        }
        catch (Exception e) when (FindReason(e, cancel) is var (reason, isOurs))
        {
            return new Answer.Broken(reason, isOurs, time.GetElapsedTime(started));
        }
    }

    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancel)
    {
        using var headers = new CancellationTokenSource(options.HeadersTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, headers.Token);
        return await http.SendAsync(message, either.Token);
    }

    HttpRequestMessage Write(Uri address, FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address) { Version = new(1, 1), VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        Add("User-Agent", agent.Text);
        Add("From", agent.From);
        Add("Accept", AcceptOf(request.Wanted));
        Add("Accept-Encoding", "gzip, deflate, br");
        Add("If-None-Match", request.ETag);
        Add("If-Modified-Since", request.LastModified);
        return message;

        void Add(string name, string? value)
        {
            if (value is not null)
                message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    static string AcceptOf(Wanted wanted) => wanted switch
    {
        Wanted.Page => "text/html, application/xhtml+xml, text/plain;q=0.5",
        Wanted.Robots => "text/plain, */*;q=0.1",
        _ => "application/atom+xml, application/rss+xml, application/feed+json, application/xml, text/xml, text/html;q=0.9, */*;q=0.5",
    };

    static ImmutableArray<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response) =>
    [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value))),
    ];

    static (string Reason, bool IsOurs)? FindReason(Exception e, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested && e is OperationCanceledException)
            return null;
        for (Exception? at = e; at is not null; at = at.InnerException)
        {
            if (at is RefusedAddressException or RefusedBodyException)
                return (at.Message, true);
        }
        return e switch
        {
            OperationCanceledException => ("it took too long", false),
            HttpRequestException { InnerException: AuthenticationException tls } => ($"its certificate is not good: {tls.Message}", false),
            HttpRequestException { InnerException: SocketException socket } => ($"no connection: {socket.Message}", false),
            HttpRequestException or HttpIOException or IOException or SocketException => ($"the connection broke: {e.Message}", false),
            InvalidDataException => ("its compression is damaged", false),
            // A host name that can't be written in DNS, an address no request can be made for.
            UriFormatException or ArgumentException => (e.Message, true),
            _ => null,
        };
    }
}
