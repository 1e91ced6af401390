using System.Net;
using KnowledgeBase.Web.Tests.Sites;

namespace KnowledgeBase.Web.Tests.Pages;

[Collection(ExampleSiteTests.Name)]
public sealed class FrontDoorTests(ExampleSite fixture)
{
    readonly TestSite _site = fixture.Site;

    [Theory]
    [InlineData("ja,en;q=0.5", "/ja/")]
    [InlineData("en;q=0.2, zh-TW;q=0.9", "/zh/")]
    [InlineData("zh-CN", "/zh/")]
    [InlineData("de, ja-JP;q=0.3", "/ja/")]
    [InlineData("de", "/en/")]
    [InlineData("*", "/en/")]
    [InlineData("zh;q=0, ja;q=0.1", "/ja/")]
    [InlineData(";;;,=,q", "/en/")]
    public async Task The_way_in_is_the_language_a_browser_asks_for(string wishes, string address)
    {
        using HttpResponseMessage answer = await _site.AskAsync("/", ("Accept-Language", wishes));

        Assert.Equal((HttpStatusCode.Redirect, address), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task Light_or_dark_is_remembered_and_leads_back_to_the_page()
    {
        using HttpResponseMessage answer = await _site.AskAsync("/theme?value=dark&back=%2Fja%2Fsearch%3Fq%3D%25E6%258A%2595");

        Assert.Equal("/ja/search?q=%E6%8A%95", answer.Headers.Location?.OriginalString);
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("theme=dark;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("dark", (await _site.OpenAsync("/ja/", ("Cookie", "theme=dark"))).DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("\\\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example/")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/投資")]
    [InlineData("~//evil.example/")]
    [InlineData("")]
    public async Task The_choice_of_light_and_dark_leads_only_back_into_the_site(string back)
    {
        using HttpResponseMessage answer = await _site.AskAsync($"/theme?value=light&back={Uri.EscapeDataString(back)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var target = new Uri(new Uri(_site.Address), answer.Headers.Location!);
        Assert.Equal(_site.Address, target.GetLeftPart(UriPartial.Authority));
        Assert.DoesNotContain("a=b", string.Join('\n', answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("purple")]
    [InlineData("\"><script>")]
    public async Task A_choice_that_is_none_follows_the_system(string value)
    {
        using HttpResponseMessage answer = await _site.AskAsync($"/theme?value={Uri.EscapeDataString(value)}&back=/en/");

        Assert.StartsWith("theme=auto;", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal("auto", (await _site.OpenAsync("/en/", ("Cookie", $"theme={Uri.EscapeDataString(value)}"))).DocumentElement.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task Robots_may_read_everything_but_the_switch() =>
        Assert.Equal("User-agent: *\nDisallow: /theme\n", await _site.ReadAsync("/robots.txt"));
}
