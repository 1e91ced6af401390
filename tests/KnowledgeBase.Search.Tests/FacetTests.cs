using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests;

public sealed class FacetTests
{
    [Fact]
    public async Task A_topic_counts_for_its_broader_topics_once()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("a", "Kobe pays") with { Topics = ["subsidies", "investment"] }, Examples.English("b", "Kobe grows") with { Topics = ["economy"] });
        Assert.Equal([new("economy", 2), new("investment", 1), new("subsidies", 1)], index.Search("Kobe").Facets[Facet.Topic]);
    }

    [Fact]
    public async Task Every_facet_counts_what_its_articles_say()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Japanese("a", "神戸") with
        {
            Cities = ["kobe"],
            Organizations = ["jetro"],
            Published = PartialDate.Find("2019-10"),
            Kind = ArticleKind.Policy,
            People = [new("takeo-donoue", "Mayor")],
        });
        SearchResults results = index.Search("");
        Assert.Equal(
            ["", "kobe", "takeo-donoue", "jetro", "example", "ja", "2019", "policy"],
            Facet.All.Select(facet => string.Join(',', results.Facets[facet].Select(count => count.Value))));
        Assert.Equal([0, 0, 1], Language.All.Select(language => results.Languages[language]));
    }

    [Fact]
    public async Task The_most_frequent_value_comes_first_then_the_alphabet_and_of_years_the_latest()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Enumerable.Range(0, 5).Select(i =>
            Examples.English($"a{i}", "Trade") with { Cities = [i < 2 ? "tokyo" : i < 3 ? "osaka" : "dalian"], Published = new PartialDate(i < 3 ? 2018 : 2020 + i) }));
        ImmutableDictionary<Facet, ImmutableArray<FacetCount>> facets = index.Search("trade").Facets;
        Assert.Equal(["dalian", "tokyo", "osaka"], facets[Facet.City].Select(count => count.Value));
        Assert.Equal(["2024", "2023", "2018"], facets[Facet.Year].Select(count => count.Value));
    }

    [Fact]
    public async Task A_chosen_value_is_there_even_when_no_article_has_it()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Trade") with { Cities = ["kobe"], Published = new PartialDate(2018) });
        SearchResults results = index.Index.Search(new SearchQuery { Text = "trade" }.Toggle(Facet.City, "atlantis").Toggle(Facet.Year, "2020"));
        Assert.Equal(0, results.Total);
        Assert.Contains(new FacetCount("atlantis", 0), results.Facets[Facet.City]);
        Assert.Equal(["2020"], results.Facets[Facet.Year].Select(count => count.Value));
    }

    [Fact]
    public async Task Counts_equal_those_of_looking_at_every_article()
    {
        var random = new Random(5080);
        await using TestIndex index = await TestIndex.OpenAsync();
        List<Article> articles = [];
        for (int segment = 0; segment < 4; segment++)
        {
            Article[] batch = [.. Enumerable.Range(0, 60).Select(i => RandomArticle($"{segment}-{i}", random))];
            articles.AddRange(batch);
            await index.AddAsync(batch);
        }
        for (int i = 0; i < 300; i++)
            AssertCounted(articles, RandomQuery(random), index.Index);
    }

    static void AssertCounted(List<Article> articles, SearchQuery query, ArticleIndex index)
    {
        SearchResults results = index.Search(query);
        List<Article> matching = [.. articles.Where(article => query.Text.Length == 0 || article.Headline.Contains(query.Text, StringComparison.Ordinal))];
        List<Article> hits = [.. matching.Where(article => Facet.All.All(facet => Fits(article, facet, query)))];
        Assert.Equal((hits.Count, hits.Select(article => article.Family ?? article.Url).Distinct().Count()), (results.Total, results.Stories));
        foreach (Facet facet in Facet.All)
        {
            List<Article> besides = [.. matching.Where(article => Facet.All.All(other => other == facet || Fits(article, other, query)))];
            Dictionary<string, int> expected = besides.SelectMany(article => ValuesOf(article, facet).Distinct()).CountBy(value => value).ToDictionary();
            foreach (string chosen in query.ChosenOf(facet).AddRange(query.ExcludedOf(facet)))
                expected.TryAdd(chosen, 0);
            Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), results.Facets[facet].ToDictionary(count => count.Value, count => count.Count).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
    }

    // A stretch of days is a choice of years.
    static bool Fits(Article article, Facet facet, SearchQuery query) =>
        (query.ChosenOf(facet).IsEmpty || ValuesOf(article, facet).Any(value => query.IsChosen(facet, value)))
        && !ValuesOf(article, facet).Any(value => query.IsExcluded(facet, value))
        && (facet != Facet.Year || query.From is not { } from || article.Published?.FirstDay >= from.FirstDay)
        && (facet != Facet.Year || query.To is not { } to || article.Published?.FirstDay <= to.LastDay);

    static IEnumerable<string> ValuesOf(Article article, Facet facet) =>
        facet == Facet.Topic ? article.Topics.SelectMany(topic => topic == "subsidies" ? new[] { "subsidies", "investment", "economy" } : topic == "investment" ? ["investment", "economy"] : [topic])
        : facet == Facet.City ? article.Cities
        : facet == Facet.Speaker ? article.Speakers
        : facet == Facet.Organization ? article.Organizations
        : facet == Facet.Publisher ? [article.PublisherId]
        : facet == Facet.Language ? [article.Language.Code]
        : facet == Facet.Year ? article.Published is { } date ? [date.Year.ToString(CultureInfo.InvariantCulture)] : []
        : [article.Kind.ToString().ToLowerInvariant()];

    static Article RandomArticle(string name, Random random) => Examples.English(name, string.Join(' ', Some(random, "tea", "steel", "rice"))) with
    {
        Language = Language.All[random.Next(3)],
        Kind = (ArticleKind)random.Next(4),
        PublisherId = $"publisher-{random.Next(3)}",
        Topics = Some(random, "economy", "investment", "subsidies", "tourism"),
        Cities = Some(random, "kobe", "osaka", "dalian", "上海"),
        Organizations = Some(random, "jetro", "meti"),
        People = [.. Some(random, "a", "b", "c").Select(person => new PersonInPost(person, null))],
        Family = random.Next(2) == 0 ? null : $"story-{random.Next(40)}",
        Published = random.Next(4) == 0 ? null : new PartialDate(2018 + random.Next(4)),
    };

    static SearchQuery RandomQuery(Random random)
    {
        var query = new SearchQuery { Text = new[] { "", "tea", "steel" }[random.Next(3)], Order = (SearchOrder)random.Next(2) };
        string[][] values =
        [
            ["economy", "investment", "subsidies"], ["kobe", "上海", "nowhere"], ["a", "b"], ["jetro"], ["publisher-0", "publisher-1"], ["en", "zh"], ["2018", "2020"], ["news", "brief"],
        ];
        foreach (Facet facet in Facet.All.Where(_ => random.Next(4) == 0))
        {
            foreach (string value in Some(random, values[Facet.All.ToList().IndexOf(facet)]))
                query = random.Next(4) == 0 ? query.Exclude(facet, value) : query.Toggle(facet, value);
        }
        if (random.Next(4) == 0)
            query = query with { From = new(2018 + random.Next(3)), To = random.Next(2) == 0 ? new(2020 + random.Next(2)) : null };
        return query;
    }

    static ImmutableArray<string> Some(Random random, params string[] values) => [.. values.Where(_ => random.Next(2) == 0)];
}
