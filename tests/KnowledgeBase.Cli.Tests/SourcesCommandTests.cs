using System.Text.Json;

namespace KnowledgeBase.Cli.Tests;

public sealed class SourcesCommandTests : IDisposable
{
    readonly Workplace _place = new();
    readonly Newspaper _newspaper = new();

    public void Dispose()
    {
        _newspaper.Dispose();
        _place.Dispose();
    }

    [Fact]
    public async Task After_a_crawl_the_sources_show_how_they_are_and_a_failing_one_is_flagged()
    {
        Enable("feed.xml", "gone.xml");
        Assert.Equal(0, (await _place.RunAtAsync(_newspaper, "crawl")).Code);

        Outcome listed = await _place.RunAsync("sources");
        Outcome flagged = await _place.RunAsync("sources", "--flagged", "--json");

        Assert.Equal((2, 2), (listed.Code, flagged.Code));
        Assert.Equal("2 sources: 1 well, 1 failing", listed.Lines[^1]);
        Assert.Contains($"well      The Port Times · feed · {_newspaper.Home}feed.xml", listed.Lines);
        Assert.Contains("          sample: Rent", listed.Lines);
        Assert.Contains(listed.Lines, line => line.StartsWith("          it is gone (404) (1 failure in a row); never answered well", StringComparison.Ordinal));
        using JsonDocument failing = JsonDocument.Parse(Assert.Single(flagged.Lines));
        Assert.Equal(
            ("Failing", "Feed", 404, true),
            (failing.RootElement.GetProperty("condition").GetString(), failing.RootElement.GetProperty("kind").GetString(), failing.RootElement.GetProperty("status").GetInt32(), failing.RootElement.GetProperty("isFlagged").GetBoolean()));
    }

    [Fact]
    public async Task A_source_that_begins_to_fail_keeps_its_last_good_sample()
    {
        Enable("feed.xml");
        await _place.RunAtAsync(_newspaper, "crawl");
        Assert.Equal(0, (await _place.RunAsync("sources")).Code);

        // Due at once again: only its plan is changed, the poll itself is real.
        await using (Storage.Ledger ledger = await _place.OpenLedgerAsync())
        {
            var sources = new Storage.SourceStore(ledger);
            Storage.SourceState state = (await sources.FindAsync(_newspaper.Home + "feed.xml", TestContext.Current.CancellationToken))!;
            await sources.SaveAsync(
                state with { DueAt = state.PolledAt!.Value }, new(state.Url, state.PolledAt.Value, "fetched", null, 200, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);
        }
        _newspaper.On("/feed.xml", "text/plain", "closed for repairs");
        await _place.RunAtAsync(_newspaper, "crawl");

        Outcome listed = await _place.RunAsync("sources");
        Assert.Equal(2, listed.Code);
        Assert.Contains("          last good sample: Rent", listed.Lines);
        Assert.Contains(listed.Lines, line => line.Contains("it is no feed (1 failure in a row); last answered well 20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_ledger_or_an_enabled_publisher_it_says_what_to_do()
    {
        Outcome empty = await _place.RunAsync("sources");
        await _place.RunAsync("read");
        Outcome nobody = await _place.RunAsync("sources");

        Assert.Equal((1, 1), (empty.Code, nobody.Code));
        Assert.Contains("There is no ledger", empty.Error, StringComparison.Ordinal);
        Assert.Contains("enabled: true", nobody.Error, StringComparison.Ordinal);
    }

    void Enable(params string[] feeds) => _place.Write(
        "content/publishers/times.yml",
        $"- {"{"}id: times, en: The Port Times, kind: newspaper, language: en, enabled: true, gap: 0, sources: [{string.Join(", ", feeds.Select(feed => $"{"{"}feed: \"{_newspaper.Home}{feed}\"{"}"}"))}]{"}"}\n");
}
