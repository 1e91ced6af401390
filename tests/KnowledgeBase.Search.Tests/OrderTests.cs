using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests;

public sealed class OrderTests
{
    [Fact]
    public async Task Without_words_the_newest_comes_first_and_the_undated_last()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("undated", "A"),
            Examples.English("2019", "B") with { Published = PartialDate.Find("2019") },
            Examples.English("2019-10-03", "C") with { Published = PartialDate.Find("2019-10-03") },
            Examples.English("2021-01", "D") with { Published = PartialDate.Find("2021-01") });
        Assert.Equal(["2021-01", "2019-10-03", "2019", "undated"], index.Search("").Hits.Select(hit => Examples.NameOf(hit.Id)));
        Assert.All(index.Search("").Hits, hit => Assert.Equal(0, hit.Score));
    }

    [Fact]
    public async Task With_words_the_best_comes_first_unless_the_newest_is_asked_for()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("old", "Tariffs", "Tariffs and tariffs.") with { Published = new PartialDate(2001) },
            Examples.English("new", "Trade", "Long words about many other things, and tariffs once.") with { Published = new PartialDate(2020) });
        Assert.Equal(["old", "new"], index.Search("tariffs").Hits.Select(hit => Examples.NameOf(hit.Id)));
        Assert.True(index.Search("tariffs").Hits[0].Score > index.Search("tariffs").Hits[1].Score);
        Assert.Equal(["new", "old"], index.Index.Search(new SearchQuery { Text = "tariffs", Order = SearchOrder.Newest }).Hits.Select(hit => Examples.NameOf(hit.Id)));
    }

    [Fact]
    public async Task The_headline_weighs_more_than_the_body()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("body", "News", "Tariffs"), Examples.English("headline", "Tariffs", "News"));
        Assert.Equal("headline", Examples.NameOf(index.Search("tariffs").Hits[0].Id));
    }

    [Theory]
    [InlineData("first", "second")]
    [InlineData("second", "first")]
    public async Task Words_that_stand_close_together_tell_more_than_the_same_words_far_apart(string near, string far)
    {
        string filling = string.Join(' ', Enumerable.Repeat("ships", 20));
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English(near, "News", $"Osaka, after Kobe, raised tariffs. {filling}"),
            Examples.English(far, "News", $"Osaka, after Kobe, {filling} raised tariffs."),
            Examples.English("other", "Tea", "Something else."));
        Assert.Equal([near, far], index.Search("tariffs Osaka").Hits.Select(hit => Examples.NameOf(hit.Id)));
    }

    [Fact]
    public async Task What_the_headline_says_is_close_to_every_word()
    {
        string filling = string.Join(' ', Enumerable.Repeat("ships", 20));
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("early", "Osaka", $"Raised tariffs. {filling}"), Examples.English("late", "Osaka", $"{filling} raised tariffs."), Examples.English("other", "Tea", "Something else."));
        ImmutableArray<Hit> hits = index.Search("tariffs Osaka").Hits;
        Assert.Equal(hits[0].Score, hits[1].Score);
    }

    [Theory]
    [InlineData("")]
    [InlineData("same")]
    public async Task Pages_hold_every_hit_once_and_equals_come_in_the_order_of_their_ids(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Enumerable.Range(0, 30).Select(i => Examples.English($"first-{i}", "Same words")));
        await index.AddAsync(Enumerable.Range(0, 15).Select(i => Examples.English($"second-{i}", "Same words")));
        ImmutableArray<SearchResults> pages = [.. Enumerable.Range(1, 4).Select(page => index.Index.Search(new SearchQuery { Text = text, Page = page }))];
        Assert.Equal([20, 20, 5, 0], pages.Select(page => page.Hits.Length));
        Assert.All(pages, page => Assert.Equal(45, page.Total));
        Assert.Equal(45, pages.SelectMany(page => page.Hits).Select(hit => hit.Id).Distinct().Count());
        Assert.Equal(pages.SelectMany(page => page.Hits).Select(hit => hit.Id.Value).Order(StringComparer.Ordinal), pages.SelectMany(page => page.Hits).Select(hit => hit.Id.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MinValue)]
    public async Task A_page_before_the_first_is_the_first(int page)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"));
        Assert.Single(index.Index.Search(new SearchQuery { Page = page }).Hits);
    }

    [Fact]
    public async Task A_page_beyond_the_last_has_no_hits_and_the_same_total()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Tea"));
        SearchResults results = index.Index.Search(new SearchQuery { Page = int.MaxValue });
        Assert.Equal((1, 0), (results.Total, results.Hits.Length));
    }
}
