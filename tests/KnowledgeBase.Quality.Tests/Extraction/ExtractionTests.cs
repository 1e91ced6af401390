using System.Text.Json.Nodes;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Metadata;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Quality.Tests.Extraction;

/// <summary>Pages nobody here wrote: the story, headline, byline and date against what people found in them.</summary>
public class ExtractionTests
{
    // The pages were collected from 2019 to 2026.
    static readonly DateTimeOffset FetchedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_story_of_pages_nobody_here_wrote_is_found()
    {
        SharedPages shared = SharedPages.FindOrSkip();
        List<JsonObject> predictions = [.. File.ReadLines(shared.PathOf("dev/pages/inputs.jsonl")).AsParallel().AsOrdered().Select(line => Predict(shared, JsonNode.Parse(line)!))];

        JsonNode scores = JsonNode.Parse(shared.Score("score_extract.py", "dev/pages/gold.jsonl", predictions, "--json"))!;

        Assert.NotEmpty(predictions);
        Floors.Check("extraction", path => path.Split('/').Aggregate(scores, (node, key) => node[key]!).GetValue<double>());
    }

    static JsonObject Predict(SharedPages shared, JsonNode input)
    {
        string url = input["url"] is { } address ? $"{address}" : "http://example.org/page";
        var page = new FetchedPage
        {
            Url = url,
            FinalUrl = url,
            PublisherId = "",
            FetchedAt = FetchedAt,
            Status = 200,
            Headers = [KeyValuePair.Create("Content-Type", $"{input["content_type"]}")],
            Body = shared.ReadBytes($"dev/pages/{input["html"]}"),
        };
        PageStory? story = PageReader.Read(page).Story;
        var published = PublicationTime.Of(story?.Metadata.Date, null, null, FetchedAt);
        return new()
        {
            ["id"] = $"{input["id"]}",
            ["text"] = story?.Body.Text,
            ["title"] = story?.Metadata.Headline,
            ["author"] = story?.Metadata.Byline,
            ["date"] = published.Day?.ToString(),
        };
    }
}
