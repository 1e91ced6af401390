using System.Net;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Network;

namespace KnowledgeBase.Crawling;

/// <summary>Downloads single files that an operator asks for, over the crawler's guarded connections.</summary>
/// <param name="options">Timeouts, contact and allowed endpoints.</param>
/// <param name="time">The clock.</param>
public sealed class FileDownload(CrawlerOptions options, TimeProvider time) : IDisposable
{
    // Some ten megabytes at modem speed.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    readonly GuardedHttp _http = new(new NetworkGuard(options.AllowedPrivateEndpoints.Select(AllowedEndpoint.Find).OfType<AllowedEndpoint>()), options.HeadersTimeout);

    /// <summary>Downloads a file.</summary>
    /// <param name="address">Where it is; redirects are followed.</param>
    /// <param name="file">Where it goes; what is there is overwritten.</param>
    /// <param name="maxBytes">A larger one is refused.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Why there is no file, for a person to read; null when there is one.</returns>
    public async Task<string?> FindProblemAsync(string address, string file, long maxBytes, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            var at = new Uri(address);
            for (int redirects = 0; redirects <= options.MaxRedirects; redirects++)
            {
                using HttpRequestMessage request = RequestOf(at);
                using HttpResponseMessage response = await _http.SendAsync(request, either.Token);
                if (response.StatusCode == HttpStatusCode.OK)
                    return await SaveAsync(response, file, maxBytes, either.Token);
                if ((int)response.StatusCode is < 300 or > 399 || response.Headers.Location is not { } location)
                    return $"the server answered {(int)response.StatusCode}";
                at = new Uri(at, location);
                if (at.Scheme != Uri.UriSchemeHttp && at.Scheme != Uri.UriSchemeHttps)
                    return $"it leads to {at}";
            }
            return "it leads from one address to another without end";
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is HttpRequestException or HttpIOException or IOException or OperationCanceledException)
        {
            return e is OperationCanceledException ? "it took too long" : (e.GetBaseException().Message.TrimEnd('.'));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    HttpRequestMessage RequestOf(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (UserAgent.Find(options.Contact) is { } agent)
            request.Headers.TryAddWithoutValidation("User-Agent", agent.Text);
        return request;
    }

    static async Task<string?> SaveAsync(HttpResponseMessage response, string file, long maxBytes, CancellationToken cancel)
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(cancel);
        await using FileStream stream = File.Create(file);
        byte[] piece = new byte[1 << 16];
        long bytes = 0;
        for (int read = await body.ReadAsync(piece, cancel); read > 0; read = await body.ReadAsync(piece, cancel))
        {
            if ((bytes += read) > maxBytes)
                return "it is much larger than it should be";
            await stream.WriteAsync(piece.AsMemory(0, read), cancel);
        }
        return null;
    }
}
