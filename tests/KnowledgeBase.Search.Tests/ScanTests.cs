using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Tests;

/// <summary>Whatever is leapt over, kept or known beforehand: answers are those of looking at every article.</summary>
public sealed class ScanTests
{
    static readonly string[] Words = ["tea", "steel", "rice", "port", "rail", "wine"];

    static readonly string[] Cities = ["kobe", "osaka", "dalian"];

    [Fact]
    public async Task Totals_counts_and_orders_equal_those_of_a_scan()
    {
        var random = new Random(20);
        await using TestIndex index = await TestIndex.OpenAsync();
        Dictionary<string, Article> articles = [];
        for (int batch = 0; batch < 4; batch++)
        {
            // Some articles of earlier batches change, some are taken down: their segments then hold articles that must not count.
            Article[] some = [.. Enumerable.Range(0, 400).Select(i => RandomArticle($"{(i < 40 ? 0 : batch)}-{i}", random))];
            foreach (Article article in some)
                articles[article.Url] = article;
            await index.AddAsync(some);
        }
        foreach (string url in articles.Keys.Where(url => url.EndsWith('7')).ToList())
        {
            await index.Articles.DeleteAsync(articles[url].Id, TestContext.Current.CancellationToken);
            articles.Remove(url);
        }
        await index.UpdateAsync();
        for (int i = 0; i < 400; i++)
            AssertScanned([.. articles.Values], RandomQuery(random, out Func<Article, bool> isMatch), isMatch, index.Index);
    }

    [Fact]
    public async Task The_best_hits_are_those_with_the_highest_scores_of_all()
    {
        var random = new Random(21);
        await using TestIndex index = await TestIndex.OpenAsync(Enumerable.Range(0, 3_000).Select(i => RandomArticle($"a{i}", random)));
        foreach (string text in new[] { "tea", "\"tea\"", "tea steel", "tea OR rice", "\"steel rice\"", "city:kobe port", "rice -wine", "茶", "鉄道 茶" })
        {
            foreach (FacetCounting facets in Enum.GetValues<FacetCounting>())
            {
                // All hits are kept, none is leapt over.
                using RankedAnswer whole = index.Index.Rank(index.Index.Prepare(new SearchQuery { Text = text, Page = 3_000 }), facets);
                using RankedAnswer first = index.Index.Rank(index.Index.Prepare(new SearchQuery { Text = text }), facets);
                Assert.Equal(whole.Hits.Take(first.Hits.Count), first.Hits);
                Assert.Equal(Math.Min(300, whole.Hits.Count), first.Hits.Count);
                Assert.Equal(index.Search(text).Total, whole.Hits.Count);
                Assert.True(whole.Hits.Count > 30, text);
            }
        }
    }

    static void AssertScanned(List<Article> articles, SearchQuery query, Func<Article, bool> isMatch, ArticleIndex index)
    {
        List<Article> matching = [.. articles.Where(isMatch)];
        List<Article> hits = [.. matching.Where(article => Fits(article, Facet.City, query) && Fits(article, Facet.Year, query))];
        SearchResults results = index.Search(query);
        Assert.Equal(hits.Count, results.Total);
        Assert.Equal(Counts(matching.Where(article => Fits(article, Facet.Year, query)), Facet.City, query), results.Facets[Facet.City].Where(count => count.Count > 0).ToDictionary(count => count.Value, count => count.Count));
        Assert.Equal(Counts(matching.Where(article => Fits(article, Facet.City, query)), Facet.Year, query), results.Facets[Facet.Year].Where(count => count.Count > 0).ToDictionary(count => count.Value, count => count.Count));
        Assert.Equal(Counts(hits, Facet.Speaker, query), results.Facets[Facet.Speaker].ToDictionary(count => count.Value, count => count.Count));
        if (query.Order == SearchOrder.Newest)
            Assert.Equal(hits.OrderByDescending(DayOf).ThenBy(article => article.Id.Value, StringComparer.Ordinal).Take(20).Select(article => article.Id), results.Hits.Select(hit => hit.Id));
        if (query.Order == SearchOrder.Oldest)
            Assert.Equal(hits.OrderBy(article => DayOf(article) is var day && day < 0 ? int.MaxValue : day).ThenBy(article => article.Id.Value, StringComparer.Ordinal).Take(20).Select(article => article.Id), results.Hits.Select(hit => hit.Id));
        foreach (FacetCounting facets in Enum.GetValues<FacetCounting>())
        {
            using RankedAnswer answer = index.Rank(index.Prepare(query), facets);
            Assert.Equal(hits.Count, answer.Counting.Hits);
            Assert.Equal(results.Hits.Select(hit => hit.Id.Value), answer.Hits.Take(20).Select(hit => hit.Rank.Id.ToString("x16", CultureInfo.InvariantCulture)));
        }
    }

