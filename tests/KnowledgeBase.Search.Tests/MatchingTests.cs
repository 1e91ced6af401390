using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests;

public sealed class MatchingTests
{
    static readonly Article[] Airports =
    [
        Examples.Chinese("kansai-zh", "关西国际机场恢复航班", "关西国际机场恢复了往返上海的航班。"),
        Examples.Japanese("kansai-ja", "関西国際空港の便が再開", "関西国際空港は上海便を再開した。"),
        Examples.Chinese("trade-zh", "两国贸易增长", "贸易额比上年增长。"),
    ];

    [Theory]
    [InlineData("国際")]
    [InlineData("国际")]
    [InlineData("國際")]
    public async Task Han_find_their_variants_inside_longer_names(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Airports);
        Assert.Equal(["kansai-ja", "kansai-zh"], index.Names(text));
    }

    [Fact]
    public async Task A_single_Han_character_is_found()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Airports);
        Assert.Equal(["trade-zh"], index.Names("貿"));
        Assert.Equal(["kansai-ja", "kansai-zh"], index.Names("海"));
    }

    [Fact]
    public async Task Han_that_stand_apart_do_not_match_a_run()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Chinese("apart", "国内与海外", "际遇"), Examples.Chinese("run", "国际"));
        Assert.Equal(["run"], index.Names("国际"));
    }

    [Theory]
    [InlineData("佐々木")]
    [InlineData("々木")]
    public async Task The_repetition_mark_is_a_Han_character(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Japanese("sasaki", "会談", "佐々木社長は北京を訪れた。"), Examples.Japanese("suzuki", "鈴木社長"));
        Assert.Equal(["sasaki"], index.Names(text));
    }

    [Theory]
    [InlineData("investment Kobe")]
    [InlineData("Kobe invests")]
    [InlineData("ＫＯＢＥ　ｉｎｖｅｓｔｍｅｎｔ")]
    [InlineData("Kōbe investments")]
    public async Task Every_word_must_be_found_in_any_form(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("both", "Investments in Kobe's port"), Examples.English("kobe", "Kobe opens a port"), Examples.English("investment", "Investment grows"));
        SearchResults results = index.Search(text);
        Assert.Equal(["both"], index.Names(text));
        Assert.Equal(1, results.Total);
        Assert.False(results.IsRelaxed);
    }

    [Fact]
    public async Task Most_words_are_enough_when_no_article_has_all_and_the_answer_says_so()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("two", "Kobe courts Chinese firms"), Examples.English("one", "Kobe opens a port"), Examples.English("none", "Trade grows"));
        SearchResults results = index.Search("Kobe Chinese zeppelins");
        Assert.True(results.IsRelaxed);
        Assert.Equal(["two", "one"], results.Hits.Select(hit => Examples.NameOf(hit.Id)));
    }

    [Fact]
    public async Task A_question_without_spaces_is_answered_by_most_of_its_words()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Airports);
        Assert.True(index.Search("关西国际机场什么时候恢复？").IsRelaxed);
        Assert.Equal("kansai-zh", Examples.NameOf(index.Search("关西国际机场什么时候恢复？").Hits[0].Id));
    }

    [Fact]
    public async Task Chosen_values_do_not_make_a_search_relax()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("both", "Kobe courts Chinese firms") with { Cities = ["kobe"] }, Examples.English("one", "Kobe opens a port") with { Cities = ["osaka"] });
        SearchResults results = index.Index.Search(new SearchQuery { Text = "Kobe Chinese" }.Toggle(Facet.City, "osaka"));
        Assert.Equal(0, results.Total);
        Assert.False(results.IsRelaxed);
    }

    [Fact]
    public async Task A_phrase_asks_for_its_words_side_by_side_stop_words_too()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("right", "The Bank of Japan waits"), Examples.English("wrong", "Japan's bank of the year"), Examples.English("between", "A bank for Japan"));
        Assert.Equal(["right"], index.Names("\"bank of Japan\""));
        Assert.Equal(["between", "right", "wrong"], index.Names("bank of Japan"));
    }

    [Fact]
    public async Task A_phrase_does_not_reach_from_one_line_to_the_next()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("split", "News from Kobe", "Investment grows"));
        Assert.Empty(index.Names("\"Kobe investment\""));
    }

    [Fact]
    public async Task A_phrase_in_quotation_marks_of_any_width_holds_Han_and_letters()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Chinese("a", "华为 Huawei 在日本投资"), Examples.Chinese("b", "投资日本"));
        Assert.Equal(["a"], index.Names("“日本投資”"));
        Assert.Equal(["a"], index.Names("\"Huawei 在日本\""));
    }

    [Theory]
    [InlineData("Kobe -port")]
    [InlineData("Kobe NOT port")]
    [InlineData("Kobe －port")]
    [InlineData("Kobe -\"the port\"")]
    public async Task A_minus_excludes(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("port", "Kobe opens the port"), Examples.English("steel", "Kobe makes steel"));
        Assert.Equal(["steel"], index.Names(text));
    }

    [Fact]
    public async Task An_exclusion_alone_leaves_everything_else()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Airports);
        Assert.Equal(["kansai-ja", "kansai-zh"], index.Names("-贸易"));
    }

    [Theory]
    [InlineData("port OR steel")]
    [InlineData("port | steel")]
    [InlineData("Kobe port OR steel")]
    public async Task OR_joins_alternatives(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("port", "Kobe opens the port"), Examples.English("steel", "Kobe makes steel"), Examples.English("tea", "Kobe drinks tea"));
        Assert.Equal(["port", "steel"], index.Names(text));
    }

    [Theory]
    [InlineData("invest*")]
    [InlineData("investme*")]
    [InlineData("INVESTMEN＊")]
    public async Task A_star_stands_for_the_rest_of_a_word(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("found", "Investments grow"), Examples.English("other", "Inventions grow"));
        Assert.Equal(["found"], index.Names(text));
    }

    [Theory]
    [InlineData("U.S. tariffs")]
    [InlineData("US tariffs")]
    [InlineData("tariffs 1000")]
    public async Task Abbreviations_and_numbers_match_with_and_without_their_signs(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("found", "U.S. tariffs on 1,000 goods"), Examples.English("other", "Tariffs"));
        Assert.Equal(["found"], index.Names(text));
    }

    [Fact]
    public async Task A_query_of_stop_words_alone_asks_for_them()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("found", "To be or not to be"), Examples.English("other", "Trade grows"));
        Assert.Equal(["found"], index.Names("to be"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("( ) - OR")]
    public async Task Signs_without_words_ask_for_every_article(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Airports);
        Assert.Equal(3, index.Search(text).Total);
    }

    [Fact]
    public async Task What_holds_nothing_that_could_be_found_finds_nothing()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Airports);
        Assert.Equal(0, index.Search("😀").Total);
    }

    [Theory]
    [InlineData("\"unbalanced Kobe")]
    [InlineData("Kobe OR")]
    [InlineData("OR Kobe")]
    [InlineData("Kobe )(")]
    [InlineData("Kobe -")]
    [InlineData("Kobe \ud800")]
    [InlineData("\udc00\u0301 Kobe")]
    [InlineData("Kobe\u0000\ufffe")]
    public async Task A_mistake_in_the_signs_is_read_literally(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("kobe", "Kobe"), Examples.English("other", "Osaka"));
        Assert.Equal(["kobe"], index.Names(text));
    }

    [Fact]
    public async Task Texts_far_too_long_are_answered()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Airports);
        foreach (string part in new[] { "a ", "国際", "\"a b\" ", "-x ", "x* ", "(", "a OR " })
            Assert.InRange(index.Search(string.Concat(Enumerable.Repeat(part, 5_000))).Total, 0, 3);
    }

    [Fact]
    public async Task Rare_Han_of_two_units_are_found()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Japanese("found", "𠮷野家が中国に出店"), Examples.Japanese("other", "松屋が中国に出店"));
        Assert.Equal(["found"], index.Names("𠮷野家"));
        Assert.Equal(["found"], index.Names("𠮷"));
    }

    [Fact]
    public async Task Half_width_kana_match_full_width_ones()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Japanese("found", "ﾊﾟﾅｿﾆｯｸが投資"), Examples.Japanese("other", "ソニーが投資"));
        Assert.Equal(["found"], index.Names("パナソニック"));
    }

    [Fact]
    public async Task The_summary_is_searched_too()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("found", "A headline", "A body.") with { Summary = "Rent subsidies for firms." });
        Assert.Equal(["found"], index.Names("subsidy"));
    }
}
