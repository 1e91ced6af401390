using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Tests;

public sealed class ImportCommandTests : IDisposable
{
    const string Rent = """{"id":"a1","lang":"en","title":"Kobe pays half the rent","text":"The city covers half."}""";
    const string Talks = """{"id":"a2","lang":"zh-Hant","title":"神戶談投資","text":"第一段。\n\n第二段。"}""";

    readonly Workplace _place = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Lines_become_articles_with_everything_they_say()
    {
        string file = _place.Write("docs.jsonl", """
            {"id":"a1","lang":"ja","title":" 神戸市、 賃料を助成 ","text":"市は半額を助成する。","url":"https://example.org/1","published":"2019-10-03T23:30:00-02:00","publisher":"gazette","kind":"policy","topics":["investment"],"cities":["kobe"],"organizations":["jetro"],"speakers":["山田花子","John Smith"]}
            """);

        Outcome outcome = await _place.RunAsync("import", file);

        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("import: 1 imported, 0 unchanged, 0 failed in ", outcome.Output, StringComparison.Ordinal);
        Article article = await FindAsync("https://example.org/1");
        Assert.Equal((Language.Japanese, ArticleKind.Policy, "gazette", "神戸市、 賃料を助成"), (article.Language, article.Kind, article.PublisherId, article.Headline));
        Assert.Equal((new PartialDate(2019, 10, 3), new DateTimeOffset(2019, 10, 4, 1, 30, 0, TimeSpan.Zero)), (article.Published, article.PublishedAt));
        Assert.Equal(["investment", "kobe", "jetro"], [.. article.Topics, .. article.Cities, .. article.Organizations]);
        Assert.Equal(["hanako-yamada", "John Smith"], article.Speakers);
    }

    [Fact]
    public async Task A_line_without_address_is_kept_under_its_id()
    {
        await _place.RunAsync("import", _place.Write("docs.jsonl", Talks));

        Article article = await FindAsync("import:a2");
        Assert.Equal((Language.Chinese, ArticleKind.News, "第一段。\n\n第二段。"), (article.Language, article.Kind, article.Body));
    }

    [Fact]
    public async Task Bad_lines_are_told_and_the_others_go_on()
    {
        string file = _place.Write("docs.jsonl", $$"""
            not JSON
            {"lang":"en","title":"A","text":"B"}
            {"id":"a b","lang":"en","title":"A","text":"B"}
            {"id":"c","lang":"fr","title":"A","text":"B"}

            {"id":"d","lang":"en","title":"A"}
            {"id":"e","lang":"en","title":"A","text":"B","published":"yesterday"}
            {"id":"f","lang":"en","title":"A","text":"B","topics":"investment"}
            {"id":"g","lang":"en","title":"\ud800","text":"B"}
            {"id":"h","lang":"en","title":" ","text":""}
            {"id":"i","lang":"en","title":"A","text":"B","kind":"poem"}
            ["j"]
            {"headline":"A"}
            {{Rent}}
            """);

        Outcome outcome = await _place.RunAsync("import", file);

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("import: 1 imported, 0 unchanged, 12 failed", outcome.Output, StringComparison.Ordinal);
        string[] expected =
        [
            "1: ", "2: 'id' is missing.", "3: 'id' must be a word without blanks, not 'a b'.", "4: 'fr' is not a language", "6: 'text' is missing.", "7: 'yesterday' is not a date",
            "8: 'topics' must be a list of texts.", "9: 'title' holds half of a surrogate pair", "10: 'title' and 'text' are both empty.", "11: 'poem' is not a kind", "12: The line is not a JSON object",
            "13: ",
        ];
        Assert.Equal(expected.Length, outcome.Remarks.Length);
        Assert.All(expected.Zip(outcome.Remarks), pair => Assert.StartsWith($"{file}:{pair.First}", pair.Second, StringComparison.Ordinal));
        Assert.NotNull(await FindAsync("import:a1"));
    }

