using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Articles;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Sites;

/// <summary>The real site on a free port of the loopback, with a data folder of its own.</summary>
public sealed class TestSite : IAsyncDisposable
{
    // A start with the repository's content takes a few seconds; a machine that is busy elsewhere needs many times that.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly WebApplication _app;

    TestSite(WebApplication app, string data)
    {
        (_app, Data) = (app, data);
        Address = app.Urls.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Its data folder.</summary>
    public string Data { get; }

    /// <summary>Asks the site; follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    internal ReadingRoom Room => _app.Services.GetRequiredService<ReadingRoom>();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts the site and waits until the briefs of the content folder can be searched.</summary>
    public static async Task<TestSite> StartAsync(string content, params string[] settings)
    {
        string data = Directory.CreateTempSubdirectory("kb-site-").FullName;
        // Pages and static files are found by the name of the program, which here is the tests'.
        WebApplication app = await Site.BuildAsync(
        [
            "--applicationName=KnowledgeBase.Web", $"--Data={data}", $"--Content={content}", "--Urls=http://127.0.0.1:0", "--Pipeline:Interval=00:00:01",
            "--Logging:LogLevel:KnowledgeBase=None", "--Logging:LogLevel:Default=None", .. settings,
        ]);
        await app.StartAsync();
        var site = new TestSite(app, data);
        await site.WaitForIndexAsync();
        return site;
    }

    /// <summary>Stores articles as the reader does and waits until they can be searched.</summary>
    public async Task SaveAsync(IEnumerable<Article> articles)
    {
        foreach (Article article in articles)
            await Room.Articles.SaveAsync(article, CancellationToken.None);
        await WaitForIndexAsync();
    }

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="TimeoutException">It is still not so after two minutes.</exception>
    public static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                throw new TimeoutException("The site did not get there within two minutes.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    public Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return Client.SendAsync(request, Cancel);
    }

    public async Task<string> ReadAsync(string path, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage answer = await AskAsync(path, headers);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path, params (string Name, string Value)[] headers) => Parse(await ReadAsync(path, headers));

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    Task WaitForIndexAsync() => WaitUntilAsync(async () =>
        Room.Count >= Room.Content.Briefs.Length && Room.Revision > 0 && Room.Revision == await Room.Articles.RevisionAsync(CancellationToken.None));
}
