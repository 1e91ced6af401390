using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class SuggestionTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "神戸", "Kobe", "神戸", "City", "/en/city/kobe")]
    [InlineData("zh", "koube", "神户", "神戸", "城市", "/zh/city/kobe")]
    [InlineData("ja", "jetr", "日本貿易振興機構", "JETRO", "組織", "/ja/org/jetro")]
    public async Task A_name_is_suggested_in_the_readers_language_beside_the_one_that_fits(string language, string typed, string label, string other, string hint, string address)
    {
        JsonElement line = (await AskAsync(language, typed)).EnumerateArray().First();
        Assert.Equal(
            (label, other, hint, address),
            (line.GetProperty("label").GetString(), line.GetProperty("other").GetString(), line.GetProperty("hint").GetString(), line.GetProperty("address").GetString()));
    }

    [Fact]
    public async Task A_headline_is_suggested_with_its_language_and_leads_to_the_article()
    {
        JsonElement line = (await AskAsync("ja", "lighthouse quar")).EnumerateArray().Single();
        Assert.Equal(("Lighthouse quartet", "en", "記事", $"/ja/article/{ExampleSite.Quoted.Id}"), (
            line.GetProperty("label").GetString(), line.GetProperty("lang").GetString(), line.GetProperty("hint").GetString(), line.GetProperty("address").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%22%28%2A%00%ED%A0%80")]
    [InlineData("?q=zeppelin")]
    public async Task Where_nothing_fits_nothing_is_suggested(string query) =>
        Assert.Equal("[]", await _site.ReadAsync($"/en/suggest{query}"));

    [Fact]
    public async Task Answers_are_kept_for_a_minute_and_other_languages_have_none()
    {
        using HttpResponseMessage answer = await _site.AskAsync("/en/suggest?q=kobe");
        Assert.Equal((TimeSpan.FromMinutes(1), true, "application/json"), (answer.Headers.CacheControl!.MaxAge, answer.Headers.CacheControl.Public, answer.Content.Headers.ContentType!.MediaType));
        using HttpResponseMessage missing = await _site.AskAsync("/fr/suggest?q=kobe");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using HttpResponseMessage endless = await _site.AskAsync($"/en/suggest?q={new string('a', 5000)}");
        Assert.Equal("[]", await endless.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("en", "Did you mean quartet")]
    [InlineData("zh", "您要找的是不是： quartet")]
    [InlineData("ja", "もしかして： quartet")]
    public async Task A_slip_of_the_pen_is_asked_about_and_never_corrected_unasked(string language, string words)
    {
        IHtmlDocument page = await _site.OpenAsync($"/{language}/search?q=quartte&kind=news");

        IElement meant = page.QuerySelector(".meant")!;
        Assert.Equal(words, string.Join(' ', meant.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal($"/{language}/search?q=quartet&kind=news", meant.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("article.hit"));
        Assert.Null((await _site.OpenAsync($"/{language}/search?q=lantern")).QuerySelector(".meant"));
    }

    async Task<JsonElement> AskAsync(string language, string typed) =>
        JsonDocument.Parse(await _site.ReadAsync($"/{language}/suggest?q={Uri.EscapeDataString(typed)}")).RootElement;
}
