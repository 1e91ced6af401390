using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Search.Tests;

public sealed class RetellingTests
{
    static readonly Article Ships = Examples.English("en-ships", "Hydrogen", "Ships brought hydrogen to Kobe on 24 December.");

    [Theory]
    [InlineData("ja-ships", "ja-buses")]
    [InlineData("ja-buses", "ja-ships")]
    public async Task Of_two_hits_in_another_language_that_comes_first_which_tells_what_the_best_one_in_the_querys_own_tells(string same, string another)
    {
        await using TestIndex index = await OpenAsync(
            Ships,
            Examples.Japanese(same, "水素", "水素が12月24日に神戸へ。"),
            Examples.Japanese(another, "水素", "水素が11月25日に京都へ。"));

        Assert.Equal(["en-ships", same, another], Found(index, "hydrogen ships"));
    }

    [Fact]
    public async Task What_is_raised_stays_behind_the_best_in_the_querys_own_language()
    {
        await using TestIndex index = await OpenAsync(Ships, Examples.Japanese("ja-ships", "水素", "水素が12月24日に神戸へ。"), Examples.Japanese("ja-buses", "水素", "水素が11月25日に京都へ。"));

        ImmutableArray<Hit> hits = index.Search("hydrogen ships").Hits;

        Assert.InRange(hits[1].Score / hits[0].Score, 0.35, 0.5);
    }

    [Fact]
    public async Task An_article_that_says_no_more_than_the_query_raises_nothing()
    {
        await using TestIndex index = await OpenAsync(
            Examples.English("en-ships", "Hydrogen ships", "Kobe"),
            Examples.Japanese("ja-ships", "水素", "水素が神戸へ。"),
            Examples.Japanese("ja-buses", "水素", "水素と水素が京都へ。"));

        Assert.Equal(["en-ships", "ja-buses", "ja-ships"], Found(index, "hydrogen ships"));
    }

    [Fact]
    public async Task A_best_hit_with_few_of_the_words_raises_nothing()
    {
        await using TestIndex index = await OpenAsync(
            Ships,
            Examples.Japanese("ja-ships", "水素", "水素が12月24日に神戸へ。"),
            Examples.Japanese("ja-buses", "水素", "水素が11月25日に京都へ。水素。"),
            Examples.English("a", "Buses"), Examples.English("b", "Tariffs"), Examples.English("c", "Subsidies"), Examples.English("d", "Pensions"));

        Assert.Equal(["ja-buses", "ja-ships"], Found(index, "hydrogen buses tariffs subsidies pensions").Where(name => name.StartsWith("ja", StringComparison.Ordinal)));
        Assert.Equal(["ja-ships", "ja-buses"], Found(index, "hydrogen ships").Where(name => name.StartsWith("ja", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task By_date_nothing_is_raised()
    {
        await using TestIndex index = await OpenAsync(
            Ships,
            Examples.Japanese("ja-ships", "水素", "水素が12月24日に神戸へ。") with { Published = PartialDate.Find("2019") },
            Examples.Japanese("ja-buses", "水素", "水素が11月25日に京都へ。") with { Published = PartialDate.Find("2020") });

        SearchResults results = index.Index.Search(new SearchQuery { Text = "hydrogen ships", Order = SearchOrder.Newest });

        Assert.Equal(["ja-buses", "ja-ships"], results.Hits.Select(hit => Examples.NameOf(hit.Id)).Where(name => name != "en-ships"));
    }

    static IEnumerable<string> Found(TestIndex index, string text) => index.Search(text).Hits.Select(hit => Examples.NameOf(hit.Id));

    static async Task<TestIndex> OpenAsync(params IEnumerable<Article> articles)
    {
        TestIndex index = await TestIndex.OpenAsync(articles.Append(Examples.English("other", "Rents in Dalian", "Offices.")));
        index.Reopen(Examples.Content with { Vocabulary = Terms() });
        await index.UpdateAsync();
        return index;
    }

    static Vocabulary Terms() => new Vocabulary([Examples.TopicOf("Hydrogen", "氢能", "水素"), Examples.TopicOf("Kobe", "神户", "神戸"), Examples.TopicOf("Kyoto", "京都", "京都")], [], [], [], []);
}
