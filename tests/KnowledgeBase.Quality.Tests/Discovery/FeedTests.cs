using System.Text.Json.Nodes;
using KnowledgeBase.Crawling.Feeds;
using KnowledgeBase.Quality.Tests.Extraction;

namespace KnowledgeBase.Quality.Tests.Discovery;

public class FeedTests
{
    const string Folder = "dev/feeds";

    [Fact]
    public void Feeds_of_every_age_and_sickness_are_read()
    {
        SharedPages shared = SharedPages.FindOrSkip();
        JsonArray cases = JsonNode.Parse(shared.ReadBytes($"{Folder}/cases.json"))!.AsArray();
        DiscoveryFloors.Check("feeds", shared.Score("score_feeds.py", $"{Folder}/cases.json", cases.Select(one => Read(shared, one!)), "--failures"));
    }

    [Fact]
    public void Dates_as_feeds_write_them_are_read()
    {
        SharedPages shared = SharedPages.FindOrSkip();
        JsonArray cases = JsonNode.Parse(shared.ReadBytes($"{Folder}/dates.json"))!.AsArray();
        IEnumerable<JsonObject> dates = cases.Select(one => new JsonObject { ["id"] = $"{one!["id"]}", ["utc"] = Date(FeedDate.Find($"{one["input"]}")) });
        DiscoveryFloors.Check("date strings", shared.Score("score_feeds.py", $"{Folder}/dates.json", dates, "--dates", "--failures"));
    }

    static JsonObject Read(SharedPages shared, JsonNode one)
    {
        string origin = $"{one["origin"]}";
        JsonNode? headers = one["headers"];
        string address = (string?)headers?["content-location"] ?? "http://127.0.0.1:8097/tests/" + origin[(origin.IndexOf("tests/", StringComparison.Ordinal) is >= 0 and var at ? at + 6 : 0)..];
        Feed? feed = FeedReader.Find(shared.ReadBytes($"{Folder}/{one["file"]}"), (string?)headers?["content-type"], new Uri(address));
        return feed is null ? new() { ["id"] = $"{one["id"]}" } : Write($"{one["id"]}", feed);
    }

    static JsonObject Write(string id, Feed feed) => new()
    {
        ["id"] = id,
        ["encoding"] = feed.Encoding,
        ["version"] = feed.Version,
        ["feed"] = new JsonObject
        {
            ["title"] = feed.Title,
            ["link"] = feed.Link,
            ["description"] = feed.Description,
            ["language"] = feed.Language,
            ["author"] = feed.Author,
            ["id"] = feed.Id,
            ["published"] = Date(feed.PublishedAt),
            ["updated"] = Date(feed.UpdatedAt),
        },
        ["entries"] = new JsonArray([.. feed.Entries.Select(Write)]),
    };

    static JsonObject Write(FeedEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["title"] = entry.Title,
        ["link"] = entry.Link,
        ["summary"] = entry.Summary,
        ["content"] = entry.Content,
        ["author"] = entry.Author,
        ["published"] = Date(entry.PublishedAt),
        ["updated"] = Date(entry.UpdatedAt),
        ["categories"] = new JsonArray([.. entry.Categories.Select(word => (JsonNode)word)]),
        ["enclosures"] = new JsonArray([.. entry.Enclosures.Select(url => (JsonNode)url)]),
    };

    static string? Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