    [Fact]
    public async Task The_same_lines_again_change_nothing()
    {
        string file = _place.Write("docs.jsonl", $"{Rent}\n{Talks}\n");
        await _place.RunAsync("import", file);

        Assert.StartsWith("import: 0 imported, 2 unchanged, 0 failed", (await _place.RunAsync("import", file)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_moved_to_another_address_takes_its_old_article_down()
    {
        await _place.RunAsync("import", _place.Write("docs.jsonl", Rent));

        await _place.RunAsync("import", _place.Write("docs.jsonl", Rent.Replace("\"lang\"", "\"url\":\"https://example.org/a1\",\"lang\"", StringComparison.Ordinal)));

        await using Ledger ledger = await _place.OpenLedgerAsync();
        Assert.Null(await new ArticleStore(ledger).FindAsync(ArticleId.Of("import:a1"), Cancel));
        Assert.NotNull(await new ArticleStore(ledger).FindAsync(ArticleId.Of("https://example.org/a1"), Cancel));
    }

    [Fact]
    public async Task Packed_lines_from_standard_input_are_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes($"{Rent}\n{Talks}\n"));
        _place.Input = new MemoryStream(packed.ToArray());

        Assert.StartsWith("import: 2 imported", (await _place.RunAsync("import", "-")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packed_file_that_breaks_off_keeps_what_stands_before()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Rent + "\n" + new string(' ', 200_000) + "\n" + Talks));
        string file = _place.Write("docs.jsonl.gz", packed.ToArray()[..150_000]);

        Outcome outcome = await _place.RunAsync("import", file);

        Assert.Equal(1, outcome.Code);
        Assert.NotNull(await FindAsync("import:a1"));
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_and_exported_again_unchanged()
    {
        _place.WriteBrief("kobe-rent", "ja", "神戸市が賃料を助成", "市の担当者は「企業を支えたい」と述べた。神戸市は[港](https://example.org/port)を生かす。");
        await _place.RunAsync("read");
        await _place.RunAsync("import", _place.Write("docs.jsonl", $"{Rent}\n{Talks}\n"));
        await _place.RunAsync("export", "--out", _place.PathOf("first.jsonl.gz"));
        using var other = new Workplace();

        Outcome import = await other.RunAsync("import", _place.PathOf("first.jsonl.gz"));
        Outcome export = await other.RunAsync("export");

        Assert.StartsWith("import: 3 imported", import.Output, StringComparison.Ordinal);
        Assert.Equal((await _place.RunAsync("export")).Output, export.Output);
        Assert.Equal("export: 3 articles\n", export.Error);
    }

    [Fact]
    public async Task An_exported_article_with_another_id_than_its_address_gives_is_refused()
    {
        await _place.RunAsync("import", _place.Write("docs.jsonl", Rent));
        string exported = (await _place.RunAsync("export")).Output;

        Outcome outcome = await _place.RunAsync("import", _place.Write("bad.jsonl", exported.Replace("import:a1", "import:a9", StringComparison.Ordinal)));

        Assert.Contains("is not the one of import:a9", Assert.Single(outcome.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_leaves_out_what_was_taken_down_and_goes_on_beyond_one_batch()
    {
        ImmutableArray<string> lines = [.. Enumerable.Range(0, 450).Select(i => $$"""{"id":"n{{i}}","lang":"en","title":"Number {{i}}","text":"Text."}""")];
        await _place.RunAsync("import", _place.Write("docs.jsonl", string.Join('\n', lines)));
        await using (Ledger ledger = await _place.OpenLedgerAsync())
            await new ArticleStore(ledger).DeleteAsync(ArticleId.Of("import:n7"), Cancel);

        string[] exported = (await _place.RunAsync("export")).Lines;

        Assert.Equal(Enumerable.Range(0, 450).Where(i => i != 7).Select(i => $"Number {i}"), exported.Select(line => ArticleJson.Read(line).Headline));
    }

    [Fact]
    public async Task An_export_that_fails_leaves_the_file_of_before()
    {
        string file = _place.Write("out.jsonl", "before");

        Outcome outcome = await _place.RunAsync("export", "--out", file);

        Assert.Equal(1, outcome.Code);
        Assert.Contains("There is no ledger at", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("before", await File.ReadAllTextAsync(file, Cancel));
    }

    async Task<Article> FindAsync(string url)
    {
        await using Ledger ledger = await _place.OpenLedgerAsync();
        return Assert.IsType<Article>(await new ArticleStore(ledger).FindAsync(ArticleId.Of(url), Cancel));
    }
}