    static Dictionary<string, int> Counts(IEnumerable<Article> articles, Facet facet, SearchQuery query) =>
        articles.SelectMany(article => ValuesOf(article, facet).Distinct()).CountBy(value => value).ToDictionary();

    // A stretch of days is a choice of years.
    static bool Fits(Article article, Facet facet, SearchQuery query) =>
        (facet != Facet.Year || IsWithinDays(article, query)) && (query.ChosenOf(facet).IsEmpty || ValuesOf(article, facet).Any(value => query.IsChosen(facet, value))) && !ValuesOf(article, facet).Any(value => query.IsExcluded(facet, value));

    static bool IsWithinDays(Article article, SearchQuery query) =>
        (query.From is null && query.To is null)
        || (DayOf(article) is var day && day >= (query.From?.FirstDay.DayNumber ?? 0) && day <= (query.To?.LastDay.DayNumber ?? int.MaxValue));

    static int DayOf(Article article) => article.Published?.FirstDay.DayNumber ?? -1;

    static IEnumerable<string> ValuesOf(Article article, Facet facet) =>
        facet == Facet.City ? article.Cities : facet == Facet.Speaker ? article.Speakers
        : article.Published is { } date ? [date.Year.ToString(CultureInfo.InvariantCulture)] : [];

    static SearchQuery RandomQuery(Random random, out Func<Article, bool> isMatch)
    {
        (string one, string other) = (Words[random.Next(Words.Length)], Words[random.Next(Words.Length)]);
        (string text, isMatch) = random.Next(6) switch
        {
            0 => ("", _ => true),
            1 => ($"\"{one}\"", article => Has(article, one)),
            2 => ($"\"{one}\" \"{other}\"", article => Has(article, one) && Has(article, other)),
            3 => ($"{one} OR {other}", article => Has(article, one) || Has(article, other)),
            4 => ($"\"{one}\" -{other}", article => Has(article, one) && !Has(article, other)),
            _ => ($"lang:en \"{one}\"", (Func<Article, bool>)(article => article.Language == Language.English && Has(article, one))),
        };
        var query = new SearchQuery { Text = text, Order = (SearchOrder)random.Next(3) };
        foreach (string city in Cities.Where(_ => random.Next(5) == 0))
            query = random.Next(3) == 0 ? query.Exclude(Facet.City, city) : query.Toggle(Facet.City, city);
        if (random.Next(3) == 0)
            query = query.Toggle(Facet.Year, "2019");
        return random.Next(3) > 0 ? query : query with { From = new PartialDate(2018, random.Next(1, 13), 5), To = random.Next(2) == 0 ? null : new PartialDate(2020, 6) };
    }

    static bool Has(Article article, string word) => article.Headline.Contains(word, StringComparison.Ordinal) || article.Body.Contains(word, StringComparison.Ordinal);

    static Article RandomArticle(string name, Random random) => Examples.English(name, Text(random, 3), Text(random, random.Next(2, 40)) + (random.Next(4) == 0 ? " 茶と鉄道" : "")) with
    {
        Language = Language.All[random.Next(3)],
        Cities = [.. Cities.Where(_ => random.Next(3) == 0)],
        People = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"person-{random.Next(50)}").Distinct().Select(person => new PersonInPost(person, null))],
        Published = random.Next(8) == 0 ? null : new PartialDate(2018 + random.Next(4), random.Next(1, 13), random.Next(1, 28)),
    };

    static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(3) == 0 ? "x" + random.Next(100) : Words[random.Next(Words.Length) * random.Next(Words.Length) / Words.Length]));
}
