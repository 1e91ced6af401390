using System.Text.Json.Nodes;

namespace KnowledgeBase.Cli.Tests;

public sealed class BatchReadingTests : IDisposable
{
    readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Pages_and_texts_become_lines_in_their_order()
    {
        _place.Write("set/html/1.html", Pages.Html("ja", "神戸市、賃料の半額を助成", Pages.Japanese));
        string lines = _place.Write("set/inputs.jsonl", """
            {"id":"page","url":"https://example.org/1","content_type":"text/html; charset=utf-8","html":"html/1.html"}
            {"id":"text","lang":"en","text":"Kobe wants firms.\n\n“They are welcome here in Kobe,” said Hanako Yamada, mayor of Kobe. She told reporters on Friday that rents would fall in every part of the city. JETRO agrees."}
            """);

        Outcome outcome = await _place.RunAsync("read", "--batch", lines, "--out", _place.PathOf("pred.jsonl"));

        Assert.Equal((0, ""), (outcome.Code, outcome.Output));
        JsonNode[] found = [.. File.ReadLines(_place.PathOf("pred.jsonl")).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(["page", "text"], found.Select(line => $"{line["id"]}"));
        Assert.Equal(("神戸市、賃料の半額を助成", "2019-10-03", "ja"), ($"{found[0]["title"]}", $"{found[0]["date"]}", $"{found[0]["lang"]}"));
        Assert.StartsWith("神戸市は三日", $"{found[0]["text"]}", StringComparison.Ordinal);
        Assert.Equal("""[{"id":"investment","weight":1}]""", found[0]["topics"]!.ToJsonString());
        Assert.Equal("""[{"id":"kobe","text":"Kobe","start":0,"end":4}]""", found[1]["cities"]!.ToJsonString());
        Assert.Equal("jetro", $"{Assert.Single(found[1]["organizations"]!.AsArray())!["id"]}");
        JsonNode quote = Assert.Single(found[1]["quotes"]!.AsArray())!;
        Assert.Equal(("They are welcome here in Kobe,", "Hanako Yamada", "Hanako Yamada", "mayor", "said"),
            ($"{quote["quote"]}", $"{quote["speaker"]}", $"{quote["resolved"]}", $"{quote["post"]}", $"{quote["cue"]}"));
        Assert.Equal("person", $"{quote["kind"]}");
        Assert.Equal($"{quote["quote"]}", $"{found[1]["text"]}"[(int)quote["start"]!..(int)quote["end"]!]);
        JsonNode reported = Assert.Single(found[1]["reported"]!.AsArray())!;
        Assert.Equal(("Hanako Yamada", "She"), ($"{reported["speaker"]}", $"{reported["named"]}"));
    }

    [Fact]
    public async Task A_link_stays_one_and_what_it_leads_to_is_written()
    {
        string lines = _place.Write("inputs.jsonl", """{"id":"text","lang":"en","text":"Kobe wants firms."}""");
        string file = _place.Write("found.jsonl", "old");
        File.CreateSymbolicLink(_place.PathOf("link.jsonl"), file);

        await _place.RunAsync("read", "--batch", lines, "--out", _place.PathOf("link.jsonl"));

        Assert.NotNull(new FileInfo(_place.PathOf("link.jsonl")).LinkTarget);
        Assert.StartsWith("{\"id\":\"text\"", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_is_written_as_the_lines_come_and_stays_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes with a name in a folder.");
        string lines = _place.Write("inputs.jsonl", """{"id":"text","lang":"en","text":"Kobe wants firms."}""");
        string pipe = _place.PathOf("pipe");
        using (var make = System.Diagnostics.Process.Start("mkfifo", pipe))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        Task<string> read = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);

        await _place.RunAsync("read", "--batch", lines, "--out", pipe);

        Assert.StartsWith("{\"id\":\"text\"", await read, StringComparison.Ordinal);
        Assert.False(File.Exists(pipe + ".part"));
        File.Delete(pipe);
    }

    [Fact]
    public async Task One_bad_line_is_told_and_the_others_go_on()
    {
        _place.Write("set/picture.html", [0x89, .. "PNG\r\n"u8]);
        string lines = _place.Write("set/inputs.jsonl", """
            {"id":"good","text":"Kobe."}
            not JSON
            {"id":"gone","html":"gone.html"}
            {"id":"neither"}
            {"text":"no id"}
            {"id":"picture","html":"picture.html"}
            {"id":"last","text":"神户。"}
            """);

        Outcome outcome = await _place.RunAsync("read", "--batch", lines);

        Assert.Equal(1, outcome.Code);
        JsonNode[] found = [.. outcome.Lines.Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(["good", null, "gone", "neither", null, "picture", "last"], found.Select(line => line["id"]?.ToString()));
        Assert.Equal([true, false, false, false, false, false, true], found.Select(line => line["text"] is not null));
        Assert.Equal([2, 3, 4, 5], outcome.Remarks[..4].Select(line => int.Parse(line[(lines.Length + 1)..].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.StartsWith("read: 3 read, 0 unchanged, 4 failed in ", outcome.Remarks[4], StringComparison.Ordinal);
        Assert.Contains("PNG", $"{found[5]["error"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_of_a_name_or_quote_is_null()
    {
        _place.Input = new MemoryStream("""{"id":"1","text":"Kobe Steel will build a mill there. “The port is our best argument,” Hanako Yamada said."}"""u8.ToArray());

        JsonNode found = JsonNode.Parse((await _place.RunAsync("read", "--batch", "-")).Output)!;

        Assert.Equal("""[{"id":null,"text":"Kobe Steel","start":0,"end":10}]""", found["organizations"]!.ToJsonString());
        JsonObject quote = Assert.Single(found["quotes"]!.AsArray())!.AsObject();
        Assert.All(["quote", "speaker", "named", "resolved", "kind", "person", "post", "organization", "cue", "start", "end"], name => Assert.True(quote.ContainsKey(name), name));
        Assert.Null(quote["post"]);
    }

    [Fact]
    public async Task A_text_in_a_foreign_language_keeps_its_text()
    {
        _place.Input = new MemoryStream("""{"id":"1","text":"Die Stadt Kobe lud chinesische Unternehmen ein und zahlt ihnen die halbe Miete."}"""u8.ToArray());

        JsonNode found = JsonNode.Parse((await _place.RunAsync("read", "--batch", "-")).Output)!;

        Assert.Null(found["lang"]);
        Assert.StartsWith("Die Stadt", $"{found["text"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_input_and_a_batch_at_once_are_refused() =>
        Assert.Contains("not both", (await _place.RunAsync("read", "page.html", "--batch", "lines.jsonl")).Error, StringComparison.Ordinal);
}
