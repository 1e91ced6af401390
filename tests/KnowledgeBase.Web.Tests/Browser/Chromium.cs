using System.Collections.Concurrent;
using KnowledgeBase.Web.Tests.Sites;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(KnowledgeBase.Web.Tests.Browser.Chromium))]

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>Debian's Chromium, started once for all tests, by the first that wants it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    const string Missing = "No Chromium: install it (apt-get install chromium fonts-noto-cjk), or name one in KB_CHROMIUM.";

    // Milliseconds, for a machine that is busy elsewhere. Expectations have a patience of their own: five seconds, unless told.
    const float Patience = 120_000;

    // The rest keeps the browser from asking its maker's hosts for anything.
    static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    readonly Lazy<Task<IBrowser>> _browser;
    IPlaywright? _playwright;

    public Chromium() => _browser = new(LaunchAsync);

    static string Program => Environment.GetEnvironmentVariable("KB_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    /// <summary>A new window. Skips the test where there is no browser; fails it where KB_REQUIRE_BROWSER is 1.</summary>
    public async Task<Window> OpenAsync(TestSite site, BrowserNewContextOptions? options = null)
    {
        bool isThere = File.Exists(Program);
        if (!isThere && Environment.GetEnvironmentVariable("KB_REQUIRE_BROWSER") == "1")
            Assert.Fail(Missing);
        Assert.SkipUnless(isThere, Missing);
        options ??= new();
        options.BaseURL = site.Address;
        IBrowserContext context = await (await _browser.Value).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return new(context, await context.NewPageAsync(), site.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_browser.IsValueCreated)
            return;
        await (await _browser.Value).DisposeAsync();
        _playwright?.Dispose();
    }

    async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments, Timeout = Patience });
    }
}

/// <summary>A window and what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly ConcurrentQueue<string> _faults = new();

    public Window(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        // Also tells what the content security policy refused.
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Request += (_, request) => Note(!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), $"foreign: {request.Url}");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status}: {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>Console errors, refused or foreign requests, failed answers.</summary>
    public IReadOnlyCollection<string> Faults => [.. _faults];

    public ValueTask DisposeAsync() => new(_context.CloseAsync());

    void Note(bool isFault, string fault)
    {
        if (isFault)
            _faults.Enqueue(fault);
    }
}
