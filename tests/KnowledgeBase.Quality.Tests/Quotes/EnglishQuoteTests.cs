using System.Text.Json.Nodes;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Quality.Tests.Extraction;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Quality.Tests.Quotes;

/// <summary>English news nobody here wrote: who said what against what people marked in it.</summary>
public sealed class EnglishQuoteTests
{
    [Fact]
    public void Quotations_and_their_speakers_are_found_in_news_nobody_here_wrote()
    {
        SharedPages shared = SharedPages.FindOrSkip();
        var finder = new QuoteFinder(ContentFolder.Read(Path.Combine(SharedPages.RootFolder(), "content")), Language.English);
        List<JsonObject> predictions = [.. File.ReadLines(shared.PathOf("dev/quotes/inputs.jsonl")).Select(line => Predict(finder, JsonNode.Parse(line)!))];

        string scored = shared.Score("score_quotes.py", "dev/quotes/gold.jsonl", predictions);

        TestContext.Current.TestOutputHelper?.WriteLine(scored);
        JsonNode scores = JsonNode.Parse(scored)!;
        Floors.Check("quotes en", path => path.Split('/').Aggregate(scores, (node, key) => node[key]!).GetValue<double>());
    }

    static JsonObject Predict(QuoteFinder finder, JsonNode input)
    {
        string text = $"{input["text"]}";
        IEnumerable<JsonNode> quotes = finder.Find(text, []).Where(quote => quote.IsDirect)
            .Select(quote => new JsonObject { ["quote"] = quote.Span.In(text), ["speaker"] = quote.SpeakerInText });
        return new() { ["id"] = $"{input["id"]}", ["quotes"] = new JsonArray([.. quotes]) };
    }
}
