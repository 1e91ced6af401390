using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Tests;

public sealed class PeopleCommandTests : IDisposable
{
    readonly Workplace _place = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Who_may_be_a_known_person_is_listed_for_an_editor()
    {
        await ReadAsync("“Rent is low,” said H. Yamada, who runs a shop in Kobe and invests in the port.");

        Outcome list = await _place.RunAsync("people");
        Outcome json = await _place.RunAsync("people", "--json");

        Assert.Equal(0, list.Code);
        Assert.Matches("^H. Yamada → hanako-yamada \\(Hanako Yamada\\): family name and initial; 1 quote in 1 article, such as [0-9a-f]{16}$", Assert.Single(list.Lines));
        Assert.Contains("1 proposal", list.Error, StringComparison.Ordinal);
        using JsonDocument line = JsonDocument.Parse(json.Lines[0]);
        Assert.Equal(("hanako-yamada", "initial"), (line.RootElement.GetProperty("person").GetString(), line.RootElement.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Who_is_linked_for_sure_is_not_listed()
    {
        await ReadAsync("“Rent is low,” said Yamada Hanako, who runs a shop in Kobe and invests in the port.");

        Outcome list = await _place.RunAsync("people");

        Assert.Empty(list.Output);
        Assert.Contains("no speaker waits", list.Error, StringComparison.Ordinal);
    }

    async Task ReadAsync(string words)
    {
        string html = Pages.Html("en", "Kobe pays half the rent", Pages.English + $"<p>{words}</p>");
        await using (Ledger ledger = await _place.OpenLedgerAsync())
        {
            FetchedPage page = Pages.Fetched("https://example.org/news/1", html);
            await new PageStore(ledger).SavePageAsync(page, new(page.Url, page.FetchedAt, "fetched", null, 200, html.Length, TimeSpan.Zero), null, Cancel);
        }
        Assert.Equal(0, (await _place.RunAsync("read")).Code);
    }
}
