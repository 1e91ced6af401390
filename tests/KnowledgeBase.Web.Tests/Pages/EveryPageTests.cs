using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using KnowledgeBase.Articles;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

/// <summary>Walks from the home page of each language along the site's own links and checks what must hold on every page.</summary>
[Collection(RepositorySiteTests.Name)]
public sealed partial class EveryPageTests(RepositorySite fixture)
{
    // Searches lead to ever more searches: of these a sample is enough.
    const int MaxSearches = 24;
    const int AtOnce = 4;

    readonly TestSite _site = fixture.Site;
    readonly ConcurrentBag<string> _faults = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ja")]
    public async Task Every_link_of_the_site_leads_to_a_sound_page(string language)
    {
        HashSet<string> known = [$"/{language}/"];
        int searches = 0;
        for (IReadOnlyList<string> due = [$"/{language}/"]; due.Count > 0;)
        {
            ConcurrentBag<string> found = [];
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (path, _) =>
            {
                foreach (string link in await VisitAsync(path))
                    found.Add(link);
            });
            due = [.. found.Distinct().Order(StringComparer.Ordinal).Where(link => IsDue(link, language) && !known.Contains(link)).Where(link => !IsSearch(link) || searches++ < MaxSearches)];
            known.UnionWith(due);
        }

        Assert.Empty(_faults.Order(StringComparer.Ordinal).Take(20));
        Assert.True(known.Count > 150, $"Only {known.Count} pages were found.");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en/")]
    [InlineData("/zh/search?q=a")]
    [InlineData("/ja/search.atom")]
    [InlineData("/en/nowhere")]
    [InlineData("/theme?value=dark&back=/en/")]
    [InlineData("/site.css")]
    [InlineData("/robots.txt")]
    public async Task Every_answer_carries_the_headers_that_keep_strangers_out(string path)
    {
        using HttpResponseMessage answer = await _site.AskAsync(path);

        Assert.Null(FindHeaderFault(answer));
    }

    async Task<IEnumerable<string>> VisitAsync(string path)
    {
        using HttpResponseMessage answer = await _site.AskAsync(path);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        if (answer.StatusCode != HttpStatusCode.OK)
            _faults.Add($"{path}: {(int)answer.StatusCode}");
        if (FindHeaderFault(answer) is { } fault)
            _faults.Add($"{path}: {fault}");
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            return [];
        IHtmlDocument page = TestSite.Parse(text);
        foreach (string each in FindFaults(page, text))
            _faults.Add($"{path}: {each}");
        return page.QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).Distinct();
    }

    IEnumerable<string> FindFaults(IHtmlDocument page, string text)
    {
        if (page.QuerySelector("style, [style], script:not([src]), iframe, object, embed, base, img:not([alt])") is { } inline)
            yield return $"forbidden {inline.OuterHtml}";
        if (page.All.SelectMany(element => element.Attributes).FirstOrDefault(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) is { } script)
            yield return $"a script in {script.Name}";
        if (page.QuerySelectorAll("script[src], img[src], link[rel=stylesheet], link[rel=icon]").FirstOrDefault(element => !IsOurs(element.GetAttribute("src") ?? element.GetAttribute("href")!)) is { } foreign)
            yield return $"foreign {foreign.OuterHtml}";
        if (page.QuerySelectorAll("a[href]").FirstOrDefault(link => !TargetPattern().IsMatch(link.GetAttribute("href")!)) is { } odd)
            yield return $"a link to {odd.GetAttribute("href")}";
        if (page.QuerySelectorAll("h1").Length != 1 || string.IsNullOrWhiteSpace(page.QuerySelector("h1")!.TextContent))
            yield return "not one headline";
        if (string.IsNullOrWhiteSpace(page.Title))
            yield return "no title";
        if (page.QuerySelectorAll("[id]").GroupBy(element => element.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            yield return $"id {twice.Key} twice";
        if (page.QuerySelectorAll("[lang]").Select(element => element.GetAttribute("lang")).FirstOrDefault(tag => !TagPattern().IsMatch(tag!)) is { } strange)
            yield return $"lang '{strange}'";
        if (page.QuerySelectorAll("a[href]").FirstOrDefault(link => string.IsNullOrWhiteSpace(link.TextContent)) is { } empty)
            yield return $"a link without words: {empty.OuterHtml}";
        if (GapPattern().IsMatch(page.DocumentElement.TextContent))
            yield return "an unfilled gap";
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
            yield return "a replacement character";
    }

    static string? FindHeaderFault(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Content-Security-Policy", out IEnumerable<string>? policies))
            return "no content security policy";
        string policy = string.Join(',', policies);
        return !policy.Contains("default-src 'none'", StringComparison.Ordinal) || !policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) ? $"a weak policy: {policy}"
            : policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains("http", StringComparison.Ordinal) || policy.Contains('*', StringComparison.Ordinal) ? $"an open policy: {policy}"
            : !answer.Headers.TryGetValues("X-Content-Type-Options", out IEnumerable<string>? options) || options.Single() != "nosniff" ? "content may be sniffed"
            : null;
    }

    // An article is on the site of each language: a third of them each is enough.
    static bool IsDue(string link, string language) =>
        link.StartsWith($"/{language}/", StringComparison.Ordinal) && (!link.Contains("/article/", StringComparison.Ordinal) || link[^1] % 3 == Language.All.ToList().FindIndex(each => each.Code == language));

    static bool IsSearch(string link) => link.Split('?')[0].EndsWith("/search", StringComparison.Ordinal) || link.Contains("/search.", StringComparison.Ordinal);

    bool IsOurs(string address) => (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) || address.StartsWith(_site.Address + "/", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(/(?!/)|#|https?://)")]
    private static partial Regex TargetPattern();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex GapPattern();
}
