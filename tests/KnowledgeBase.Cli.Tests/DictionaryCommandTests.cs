using System.Text;

namespace KnowledgeBase.Cli.Tests;

public sealed class DictionaryCommandTests : IDisposable
{
    const string Cedict = "#! date=2025-01-02\n租金 租金 [zu1 jin1] /rent/rental/\n港口 港口 [gang3 kou3] /port/harbor/\n";

    readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task An_imported_dictionary_is_listed_with_entries_and_licence()
    {
        Outcome imported = await _place.RunAsync("dictionary", "import", _place.Write("cedict_ts.u8", Cedict));
        Outcome listed = await _place.RunAsync("dictionary", "list");

        Assert.Equal((0, 0), (imported.Code, listed.Code));
        Assert.Equal(imported.Lines, listed.Lines);
        Assert.StartsWith("cedict: CC-CEDICT, 2 entries, 2 words, 2025-01-02; imported ", Assert.Single(listed.Lines), StringComparison.Ordinal);
        Assert.Contains("CC-BY-SA-4.0 (https://creativecommons.org/licenses/by-sa/4.0/), MDBG", listed.Output, StringComparison.Ordinal);
        Assert.Contains("pipeline", imported.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_can_be_measured()
    {
        await _place.RunAsync("dictionary", "import", _place.Write("cedict_ts.u8", Cedict));

        Assert.Contains("loaded in ", (await _place.RunAsync("dictionary", "list", "--verbose")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_lines_are_told_by_number_and_the_rest_is_kept()
    {
        string file = _place.Write("cedict_ts.u8", string.Concat(Enumerable.Repeat(Cedict, 40)) + "broken\n" + string.Concat(Enumerable.Range(0, 30).Select(_ => "[]\n")));

        Outcome outcome = await _place.RunAsync("dictionary", "import", file);

        Assert.Equal(0, outcome.Code);
        Assert.Contains($"{file}:121: This line is no entry of CC-CEDICT and is left out.", outcome.Remarks);
        Assert.Contains($"{file}: 11 more lines are left out.", outcome.Remarks);
    }

    [Fact]
    public async Task Files_that_can_not_be_imported_do_not_hold_up_others()
    {
        string wrong = _place.Write("wrong.txt", "name,price\n");
        string packed = _place.Write("damaged.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3]);

        Outcome outcome = await _place.RunAsync("dictionary", "import", wrong, _place.PathOf("missing"), packed, _place.Write("cedict_ts.u8", Encoding.UTF8.GetBytes(Cedict)));

        Assert.Equal(1, outcome.Code);
        Assert.Equal(3, outcome.Remarks.Count(line => line.StartsWith("kb: ", StringComparison.Ordinal)));
        Assert.Single(outcome.Lines);
    }

    [Fact]
    public async Task A_search_says_what_was_widened_and_can_do_without()
    {
        await _place.RunAsync("import", _place.Write("docs.jsonl", """
            {"id":"en-1","lang":"en","title":"Kobe pays rent","text":"Half of it."}
            {"id":"zh-1","lang":"zh","title":"神户补贴租金","text":"补贴一半。"}
            """));
        await _place.RunAsync("index");
        await _place.RunAsync("dictionary", "import", _place.Write("cedict_ts.u8", Cedict));

        Outcome widened = await _place.RunAsync("search", "rent");

        Assert.Equal(["2 articles (English 1, 中文 1, 日本語 0)", "rent also: 租金 (zh)"], widened.Lines.Take(2));
        Assert.Contains("神户补贴*租金*", widened.Output, StringComparison.Ordinal);
        Assert.StartsWith("1 article ", (await _place.RunAsync("search", "rent", "--no-widen")).Output, StringComparison.Ordinal);
        string json = (await _place.RunAsync("search", "rent", "--json")).Output;
        Assert.Contains("\"widenings\":[{\"word\":\"rent\",\"reason\":\"dictionary\",\"forms\":{\"zh\":[\"租金\"]}}]", json, StringComparison.Ordinal);
        Assert.Contains("\"query\":\"q=rent&widen=off\"", (await _place.RunAsync("search", "rent", "--no-widen", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_says_how_it_was_understood()
    {
        await _place.RunAsync("import", _place.Write("docs.jsonl", """{"id":"en-1","lang":"en","title":"Kobe pays rent","text":"Half of it.","cities":["kobe"]}"""));
        await _place.RunAsync("index");

        string[] lines = (await _place.RunAsync("search", "rent \"half of it\" -tax city:kobe (")).Lines;

        Assert.Equal("Understood: rent and “half of it” and not tax and City Kobe", lines[1]);
        Assert.Equal("A bracket without a partner was left out.", lines[2]);
    }

    [Fact]
    public async Task A_damaged_dictionary_is_told_and_the_search_goes_on()
    {
        await _place.RunAsync("import", _place.Write("docs.jsonl", """{"id":"en-1","lang":"en","title":"Kobe pays rent","text":"Half of it."}"""));
        await _place.RunAsync("index");
        _place.Write("data/dictionaries/cedict.kbd", "damaged");

        Outcome search = await _place.RunAsync("search", "rent");
        Outcome list = await _place.RunAsync("dictionary", "list");

        Assert.StartsWith("1 article ", search.Output, StringComparison.Ordinal);
        Assert.Contains("cedict.kbd is damaged", search.Error, StringComparison.Ordinal);
        Assert.Equal(1, list.Code);
        Assert.Contains("Import it again", list.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dictionary_can_be_removed_once()
    {
        await _place.RunAsync("dictionary", "import", _place.Write("cedict_ts.u8", Cedict));

        Assert.Equal((0, "cedict removed\n"), await RemoveAsync());
        Assert.Equal((1, ""), await RemoveAsync());
        Assert.StartsWith("No dictionaries", (await _place.RunAsync("dictionary", "list")).Output, StringComparison.Ordinal);

        async Task<(int, string)> RemoveAsync() => await _place.RunAsync("dictionary", "remove", "cedict") is var outcome ? (outcome.Code, outcome.Output) : default;
    }

    [Fact]
    public async Task Nothing_is_fetched_before_address_size_and_licence_were_agreed_to()
    {
        _place.Input = new MemoryStream("n\n"u8.ToArray());

        Outcome outcome = await _place.RunAsync("dictionary", "fetch", "cedict");

        Assert.Equal(1, outcome.Code);
        Assert.Equal("CC-CEDICT of MDBG: https://www.mdbg.net/chinese/export/cedict/cedict_1_0_ts_utf-8_mdbg.txt.gz, about 4 MB, CC-BY-SA-4.0 (https://creativecommons.org/licenses/by-sa/4.0/)\n", outcome.Output);
        Assert.Contains("Nothing was fetched.", outcome.Error, StringComparison.Ordinal);
    }
}
