using System.Collections.Immutable;
using System.Diagnostics;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests;

public sealed class QueryLanguageTests
{
    static readonly Article[] Articles =
    [
        Examples.English("kobe", "Kobe pays rent", "The mayor spoke of Chinese firms.") with
        {
            Cities = ["kobe"], Topics = ["subsidies"], Organizations = ["jetro"], Kind = ArticleKind.Policy, Published = PartialDate.Find("2019-10-03"), People = [new("takeo-donoue", null)],
        },
        Examples.Chinese("dalian", "大连吸引日本投资", "市长谈到神户。") with { Cities = ["dalian"], Topics = ["investment"], Published = PartialDate.Find("2018-05"), People = [new("Zhang San", null)] },
        Examples.Japanese("osaka", "大阪の企業", "中国への投資が増えた。") with { Cities = ["osaka"], PublisherId = "jetro", Published = PartialDate.Find("2020") },
        Examples.English("undated", "Trade grows", "Kobe is a port."),
    ];

    [Theory]
    [InlineData("city:kobe", "kobe")]
    [InlineData("city：kobe", "kobe")]
    [InlineData("ＣＩＴＹ:KOBE", "kobe")]
    [InlineData("city:(kobe OR osaka)", "kobe osaka")]
    [InlineData("-city:kobe", "dalian osaka undated")]
    [InlineData("topic:investment", "dalian kobe")]
    [InlineData("topic:subsidies OR city:dalian", "dalian kobe")]
    [InlineData("org:jetro", "kobe")]
    [InlineData("publisher:jetro", "osaka")]
    [InlineData("lang:ja", "osaka")]
    [InlineData("lang:日本語", "osaka")]
    [InlineData("lang:Chinese", "dalian")]
    [InlineData("kind:policy", "kobe")]
    [InlineData("speaker:\"takeo-donoue\"", "kobe")]
    [InlineData("speaker:\"zhang san\"", "dalian")]
    [InlineData("speaker:zhang", "dalian")]
    [InlineData("city:atlantis", "")]
    [InlineData("year:2018..2019", "dalian kobe")]
    [InlineData("year:２０１８..２０１９", "dalian kobe")]
    [InlineData("year:2020", "osaka")]
    [InlineData("date:2019-10", "kobe")]
    [InlineData("date:2019-10-04..", "osaka")]
    [InlineData("date:..2019-10-02", "dalian")]
    [InlineData("year:2019 OR year:2020", "kobe osaka")]
    [InlineData("title:kobe", "kobe")]
    [InlineData("title:\"pays rent\"", "kobe")]
    [InlineData("title:投資", "dalian")]
    [InlineData("title:投", "dalian")]
    [InlineData("title:(kobe OR 大连)", "dalian kobe")]
    [InlineData("title:port", "")]
    [InlineData("(kobe port) OR 投資", "dalian osaka undated")]
    [InlineData("kobe (port OR rent)", "kobe undated")]
    [InlineData("kobe　（port　ＯＲ　rent）", "kobe undated")]
    [InlineData("kobe　ＮＯＴ　port", "kobe")]
    [InlineData("kobe　ＡＮＤ　port", "undated")]
    [InlineData("kobe -(port OR trade)", "kobe")]
    [InlineData("投资 -lang:zh", "osaka")]
    public async Task Fields_brackets_and_signs_say_what_is_meant(string text, string expected)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        Assert.Equal(expected, string.Join(' ', index.Names(text)));
    }

    [Theory]
    [InlineData("\"mayor firms\"~3", true)]
    [InlineData("\"firms mayor\"~3", true)]
    [InlineData("“firms mayor”～3", true)]
    [InlineData("\"mayor firms\"~2", false)]
    [InlineData("\"mayor mayor\"~9", false)]
    [InlineData("\"mayor firms\"", false)]
    public async Task Near_words_may_stand_in_any_order_with_others_between(string text, bool isFound)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        Assert.Equal(isFound ? ["kobe"] : [], index.Names(text));
    }

    [Fact]
    public async Task The_answer_says_how_the_query_was_understood()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        QueryPart.All all = Assert.IsType<QueryPart.All>(index.Search("rent subsidies -city:\"kobe\" title:(a OR \"b c\"~2) year:2018..2020 inv*").Understood);
        Assert.Equal(new QueryPart.Words("rent subsidies"), all.Parts[0]);
        QueryPart.Value city = Assert.IsType<QueryPart.Value>(Assert.IsType<QueryPart.Without>(all.Parts[1]).Part);
        Assert.Equal((Facet.City, "kobe", "kobe"), (city.Facet, city.Text, city.Values.Single()));
        QueryPart.Any title = Assert.IsType<QueryPart.Any>(Assert.IsType<QueryPart.InTitle>(all.Parts[2]).Part);
        Assert.Equal([new QueryPart.Words("a"), new QueryPart.Phrase("b c", 2)], title.Parts);
        Assert.Equal(new QueryPart.Dates(new(2018, 1, 1), new(2020, 12, 31)), all.Parts[3]);
        Assert.Equal(new QueryPart.Beginning("inv"), all.Parts[4]);
        Assert.Null(index.Search(" ").Understood);
    }

    [Theory]
    [InlineData("\"kobe", QueryRemarkKind.QuotationMark)]
    [InlineData("(kobe", QueryRemarkKind.Bracket)]
    [InlineData("kobe)", QueryRemarkKind.Bracket)]
    [InlineData("kobe OR", QueryRemarkKind.Operator)]
    [InlineData("OR kobe", QueryRemarkKind.Operator)]
    [InlineData("kobe NOT", QueryRemarkKind.Operator)]
    [InlineData("kobe OR OR port", QueryRemarkKind.Operator)]
    public async Task What_is_read_otherwise_than_meant_is_said(string text, QueryRemarkKind kind)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        Assert.Equal(["kobe", "undated"], index.Names(text));
        Assert.Equal(kind, index.Search(text).Remarks.Single().Kind);
    }

    [Theory]
    [InlineData("kobe date:soon", QueryRemarkKind.Date)]
    [InlineData("kobe year:2018..x", QueryRemarkKind.Date)]
    public async Task A_date_that_is_none_is_read_as_words(string text, QueryRemarkKind kind)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        Assert.Contains(index.Search(text).Remarks, remark => remark.Kind == kind);
    }

    [Fact]
    public async Task What_is_no_date_is_said_with_its_minus()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        Assert.Equal(new(QueryRemarkKind.Date, "year:-1"), Assert.Single(index.Search("kobe year:-1").Remarks));
    }

    [Theory]
    [InlineData("speaker:nobody", "nobody")]
    [InlineData("kobe OR (-city:atlantis rent)", "atlantis")]
    [InlineData("lang:(fr OR ja)", "fr")]
    [InlineData("city:dalian -kobe", "")]
    [InlineData("speaker:zhang", "")]
    public async Task A_value_that_neither_editors_nor_articles_know_is_told(string text, string unknown)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        Assert.Equal(unknown, string.Join(' ', index.Search(text).UnknownValues.Select(value => value.Text)));
    }

    [Fact]
    public async Task An_address_with_too_long_a_text_is_answered_with_a_remark()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        SearchQuery query = SearchQuery.Parse([new("q", $"kobe {new string(' ', SearchQuery.MaxTextLength)} port")]);
        Assert.Equal(QueryRemarkKind.Length, Assert.Single(index.Index.Search(query).Remarks).Kind);
        Assert.Equal(2, index.Index.Search(query).Total);
        Assert.False(SearchQuery.Parse([new("q", $"kobe{new string(' ', SearchQuery.MaxTextLength)}")]).IsCut);
    }

    [Theory]
    [InlineData("city: kobe")]
    [InlineData("colour:kobe")]
    [InlineData("http://kobe")]
    public async Task A_colon_without_a_field_is_read_literally(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("found", "city colour http kobe"));
        Assert.Equal(["found"], index.Names(text));
        Assert.Empty(index.Search(text).Remarks);
    }

    [Fact]
    public async Task Excluded_values_and_dates_narrow_a_search_and_counts_show_what_is_left_out()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        SearchQuery query = new SearchQuery().Exclude(Facet.City, "kobe") with { From = PartialDate.Find("2018"), To = PartialDate.Find("2019") };
        SearchResults results = index.Index.Search(query);
        Assert.Equal(["dalian"], results.Hits.Select(hit => Examples.NameOf(hit.Id)));
        Assert.Equal([new("dalian", 1), new("kobe", 1)], results.Facets[Facet.City]);
        Assert.Equal("-city=kobe&from=2018&to=2019", query.ToQueryString());
        Assert.Equal(query, SearchQuery.Parse([new("-city", "kobe"), new("from", "2018"), new("to", "2019")]));
        Assert.Equal(new SearchQuery(), new SearchQuery().Exclude(Facet.City, "kobe").Exclude(Facet.City, "kobe"));
        Assert.False(new SearchQuery().Toggle(Facet.City, "kobe").Exclude(Facet.City, "kobe").IsChosen(Facet.City, "kobe"));
    }

    [Fact]
    public async Task The_oldest_come_first_when_asked_for_and_the_undated_last()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        SearchQuery query = SearchQuery.Parse([new("sort", "oldest")]);
        Assert.Equal(["dalian", "kobe", "osaka", "undated"], index.Index.Search(query).Hits.Select(hit => Examples.NameOf(hit.Id)));
        Assert.Equal("sort=oldest", query.ToQueryString());
    }

    [Fact]
    public async Task Hostile_queries_are_answered_within_a_second()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        string[] parts = ["a ", "国際", "\"a b\" ", "\"a b\"~50 ", "-x ", "x* ", "(", "((a OR b) ", "a OR ", "*a* ", "city:", "title:(", "[a-z]+", "a\\", "year:1..", "\ud800", "\u0001", "～", "NOT ", "- "];
        foreach (string part in parts)
        {
            long began = Stopwatch.GetTimestamp();
            SearchResults results = index.Search(string.Concat(Enumerable.Repeat(part, 10_000)));
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1), part);
            Assert.Contains(results.Remarks, remark => remark.Kind == QueryRemarkKind.Length);
        }
    }

    [Fact]
    public async Task Any_text_of_signs_is_answered()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Articles);
        var random = new Random(31);
        string[] signs = ["kobe", "投资", " ", " ", "\"", "(", ")", "-", "OR", "NOT", "|", ":", "city:", "title:", "year:", "2018", "..", "~2", "*", "：", "（", "\u3000", "\ud83d", "é"];
        for (int i = 0; i < 2_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => signs[random.Next(signs.Length)]));
            ImmutableArray<string> names = index.Names(text);
            Assert.InRange(index.Search(text).Total, names.Length, Articles.Length);
        }
    }
}
