using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Quality.Tests.Extraction;

public partial class EncodingTests
{
    [Fact]
    public void Pages_in_many_encodings_become_the_right_text()
    {
        SharedPages shared = SharedPages.FindOrSkip();
        JsonArray cases = JsonNode.Parse(shared.ReadBytes("dev/encodings/cases.json"))!.AsArray();

        string scored = shared.Score("score_encodings.py", "dev/encodings/cases.json", cases.Select(page => Decode(shared, page!)), "--failures");

        TestContext.Current.TestOutputHelper?.WriteLine(scored);
        Floors.Check("encodings", _ => double.Parse(Passed().Match(scored).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
    }

    static JsonObject Decode(SharedPages shared, JsonNode page)
    {
        byte[] bytes = page["file"] is { } file ? shared.ReadBytes($"dev/encodings/{file}") : Convert.FromBase64String($"{page["bytes_base64"]}");
        DecodedPage decoded = PageDecoder.Decode(bytes, $"{page["content_type"]}");
        return new() { ["id"] = $"{page["id"]}", ["encoding"] = decoded.Encoding.WebName, ["text"] = decoded.Text };
    }

    [GeneratedRegex("encodings: ([0-9]+) passed")]
    private static partial Regex Passed();
}
