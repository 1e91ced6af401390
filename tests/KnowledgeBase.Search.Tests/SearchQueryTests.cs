namespace KnowledgeBase.Search.Tests;

public sealed class SearchQueryTests
{
    [Fact]
    public void A_query_that_asks_nothing_has_an_empty_query_string() => Assert.Equal("", new SearchQuery().ToQueryString());

    [Fact]
    public void The_query_string_has_always_the_same_order()
    {
        SearchQuery query = new SearchQuery { Text = "投資 & rent", Order = SearchOrder.Newest, Page = 3 }
            with
        { Chosen = new SearchQuery().Toggle(Facet.City, "osaka").Toggle(Facet.Topic, "investment").Toggle(Facet.City, "kobe").Chosen };
        Assert.Equal("q=%E6%8A%95%E8%B3%87%20%26%20rent&topic=investment&city=kobe&city=osaka&sort=newest&page=3", query.ToQueryString());
    }

    [Fact]
    public void Toggling_chooses_a_value_and_toggling_again_takes_it_back_on_the_first_page()
    {
        SearchQuery chosen = new SearchQuery { Page = 4 }.Toggle(Facet.City, "kobe");
        Assert.True(chosen.IsChosen(Facet.City, "kobe"));
        Assert.Equal(1, chosen.Page);
        Assert.Equal(new SearchQuery(), chosen.Toggle(Facet.City, "kobe"));
        Assert.Empty(chosen.Toggle(Facet.City, "kobe").Chosen);
    }

    [Fact]
    public void What_is_not_widened_stands_in_the_address()
    {
        SearchQuery query = new SearchQuery { Text = "rent" }.WithoutWidening("rent").WithoutWidening("租金");
        Assert.Equal("q=rent&not-widened=rent&not-widened=%E7%A7%9F%E9%87%91", query.ToQueryString());
        Assert.Equal(query, SearchQuery.Parse(PairsOf(query.ToQueryString())));
        Assert.Equal("q=rent&widen=off", query.Widen(false).ToQueryString());
        Assert.False(SearchQuery.Parse([Pair("widen", "off")]).IsWidened);
        Assert.True(SearchQuery.Parse([Pair("widen", "on")]).IsWidened);
    }

    [Fact]
    public void Unknown_keys_and_bad_values_are_left_out()
    {
        SearchQuery query = SearchQuery.Parse([Pair("colour", "red"), Pair("page", "-3"), Pair("sort", "best"), Pair("city", " "), Pair("q", "  Kobe\u0007 "), Pair("page", "x")]);
        Assert.Equal(new SearchQuery { Text = "Kobe" }, query);
        Assert.Equal("q=Kobe", query.ToQueryString());
    }

    [Fact]
    public void What_is_too_long_or_too_much_is_cut()
    {
        SearchQuery query = SearchQuery.Parse(
        [
            Pair("q", string.Concat(Enumerable.Repeat("𠮷", 400))),
            Pair("page", "999999999"),
            .. Enumerable.Range(0, 200).Select(i => Pair("city", $"city-{i}")),
            Pair("speaker", new string('a', 5000)),
        ]);
        Assert.Equal(SearchQuery.MaxTextLength, query.Text.Length);
        Assert.Equal(SearchQuery.MaxPage, query.Page);
        Assert.Equal(SearchQuery.MaxChosen, query.ChosenOf(Facet.City).Length);
        Assert.Equal(SearchQuery.MaxValueLength, query.ChosenOf(Facet.Speaker).Single().Length);
    }

    [Fact]
    public void Every_query_comes_back_from_its_query_string()
    {
        var random = new Random(2026);
        for (int i = 0; i < 500; i++)
        {
            SearchQuery query = RandomQuery(random);
            SearchQuery back = SearchQuery.Parse(PairsOf(query.ToQueryString()));
            Assert.Equal(query, back);
            Assert.Equal(query.ToQueryString(), back.ToQueryString());
            Assert.Equal(query.Text, back.Text);
            Assert.All(Facet.All, facet => Assert.Equal(query.ChosenOf(facet).Order(StringComparer.Ordinal), back.ChosenOf(facet)));
        }
    }

    static SearchQuery RandomQuery(Random random)
    {
        var query = new SearchQuery { Text = RandomText(random), Order = (SearchOrder)random.Next(2), Page = 1 + random.Next(30) };
        for (int i = random.Next(6); i > 0; i--)
        {
            string value = RandomText(random);
            query = value.Length == 0 ? query : query.Toggle(Facet.All[random.Next(Facet.All.Count)], value) with { Page = query.Page };
        }
        return query;
    }

    static string RandomText(Random random)
    {
        string[] parts = ["a", "B", " ", ",", "&", "=", "+", "%", "#", "?", "\"", "投資", "関西", "𠮷", "é", "'", "/", "😀", ";"];
        return string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => parts[random.Next(parts.Length)])).Trim();
    }

    static IEnumerable<KeyValuePair<string, string>> PairsOf(string queryString) =>
        queryString.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Select(part => Pair(part[0], Uri.UnescapeDataString(part[1])));

    static KeyValuePair<string, string> Pair(string key, string value) => KeyValuePair.Create(key, value);
}
