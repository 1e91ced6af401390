using System.Globalization;
using System.Text.Json.Nodes;

namespace KnowledgeBase.Cli.Tests;

public sealed class SearchCommandTests : IAsyncLifetime
{
    const string Lines = """
        {"id":"en-1","lang":"en","title":"Kobe pays half the rent","text":"The port city wants investment from China.","published":"2019-10-03","publisher":"gazette","topics":["investment"],"cities":["kobe"],"speakers":["Hanako Yamada"]}
        {"id":"en-2","lang":"en","title":"Rents fall in Dalian","text":"Offices stand empty.","published":"2021-05"}
        {"id":"zh-1","lang":"zh","title":"神户欢迎投资","text":"神户市欢迎中国企业投资。","url":"https://example.org/zh-1","published":"2020","topics":["investment"],"cities":["kobe"]}
        {"id":"ja-1","lang":"ja","title":"神戸市、投資説明会","text":"神戸市は投資説明会を開いた。","topics":["investment"],"cities":["kobe"]}
        """;

    readonly Workplace _place = new();

    public async ValueTask InitializeAsync()
    {
        await _place.RunAsync("import", _place.Write("docs.jsonl", Lines));
        await _place.RunAsync("index");
    }

    public ValueTask DisposeAsync()
    {
        _place.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Imported_articles_are_found_with_marked_words_totals_and_facets()
    {
        Outcome outcome = await _place.RunAsync("search", "rent", "china");

        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal("""
            1 article (English 1, 中文 0, 日本語 0)

            1. Kobe pays half the *rent*
               2019-10-03 · English · The Port Gazette · import:en-1
               The port city wants investment from *China*.

            Topic: Investment (investment) 1
            City: Kobe (kobe) 1
            Speaker: Hanako Yamada (hanako-yamada) 1
            Publisher: The Port Gazette (gazette) 1
            Language: English 1
            Year: 2019 1
            Kind: news 1

            """.ReplaceLineEndings("\n"), outcome.Output);
    }

    [Fact]
    public async Task Versions_of_a_story_are_one_hit_and_a_run_lists_each()
    {
        string text = string.Join(' ', Enumerable.Range(1, 80).Select(i => $"wharf{i}"));
        await _place.RunAsync("import", _place.Write("more.jsonl", $$"""
            {"id":"one","lang":"en","title":"A new wharf","text":"{{text}}"}
            {"id":"two","lang":"en","title":"A new wharf","text":"{{text}}"}
            """));
        await _place.RunAsync("index");

        string[] lines = (await _place.RunAsync("search", "wharf1")).Lines;
        Assert.Equal("2 articles, 1 story (English 2, 中文 0, 日本語 0)", lines[0]);
        Assert.Contains("   2 versions: en ×2", lines);
        JsonNode answer = JsonNode.Parse((await _place.RunAsync("search", "wharf1", "--json")).Output)!;
        Assert.Equal((2, 1), ((int)answer["total"]!, (int)answer["stories"]!));
        Assert.Equal("en", (string)Assert.Single(Assert.Single(answer["hits"]!.AsArray())!["versions"]!.AsArray())!["language"]!);
        string[] run = (await _place.RunAsync("search", "--queries", _place.Write("queries.tsv", "q1\ten\twharf1\n"))).Lines;
        Assert.Equal(2, run.Length);
    }

    [Fact]
    public async Task A_hit_says_why_it_was_found_and_a_slip_of_the_pen_is_asked_about()
    {
        string[] lines = (await _place.RunAsync("search", "投资", "city:kobe", "--why", "--lang", "ja")).Lines;
        Assert.Contains("   - \"投資\" is \"投资\" in other characters (in the headline)", lines);
        Assert.Contains("   - City: Kobe", lines);
        JsonNode reason = JsonNode.Parse((await _place.RunAsync("search", "投资", "--json", "--lang", "ja")).Output)!["hits"]![0]!["reasons"]![0]!;
        Assert.Equal(("variant", "投资", "投資", true), ((string)reason["kind"]!, (string)reason["asked"]!, (string)reason["found"]!, (bool)reason["isInHeadline"]!));
        Assert.Contains("Did you mean: empty", (await _place.RunAsync("search", "emptz")).Lines);
    }

    [Fact]
    public async Task Articles_about_the_same_are_found_in_any_language()
    {
        string[] lines = (await _place.RunAsync("search", "--like", "import:en-1")).Lines;
        Assert.Equal("2 related articles", lines[0]);
        Assert.Contains(lines, line => line.EndsWith("神戸市、投資説明会", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("神户欢迎投资", StringComparison.Ordinal));
        JsonNode answer = JsonNode.Parse((await _place.RunAsync("search", "--like", "import:en-1", "--json", "--ui", "ja")).Output)!;
        Assert.Contains("神戸", answer["related"]![0]!["shared"]!.AsArray().Select(shared => (string)shared!["label"]!));
        Assert.Equal((string)answer["like"]!, (string)JsonNode.Parse((await _place.RunAsync("search", "--like", (string)answer["like"]!, "--json")).Output)!["like"]!);

        Outcome missing = await _place.RunAsync("search", "--like", "import:nowhere");
        Assert.Equal((1, true), (missing.Code, missing.Error.Contains("There is no article 'import:nowhere'", StringComparison.Ordinal)));
        Assert.Contains("one of them", (await _place.RunAsync("search", "rent", "--like", "import:en-1")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_word_finds_both_chinese_and_japanese_and_facets_speak_the_readers_language()
    {
        string[] lines = (await _place.RunAsync("search", "投資", "--ui", "zh", "--lang", "中文")).Lines;

        Assert.Equal("1 article (English 0, 中文 1, 日本語 0)", lines[0]);
        Assert.Contains("城市: 神户 (kobe) 1", lines);
        string languages = Assert.Single(lines, line => line.StartsWith("语言: ", StringComparison.Ordinal));
        Assert.Equal(["日本語 1", "✓ 中文 1", "English 1"], languages["语言: ".Length..].Split(", ").Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task A_facets_values_may_be_ids_or_names_and_several_are_joined()
    {
        Assert.StartsWith("3 articles", (await _place.RunAsync("search", "--city", "神戸")).Output, StringComparison.Ordinal);
        Assert.StartsWith("3 articles", (await _place.RunAsync("search", "--city", "kobe", "--topic", "investment")).Output, StringComparison.Ordinal);
        Assert.StartsWith("1 article ", (await _place.RunAsync("search", "--speaker", "山田花子")).Output, StringComparison.Ordinal);
        Assert.StartsWith("2 articles", (await _place.RunAsync("search", "--lang", "zh", "--lang", "ja")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_the_newest_come_first()
    {
        string[] lines = (await _place.RunAsync("search", "--sort", "newest", "--lang", "en")).Lines;

        Assert.Equal(["1. Rents fall in Dalian", "2. Kobe pays half the rent"], lines.Where(line => char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_oldest_come_first_when_asked_for()
    {
        string[] lines = (await _place.RunAsync("search", "--sort", "oldest", "--lang", "en")).Lines;

        Assert.Equal(["1. Kobe pays half the rent", "2. Rents fall in Dalian"], lines.Where(line => char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_value_in_the_text_that_no_article_has_is_told()
    {
        string[] lines = (await _place.RunAsync("search", "rent OR speaker:Nobody")).Lines;

        Assert.Contains("Understood: (rent or Speaker Nobody)", lines);
        Assert.Contains("Speaker: no article has Nobody.", lines);
    }

    [Fact]
    public async Task The_answer_as_json_has_hits_marks_counts_and_labels()
    {
        JsonNode answer = JsonNode.Parse((await _place.RunAsync("search", "投资", "--json", "--ui", "ja", "--lang", "zh")).Output)!;

        Assert.Equal(("q=%E6%8A%95%E8%B5%84&lang=zh", 1, 1, 20), ($"{answer["query"]}", (int)answer["total"]!, (int)answer["page"]!, (int)answer["pageSize"]!));
        JsonNode hit = Assert.Single(answer["hits"]!.AsArray())!;
        Assert.Equal(("https://example.org/zh-1", "zh", "news", "import", "2020"), ($"{hit["url"]}", $"{hit["language"]}", $"{hit["kind"]}", $"{hit["publisher"]}", $"{hit["published"]}"));
        Assert.Equal("""{"text":"神户欢迎投资","marks":[{"start":4,"length":2}]}""", JsonNodeText(hit["headline"]!));
        Assert.Equal("""[{"value":"kobe","label":"神戸","count":1,"isChosen":false}]""", JsonNodeText(answer["facets"]!["city"]!));
        Assert.Equal("""{"en":0,"zh":1,"ja":0}""", JsonNodeText(answer["languages"]!));
    }

    [Fact]
    public async Task Pages_go_on_counting()
    {
        string lines = string.Join('\n', Enumerable.Range(0, 45).Select(i => $$"""{"id":"n{{i}}","lang":"en","title":"Harbour {{i}}","text":"Text."}"""));
        await _place.RunAsync("import", _place.Write("more.jsonl", lines));
        await _place.RunAsync("index");

        string[] page = (await _place.RunAsync("search", "harbour", "--page", "3")).Lines;

        Assert.Equal("45 articles (English 45, 中文 0, 日本語 0); page 3 of 3", page[0]);
        Assert.StartsWith("41. ", page[1], StringComparison.Ordinal);
        Assert.Equal(1, (await _place.RunAsync("search", "harbour", "--page", "0")).Code);
    }

    [Fact]
    public async Task A_run_names_articles_as_the_import_did()
    {
        string queries = _place.Write("queries.tsv", "q1\tzh\t投资\nq2\ten\trent\nbroken line\n");

        Outcome outcome = await _place.RunAsync("search", "--queries", queries, "--run", _place.PathOf("run.txt"));

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith($"{queries}:3: ", Assert.Single(outcome.Remarks), StringComparison.Ordinal);
        string[][] run = [.. File.ReadLines(_place.PathOf("run.txt")).Select(line => line.Split(' '))];
        Assert.All(run, line => Assert.True(line is [_, "Q0", _, _, _, "kb"]));
        Assert.Equal(["en-1", "ja-1", "zh-1"], run.Where(line => line[0] == "q1").Select(line => line[2]).Order(StringComparer.Ordinal));
        Assert.Equal(["en-1", "en-2"], run.Where(line => line[0] == "q2").Select(line => line[2]).Order(StringComparer.Ordinal));
        Assert.Equal(["1", "2"], run.Where(line => line[0] == "q2").Select(line => line[3]));
        Assert.All(run, line => Assert.True(float.Parse(line[4], CultureInfo.InvariantCulture) > 0));
    }

    [Fact]
    public async Task A_run_can_be_restricted_to_a_language_and_goes_to_standard_output_by_default()
    {
        _place.Input = new MemoryStream("q1\tzh\t投资\n"u8.ToArray());

        string[] run = (await _place.RunAsync("search", "--queries", "-", "--lang", "ja")).Lines;

        Assert.StartsWith("q1 Q0 ja-1 1 ", Assert.Single(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_a_hundred_hits_deep_and_its_scores_never_rise()
    {
        string lines = string.Join('\n', Enumerable.Range(0, 120).Select(i => $$"""{"id":"n{{i}}","lang":"en","title":"Harbour","text":"{{string.Concat(Enumerable.Repeat("quay ", i))}}"}"""));
        await _place.RunAsync("import", _place.Write("more.jsonl", lines));
        await _place.RunAsync("index");
        _place.Input = new MemoryStream("q\ten\tharbour\n"u8.ToArray());

        string[][] run = [.. (await _place.RunAsync("search", "--queries", "-")).Lines.Select(line => line.Split(' '))];

        Assert.Equal(Enumerable.Range(1, 100).Select(rank => $"{rank}"), run.Select(line => line[3]));
        Assert.Equal(100, run.Select(line => line[2]).Distinct().Count());
        double[] scores = [.. run.Select(line => double.Parse(line[4], CultureInfo.InvariantCulture))];
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Theory]
    [InlineData("--topic", "no topic 'x'")]
    [InlineData("--city", "no city 'x'")]
    [InlineData("--org", "no organisation 'x'")]
    [InlineData("--publisher", "no publisher 'x'")]
    [InlineData("--kind", "no kind 'x'. Known: news, policy, release, brief.")]
    public async Task A_value_that_nobody_knows_is_told(string option, string message)
    {
        Outcome outcome = await _place.RunAsync("search", "rent", option, "x");

        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_another_process_writes_can_be_searched()
    {
        using var writer = KnowledgeBase.Search.ArticleIndex.OpenForWriting(_place.Data, _place.ReadContent());

        Assert.StartsWith("2 articles", (await _place.RunAsync("search", "rent")).Output, StringComparison.Ordinal);
    }

    static string JsonNodeText(JsonNode node) =>
        node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
