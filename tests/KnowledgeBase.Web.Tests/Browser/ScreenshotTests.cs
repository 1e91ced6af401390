using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Browser;

/// <summary>The pictures of the README.</summary>
[Collection(RepositorySiteTests.Name)]
public sealed class ScreenshotTests(RepositorySite fixture, Chromium chromium)
{
    /// <summary>Also writes them beside the tests, when set to 1.</summary>
    const string Switch = "KB_UPDATE_SCREENSHOTS";

    const int MaxBytesTogether = 300_000;

    static readonly Microsoft.Playwright.PageScreenshotOptions AtRest = new() { Animations = Microsoft.Playwright.ScreenshotAnimations.Disabled };

    static string Folder => Path.Combine(Repository.Tests, "Screenshots");

    [Fact]
    public async Task Home_and_search_make_two_small_pictures()
    {
        await using Window window = await chromium.OpenAsync(fixture.Site, new() { ViewportSize = new() { Width = 1280, Height = 800 } });

        await window.Page.GotoAsync("/en/");
        byte[] home = await window.Page.ScreenshotAsync(AtRest);
        await window.Page.GotoAsync("/en/search?q=investment&city=kobe");
        byte[] search = await window.Page.ScreenshotAsync(AtRest);

        Assert.Empty(window.Faults);
        Assert.InRange(home.Length + search.Length, 20_000, MaxBytesTogether);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllBytesAsync(Path.Combine(Folder, "home.png"), home, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(Folder, "search.png"), search, TestContext.Current.CancellationToken);
        }
    }
}
