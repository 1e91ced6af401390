using System.IO.Compression;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Tests;

public sealed class ReadCommandTests : IDisposable
{
    readonly Workplace _place = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static ReadCommandTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("en", "utf-8", "Kobe pays half the rent", Pages.English, "“We will support their offices,”", "— Hanako Yamada (hanako-yamada), mayor")]
    [InlineData("zh", "gb18030", "神户市补贴一半租金", Pages.Chinese, "“我们欢迎中国企业。”", "— 山田花子 (hanako-yamada), 市长")]
    [InlineData("ja", "shift_jis", "神戸市、賃料の半額を助成", Pages.Japanese, "“港の近さを生かし、拠点づくりを支えたい”", "— 山田花子 (hanako-yamada), 市長")]
    public async Task A_page_in_each_language_is_shown_as_the_article_it_gives(string language, string encoding, string headline, string body, string words, string speaker)
    {
        string file = _place.Write("page.html", Encoding.GetEncoding(encoding).GetBytes(Pages.Html(language, headline, body)));

        Outcome outcome = await _place.RunAsync("read", file, "--url", "https://example.org/news/1", "--publisher", "gazette", "--content-type", $"text/html; charset={encoding}");

        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal(headline, outcome.Lines[0]);
        Assert.StartsWith("2019-10-03 · " + Language.Find(language)!.Endonym, outcome.Lines[1], StringComparison.Ordinal);
        Assert.Equal("https://example.org/news/1", outcome.Lines[2]);
        Assert.Contains("(investment)", outcome.Lines[3], StringComparison.Ordinal);
        Assert.Contains("(kobe)", outcome.Lines[4], StringComparison.Ordinal);
        Assert.Contains(outcome.Lines, line => line.Trim() == words);
        Assert.Contains(outcome.Lines, line => line.Trim().StartsWith(speaker, StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_json_it_is_the_article_as_the_ledger_keeps_it()
    {
        _place.Input = new MemoryStream(Encoding.UTF8.GetBytes(Pages.Html("en", "Kobe pays half the rent", Pages.English)));

        Outcome outcome = await _place.RunAsync("read", "-", "--url", "https://example.org/news/1", "--json");

        Article article = ArticleJson.Read(outcome.Output);
        Assert.Equal((ArticleId.Of("https://example.org/news/1"), "Kobe pays half the rent"), (article.Id, article.Headline));
        Assert.Equal(outcome.Output, ArticleJson.Write(article) + "\n");
    }

    [Fact]
    public async Task A_packed_page_is_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Pages.Html("en", "Kobe pays half the rent", Pages.English)));

        Assert.Equal("Kobe pays half the rent", (await _place.RunAsync("read", _place.Write("page.html.gz", packed.ToArray()))).Lines[0]);
    }

    [Fact]
    public async Task Why_tells_where_names_and_speakers_stand()
    {
        string file = _place.Write("page.html", Pages.Html("en", "Kobe pays half the rent", Pages.English));

        string[] lines = (await _place.RunAsync("read", file, "--why")).Lines;

        Assert.Contains(lines, line => line.StartsWith("  city kobe: 1 in the text", StringComparison.Ordinal) && line.Contains("[Kobe]", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  quote at ", StringComparison.Ordinal) && line.Contains("[Hanako Yamada]", StringComparison.Ordinal) && line.EndsWith(": said", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_editors_file_is_read_with_what_its_front_matter_says()
    {
        string file = _place.WriteBrief("kobe-rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");

        string[] byFile = (await _place.RunAsync("read", file)).Lines;

        Assert.Equal(["Kobe pays half the rent", "2019-10-03 · English · editors · brief", "brief:2019/kobe-rent/en", "Topics: Investment (investment)", "Cities: Kobe (kobe)"], byFile[..5]);
        Assert.Equal(byFile, (await _place.RunAsync("read", "brief:2019/kobe-rent/en")).Lines);
    }

    [Fact]
    public async Task An_editors_file_with_mistakes_tells_them_with_file_and_line()
    {
        string file = _place.Write("content/articles/2019/kobe/en.md", "No front matter.\n");

        Outcome outcome = await _place.RunAsync("read", file);

        Assert.Equal(1, outcome.Code);
        Assert.Contains(outcome.Remarks, line => line.StartsWith($"{file}:1: The front matter is missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_the_ledger_is_read_by_its_address()
    {
        await using (Ledger ledger = await _place.OpenLedgerAsync())
        {
            FetchedPage page = Pages.Fetched("https://example.org/news/1", Pages.Html("en", "Kobe pays half the rent", Pages.English));
            await new PageStore(ledger).SavePageAsync(page, new(page.Url, page.FetchedAt, "fetched", null, 200, page.Body.Length, TimeSpan.Zero), null, Cancel);
        }

        Assert.Equal("Kobe pays half the rent", (await _place.RunAsync("read", "https://example.org/news/1")).Lines[0]);
        Assert.Contains("https://example.org/news/2 is not in the ledger", (await _place.RunAsync("read", "https://example.org/news/2")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_goes_on_on_a_stored_page_is_shown_whole()
    {
        await using (Ledger ledger = await _place.OpenLedgerAsync())
        {
            string first = Pages.Html("en", "Kobe pays half the rent", Pages.English).Replace("<title>", "<link rel=next href='/news/1_2.html'><title>", StringComparison.Ordinal);
            string second = Pages.Html("en", "Kobe pays half the rent", "<p>On the second page the bureau explains how the rent is paid back, month by month, to those who keep their office open.</p>");
            foreach (FetchedPage page in new[] { Pages.Fetched("https://example.org/news/1.html", first), Pages.Fetched("https://example.org/news/1_2.html", second) })
                await new PageStore(ledger).SavePageAsync(page, new(page.Url, page.FetchedAt, "fetched", null, 200, page.Body.Length, TimeSpan.Zero), null, Cancel);
        }

        Outcome outcome = await _place.RunAsync("read", "https://example.org/news/1.html", "--json");

        Assert.Contains("On the second page the bureau explains", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_belongs_to_the_publisher_on_whose_host_it_stands()
    {
        _place.Write("content/publishers/port-times.yml", "id: port-times\nkind: newspaper\nlanguage: en\ncountry: JP\nen: Port Times\nhome: https://www.port-times.example/\n");
        string file = _place.Write("page.html", Pages.Html("en", "Kobe pays half the rent", Pages.English));

        Assert.Contains("\"publisherId\":\"port-times\"", (await _place.RunAsync("read", file, "--json", "--url", "https://port-times.example/1")).Output, StringComparison.Ordinal);
        Assert.Contains("\"publisherId\":\"\"", (await _place.RunAsync("read", file, "--json", "--url", "https://other.example/1")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_page() =>
        Assert.Contains("is a folder", Assert.Single((await _place.RunAsync("read", Path.GetDirectoryName(_place.Write("folder/page.html", ""))!)).Remarks), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_no_article_is_told_with_the_reason()
    {
        Outcome picture = await _place.RunAsync("read", _place.Write("a.html", [0x89, .. "PNG\r\n"u8]));
        Outcome foreign = await _place.RunAsync("read", _place.Write("b.html", Pages.Html("de", "Kobe zahlt die halbe Miete", Pages.German)), "--why");

        Assert.Equal((1, 1), (picture.Code, foreign.Code));
        Assert.Contains("PNG", picture.Error, StringComparison.Ordinal);
        Assert.Contains("no language of this knowledge base", foreign.Error, StringComparison.Ordinal);
        Assert.Contains("headline found: Kobe zahlt die halbe Miete", foreign.Lines);
        Assert.Contains("language: none of this knowledge base", foreign.Lines);
    }

    [Theory]
    [InlineData("nowhere.html", "There is no file")]
    [InlineData("ftp://example.org/1", "no http or https address")]
    [InlineData("brief:2019/none/en", "There is no article")]
    public async Task What_is_not_there_is_told(string input, string message)
    {
        Outcome outcome = await _place.RunAsync("read", input);

        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains(message, Assert.Single(outcome.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_that_nobody_knows_is_told()
    {
        Outcome outcome = await _place.RunAsync("read", _place.Write("page.html", "<p>Text.</p>"), "--publisher", "gazete");

        Assert.Contains("There is no publisher 'gazete'", Assert.Single(outcome.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_input_everything_that_waits_is_read_and_kept()
    {
        _place.WriteBrief("kobe-rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");

        Outcome first = await _place.RunAsync("read");
        Outcome second = await _place.RunAsync("read");

        Assert.StartsWith("read: 1 read, 0 unchanged, 0 failed in ", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("read: 0 read, 1 unchanged, 0 failed in ", second.Output, StringComparison.Ordinal);
    }
}
