using System.Net;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class ErrorPageTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("/en/nowhere", "en", "There is no such page")]
    [InlineData("/zh/article/0123456789abcdef", "zh-Hans", "没有这个页面")]
    [InlineData("/zh/article/%3Cscript%3E", "zh-Hans", "没有这个页面")]
    [InlineData("/ja/topic/nothing", "ja", "ページが見つかりません")]
    [InlineData("/ja/search.xml?q=a", "ja", "ページが見つかりません")]
    [InlineData("/de/", "en", "There is no such page")]
    [InlineData("/english/", "en", "There is no such page")]
    public async Task A_page_that_is_not_there_says_so_in_the_language_of_the_address(string address, string tag, string heading)
    {
        using HttpResponseMessage answer = await _site.AskAsync(address);
        IHtmlDocument page = TestSite.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(tag, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("form[role=search]"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("en", "The search rests for a moment")]
    [InlineData("ja", "検索を一時停止しています")]
    public async Task A_ledger_that_cannot_answer_is_a_page_that_asks_for_patience(string language, string heading)
    {
        using var content = new TestContent();
        content.Write("articles/2024/kobe-rent/en.md", Examples.Brief("Kobe pays rent", "The city pays half.", "Kobe supports foreign firms."));
        await using TestSite site = await TestSite.StartAsync(content.Path, "--Pipeline:Interval=01:00:00");
        await BreakLedgerAsync(site);

        using HttpResponseMessage answer = await site.AskAsync($"/{language}/");
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(heading, TestSite.Parse(text).QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", text, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    static async Task BreakLedgerAsync(TestSite site)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(site.Data, "knowledge.db")};Pooling=false");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE article RENAME TO gone";
        await command.ExecuteNonQueryAsync();
    }
}
