using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Sitemaps;
using KnowledgeBase.Quality.Tests.Extraction;

namespace KnowledgeBase.Quality.Tests.Discovery;

public class SitemapTests
{
    const string Folder = "dev/sitemaps";
    const int MaxBytes = 100_000_000;

    [Fact]
    public async Task Sitemaps_of_every_form_are_read_and_found()
    {
        SharedPages shared = SharedPages.FindOrSkip();
        JsonArray cases = JsonNode.Parse(shared.ReadBytes($"{Folder}/cases.json"))!.AsArray();
        List<JsonObject> answers = [];
        foreach (JsonNode? one in cases)
            answers.Add($"{one!["type"]}" == "tree" ? await WalkAsync(one) : Read(shared, one));
        DiscoveryFloors.Check("sitemaps", shared.Score("score_sitemaps.py", $"{Folder}/cases.json", answers, "--failures"));
    }

    static JsonObject Read(SharedPages shared, JsonNode one)
    {
        // The bytes as they are, packed where the file is packed.
        byte[] bytes = File.ReadAllBytes(shared.PathOf($"{Folder}/{one["file"]}"));
        Sitemap? sitemap = SitemapReader.Find(bytes, null, new Uri($"{one["url"]}"), MaxBytes);
        return Write(one, sitemap?.Pages ?? [], [.. (sitemap?.Children ?? []).Select(child => child.Url)]);
    }

    static async Task<JsonObject> WalkAsync(JsonNode one)
    {
        JsonObject responses = one["responses"]!.AsObject();
        var walk = new SitemapWalk((address, _) => Task.FromResult(Answer(responses, address)), MaxBytes, maxSitemaps: 200);
        SitemapsOfSite found = await walk.FindAsync(new Uri($"{one["homepage"]}"), TestContext.Current.CancellationToken);
        return Write(one, found.Pages, [.. found.Sitemaps.Select(sitemap => sitemap.Url), $"{one["homepage"]}/robots.txt"]);
    }

    // What the crawler's fetcher would make of it: redirects followed, transport packing taken off.
    static FetchResult Answer(JsonObject responses, Uri address)
    {
        if (responses[address.AbsoluteUri] is not { } response)
            return new FetchResult.Failed("it is gone (404)");
        JsonObject headers = response["headers"]!.AsObject();
        if ((string?)headers["Location"] is { } location)
            return Answer(responses, new Uri(address, location));
        byte[] body = Convert.FromBase64String($"{response["body_base64"]}");
        return new FetchResult.Fetched(address.AbsoluteUri, [.. headers.Select(header => KeyValuePair.Create(header.Key, $"{header.Value}"))], body) { Status = (int)response["status"]! };
    }

    static JsonObject Write(JsonNode one, ImmutableArray<SitemapPage> pages, ImmutableArray<string> sitemaps) => new()
    {
        ["id"] = $"{one["id"]}",
        ["pages"] = new JsonArray([.. pages.Select(Write)]),
        ["sitemaps"] = new JsonArray([.. sitemaps.Select(url => new JsonObject { ["url"] = url })]),
    };

    static JsonObject Write(SitemapPage page) => new()
    {
        ["url"] = page.Url,
        ["lastmod"] = page.LastModified,
        ["news_title"] = page.NewsTitle,
        ["news_date"] = page.NewsDate,
        ["news_publication"] = page.NewsPublication,
        ["news_language"] = page.NewsLanguage,
        ["alternates"] = new JsonArray([.. page.Alternates.Select(alternate => new JsonArray(alternate.Language, alternate.Url))]),
    };
}
