using System.Text.Json;

namespace KnowledgeBase.Cli.Tests;

public sealed class RobotsCommandTests : IDisposable
{
    readonly Workplace _place = new();
    readonly Newspaper _newspaper = new();

    public void Dispose()
    {
        _newspaper.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task A_decision_is_told_with_the_line_that_makes_it_and_as_an_exit_code()
    {
        _newspaper.On("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 1.5\nDisallow: /private/\n\nUser-agent: OtherBot\nDisallow: /\n");

        Outcome closed = await _place.RunAtAsync(_newspaper, "robots", _newspaper.Home + "private/1.html");
        Outcome open = await _place.RunAtAsync(_newspaper, "robots", _newspaper.Home + "news/1.html");
        Outcome other = await _place.RunAtAsync(_newspaper, "robots", _newspaper.Home + "news/1.html", "--as", "OtherBot", "--json");

        Assert.Equal((2, 0, 2), (closed.Code, open.Code, other.Code));
        Assert.Equal([$"Not allowed: line 3 of {_newspaper.Home}robots.txt says disallow: /private/.", "It asks for 1.5 s between two requests."], closed.Lines);
        Assert.StartsWith($"Allowed: no line of {_newspaper.Home}robots.txt speaks of it.", open.Output, StringComparison.Ordinal);
        using JsonDocument decision = JsonDocument.Parse(other.Output);
        Assert.Equal((false, 6, "disallow: /"), (decision.RootElement.GetProperty("isAllowed").GetBoolean(), decision.RootElement.GetProperty("line").GetInt32(), decision.RootElement.GetProperty("rule").GetString()));
    }

    [Theory]
    [InlineData("example.org", "is no web address")]
    [InlineData("mailto:desk@example.org", "is no web address")]
    [InlineData("https://desk:secret@example.org/", "never sends")]
    public async Task An_address_that_nobody_can_ask_is_a_mistake(string url, string message)
    {
        Outcome outcome = await _place.RunAsync("robots", url, "--contact", "desk@example.org");

        Assert.Equal(1, outcome.Code);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_robots_txt_cannot_address_is_a_mistake() =>
        Assert.Contains("is no name of a robot", (await _place.RunAsync("robots", "https://example.org/", "--as", "Other Bot/2.0")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_contact_nobody_is_asked() =>
        Assert.Contains("--contact", (await _place.RunAsync("robots", _newspaper.Home)).Error, StringComparison.Ordinal);
}
