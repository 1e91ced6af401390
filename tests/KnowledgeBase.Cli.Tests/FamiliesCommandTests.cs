using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Tests;

public sealed class FamiliesCommandTests : IDisposable
{
    const string English = "https://example.org/a", Japanese = "https://example.com/b";

    readonly Workplace _place = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Proposals_show_both_articles_and_what_they_share_and_accepting_folds_them()
    {
        await SaveAsync();
        await _place.RunAsync("index");

        Outcome list = await _place.RunAsync("families");
        Assert.Equal((0, "1 proposal"), (list.Code, list.Lines[0]));
        Assert.Contains("   2024-05-12 · English · The Port Gazette · https://example.org/a", list.Lines);
        Assert.Contains("   2024-05-13 · 日本語 · The Port Gazette · https://example.com/b", list.Lines);
        Assert.Contains("   both: 3,427,000,000 JPY, Japan External Trade Organization, Kobe", list.Lines);

        string[] accept = list.Lines[^1].Trim().Split(' ')[1..];
        Outcome accepted = await _place.RunAsync(accept);
        Assert.Equal(0, accepted.Code);
        Assert.StartsWith("accepted: ", accepted.Output, StringComparison.Ordinal);
        await _place.RunAsync("index");
        using JsonDocument found = JsonDocument.Parse((await _place.RunAsync("search", "rent", "--json", "--no-widen")).Output);
        Assert.Single(found.RootElement.GetProperty("hits").EnumerateArray());
        Assert.Equal("0 proposals", Assert.Single((await _place.RunAsync("families")).Lines));
    }

    [Fact]
    public async Task A_program_reads_the_same_and_what_was_decided()
    {
        await SaveAsync();
        await _place.RunAsync("index");

        using JsonDocument proposal = JsonDocument.Parse(Assert.Single((await _place.RunAsync("families", "--json")).Lines));
        Assert.Equal(
            [English, Japanese], new[] { "one", "other" }.Select(name => proposal.RootElement.GetProperty(name).GetProperty("url").GetString()).OrderDescending());
        Assert.Equal(
            ["figure 3427000000 JPY 3,427,000,000 JPY", "organization jetro Japan External Trade Organization", "city kobe Kobe"],
            proposal.RootElement.GetProperty("shared").EnumerateArray().Select(mark => string.Join(' ', mark.EnumerateObject().Select(member => member.Value.GetString()))));

        Assert.Equal(0, (await _place.RunAsync("families", "reject", English, Japanese)).Code);
        Assert.Equal("0 proposals", Assert.Single((await _place.RunAsync("families")).Lines));
        using JsonDocument decided = JsonDocument.Parse(Assert.Single((await _place.RunAsync("families", "--decided", "--json")).Lines));
        Assert.False(decided.RootElement.GetProperty("isOneStory").GetBoolean());
        Assert.Contains("rejected: ", (await _place.RunAsync("families", "--decided")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_pair_that_a_third_article_still_joins_is_told()
    {
        await SaveAsync();
        await using (Ledger ledger = await _place.OpenLedgerAsync())
            await new ArticleStore(ledger).SaveAsync(Of("https://example.net/c", Language.Chinese, "2024-05-12"), Cancel);
        await _place.RunAsync("index");
        await _place.RunAsync("families", "accept", English, "https://example.net/c");
        await _place.RunAsync("families", "accept", Japanese, "https://example.net/c");

        Assert.Contains("through a third article", (await _place.RunAsync("families", "reject", English, Japanese)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_names_no_two_articles_is_told_what_to_give()
    {
        await SaveAsync();
        Outcome unknown = await _place.RunAsync("families", "accept", English, "0123456789abcdef");
        Outcome same = await _place.RunAsync("families", "accept", English, ArticleId.Of(English).Value);
        Outcome none = await _place.RunAsync("families", "--limit", "0");
        Assert.Equal((1, 1, 1), (unknown.Code, same.Code, none.Code));
        Assert.Contains("There is no article '0123456789abcdef'", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("are the same article", same.Error, StringComparison.Ordinal);
        Assert.Contains("--limit is a number from 1", none.Error, StringComparison.Ordinal);
    }

    async Task SaveAsync()
    {
        await using Ledger ledger = await _place.OpenLedgerAsync();
        await new ArticleStore(ledger).SaveAllAsync([Of(English, Language.English, "2024-05-12"), Of(Japanese, Language.Japanese, "2024-05-13")], Cancel);
    }

    static Article Of(string url, Language language, string date) => new()
    {
        Id = ArticleId.Of(url),
        Url = url,
        Language = language,
        Kind = ArticleKind.News,
        PublisherId = "gazette",
        Headline = $"Rent in {language.Endonym}",
        Body = "3.427 billion yen of rent",
        Published = PartialDate.Find(date),
        Cities = ["kobe"],
        Organizations = ["jetro"],
        Figures = [new() { Span = new(0, 17), Value = 3_427_000_000, Unit = "JPY" }],
    };
}
