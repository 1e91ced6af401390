using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Histories;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Tests;

public sealed class HistoryCommandTests : IDisposable
{
    const string Url = "https://example.org/news/1";

    readonly Workplace _place = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task What_a_publisher_changed_is_shown_sentence_by_sentence()
    {
        string corrected = Pages.English.Replace("two more briefings", "three more briefings", StringComparison.Ordinal);
        await SaveAsync(Pages.Html("en", "Kobe pays half the rent", Pages.English));
        await SaveAsync(Pages.Html("en", "Kobe pays half the rent", Pages.English).Replace("<nav>", "<nav><a href=/new>New</a>", StringComparison.Ordinal));
        await SaveAsync(Pages.Html("en", "Kobe pays a third of the rent", corrected));
        await _place.RunAsync("read");

        Outcome byAddress = await _place.RunAsync("history", Url);
        Outcome byId = await _place.RunAsync("history", ArticleId.Of(Url).Value);
        Outcome json = await _place.RunAsync("history", Url, "--json");

        Assert.Equal(0, byAddress.Code);
        Assert.Equal(byAddress.Output, byId.Output);
        Assert.Equal(
            [
                "Kobe pays a third of the rent", Url, "3 versions",
                "2020-01-02 12:00 UTC: first fetched",
                "2020-01-02 13:00 UTC: the story is the same; only the page around it changed",
                "2020-01-02 14:00 UTC: 2 changes",
                "  headline", "  - Kobe pays half the rent", "  + Kobe pays a third of the rent",
                "  text",
                "    “We will support their offices,” said Hanako Yamada, mayor of the city, and hoped that more of them would choose the port for their head office in Japan.",
                "  - Makers of medical devices, carriers and suppliers of environmental technology were the most interested, and two more briefings for those who invest are planned.",
                "  + Makers of medical devices, carriers and suppliers of environmental technology were the most interested, and three more briefings for those who invest are planned.",
            ],
            byAddress.Lines);
        using JsonDocument last = JsonDocument.Parse(json.Lines[2]);
        Assert.Equal(["headline", "text"], last.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("part").GetString()));
    }

    [Fact]
    public async Task A_version_that_is_no_article_is_told_and_the_next_is_compared_with_the_last_that_was()
    {
        await SaveAsync(Pages.Html("ja", "神戸市、賃料の半額を補助", Pages.Japanese));
        await SaveAsync("<p>under repair</p>");
        await SaveAsync(Pages.Html("ja", "神戸市、賃料の半額を補助", Pages.Japanese.Replace("三年間", "五年間", StringComparison.Ordinal)));

        Outcome outcome = await _place.RunAsync("history", Url);

        Assert.Contains(outcome.Lines, line => line.StartsWith("2020-01-02 13:00 UTC: no article: ", StringComparison.Ordinal));
        Assert.Contains("  + 山田花子市長は「港の近さを生かし、拠点づくりを支えたい」と述べ、新たに進出する企業には五年間、賃料の半額を助成すると説明した。", outcome.Lines);
    }

    [Fact]
    public async Task What_has_no_history_is_a_mistake_that_says_why()
    {
        _place.WriteBrief("kobe-rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");
        await _place.RunAsync("read");

        Outcome word = await _place.RunAsync("history", "kobe");
        Outcome unknown = await _place.RunAsync("history", "0123456789abcdef");
        Outcome page = await _place.RunAsync("history", Url);
        Outcome brief = await _place.RunAsync("history", ArticleId.Of("brief:2019/kobe-rent/en").Value);

        Assert.All((Outcome[])[word, unknown, page, brief], outcome => Assert.Equal(1, outcome.Code));
        Assert.Contains("is no id of an article", word.Error, StringComparison.Ordinal);
        Assert.Contains("No article with the id", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("never fetched", page.Error, StringComparison.Ordinal);
        Assert.Contains("in Git", brief.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One. Two? “Three.” Four", "One.|Two?|“Three.”|Four")]
    [InlineData("It grew 3.5 percent, e.g. in ports. Mr. Tan agreed", "It grew 3.5 percent, e.g. in ports.|Mr.|Tan agreed")]
    [InlineData("第一句。“第二句。”第三句！", "第一句。|“第二句。”|第三句！")]
    [InlineData("「行く。」と述べた。次の文\n段落", "「行く。」|と述べた。|次の文|段落")]
    public void A_text_is_cut_after_its_sentences(string text, string sentences) => Assert.Equal(sentences.Replace('|', '\n'), Sentences.OnLines(text));

    async Task SaveAsync(string html)
    {
        await using Ledger ledger = await _place.OpenLedgerAsync();
        var pages = new PageStore(ledger);
        FetchedPage? before = await pages.FindAsync(Url, Cancel);
        FetchedPage page = Pages.Fetched(Url, html);
        page = page with { FetchedAt = before?.FetchedAt.AddHours(1) ?? page.FetchedAt };
        await pages.SavePageAsync(page, new(Url, page.FetchedAt, "fetched", null, 200, html.Length, TimeSpan.Zero), null, Cancel);
    }
}
