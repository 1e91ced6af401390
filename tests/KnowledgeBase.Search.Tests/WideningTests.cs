using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Search.Tests;

public sealed class WideningTests
{
    [Fact]
    public async Task A_word_of_the_vocabulary_finds_articles_in_all_languages()
    {
        await using TestIndex index = await OpenAsync();

        SearchResults results = index.Search("hydrogen");

        Assert.Equal(["en", "ja", "zh"], index.Names("hydrogen"));
        Assert.Equal((3, 1, 1, 1), (results.Total, results.Languages[Language.English], results.Languages[Language.Chinese], results.Languages[Language.Japanese]));
        Assert.Equal(3, results.Facets[Facet.Language].Sum(count => count.Count));
        Assert.Equal(["en", "ja", "zh"], index.Names("水素"));
        Assert.Equal(["en", "ja", "zh"], index.Names("氢能"));
    }

    [Fact]
    public async Task A_widening_names_the_word_its_forms_and_where_they_come_from()
    {
        await using TestIndex index = await OpenAsync();

        WidenedWord word = Assert.Single(index.Search("hydrogen stations").Widenings);

        Assert.Equal(("hydrogen", WideningReason.Vocabulary), (word.Word, word.Reason));
        Assert.Equal(["氢能"], word.Forms[Language.Chinese]);
        Assert.Equal(["水素"], word.Forms[Language.Japanese]);
        Assert.False(word.Forms.ContainsKey(Language.English));
    }

    [Fact]
    public async Task Translated_words_are_marked_in_headline_and_passage()
    {
        await using TestIndex index = await OpenAsync();

        Hit hit = index.Search("hydrogen").Hits.Single(each => Examples.NameOf(each.Id) == "ja");

        Assert.Equal("水素", Assert.Single(hit.Headline.Marks).In(hit.Headline.Text));
        Assert.Equal("水素", Assert.Single(hit.Snippet.Marks).In(hit.Snippet.Text));
    }

    [Fact]
    public async Task Words_in_quotation_marks_stay_as_they_are()
    {
        await using TestIndex index = await OpenAsync();

        Assert.Equal(["en"], index.Names("\"hydrogen\""));
        Assert.Empty(index.Search("\"hydrogen\"").Widenings);
    }

    [Theory]
    [InlineData("hydrogen OR rents", "en ja other zh")]
    [InlineData("(hydrogen OR rents) ships", "en")]
    [InlineData("(水素 OR 氢弹) hydrogen", "en ja zh")]
    [InlineData("offices (the OR hydrogen)", "")]
    [InlineData("(hydrogen ships) OR offices", "en other")]
    [InlineData("\"hydrogen\" OR rents", "en other")]
    [InlineData("rents OR -hydrogen", "ja other zh")]
    [InlineData("title:(hydrogen OR rents)", "en other")]
    [InlineData("(氢能 OR rents) -(hydrogen OR stations)", "ja other zh")]
    public async Task Each_of_the_words_joined_by_OR_is_widened(string text, string expected)
    {
        await using TestIndex index = await OpenAsync();

        Assert.Equal(expected, string.Join(' ', index.Names(text)));
    }

    [Fact]
    public void A_function_word_of_signs_alone_is_left_out()
    {
        var line = new FunctionWord(System.Collections.Immutable.ImmutableDictionary<Language, System.Collections.Immutable.ImmutableArray<FunctionWordForm>>.Empty
            .Add(Language.English, [new FunctionWordForm("we", false)]).Add(Language.Chinese, [new FunctionWordForm("——", false), new FunctionWordForm("我们", false)]));
        var words = new Translation.FunctionWords([line], new(new Analysis.TextAnalysis(Examples.Content.HanVariants)));
        Assert.Equal("我们", Assert.Single(words.FormsOf("we", [Language.English], Language.Chinese)).Written);
    }

    [Fact]
    public async Task A_word_joined_by_OR_has_a_chip_that_takes_its_widening_back()
    {
        await using TestIndex index = await OpenAsync();
        var query = new SearchQuery { Text = "hydrogen OR rents" };

        Assert.Equal(["hydrogen"], index.Index.Search(query).Widenings.Select(word => word.Word));
        Assert.Equal(2, index.Index.Search(query.WithoutWidening("hydrogen")).Total);
        Assert.Equal(2, index.Index.Search(query.Widen(false)).Total);
    }

    [Fact]
    public async Task Widening_can_be_taken_back_for_a_word_and_for_all()
    {
        await using TestIndex index = await OpenAsync();
        var query = new SearchQuery { Text = "hydrogen" };

        Assert.Equal(3, index.Index.Search(query).Total);
        Assert.Equal(1, index.Index.Search(query.WithoutWidening("hydrogen")).Total);
        Assert.Equal(1, index.Index.Search(query.Widen(false)).Total);
        Assert.Equal(query, query.WithoutWidening("hydrogen").WithWidening("hydrogen"));
    }

    [Fact]
    public async Task What_is_not_widened_scores_as_if_nothing_could_be()
    {
        await using TestIndex index = await OpenAsync();

        float plain = index.Index.Search(new SearchQuery { Text = "hydrogen", IsWidened = false }).Hits.Single().Score;
        Hit widened = index.Search("hydrogen").Hits.Single(hit => Examples.NameOf(hit.Id) == "en");

        Assert.Equal(plain, widened.Score, 5);
    }

    [Fact]
    public async Task A_name_that_no_article_has_is_not_shown()
    {
        await using TestIndex index = await OpenAsync();

        Assert.Empty(index.Search("osaka").Widenings);
    }

    [Fact]
    public async Task Stop_words_and_particles_are_not_widened()
    {
        await using TestIndex index = await OpenAsync();

        Assert.Equal(["水素"], index.Search("水素の").Widenings.Select(word => word.Word));
        Assert.Equal(["hydrogen"], index.Search("the hydrogen of").Widenings.Select(word => word.Word));
    }

    [Fact]
    public async Task Where_no_article_has_the_words_of_the_query_those_that_have_their_translations_are_in_order()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.Chinese("rent", "房租", "大连的办公室房租便宜，房租下降。"),
            Examples.Chinese("once", "办公室", "大连的办公室房租便宜。"),
            Examples.Chinese("none", "港口", "神户的港口很大。"));
        index.Reopen(Examples.Content with { Vocabulary = new([Examples.TopicOf("Rent", "房租", "家賃")], [], [], [], []) });
        await index.UpdateAsync();

        Hit[] hits = [.. index.Search("rent").Hits];

        Assert.Equal(["rent", "once"], hits.Select(hit => Examples.NameOf(hit.Id)));
        Assert.True(hits[0].Score > hits[1].Score);
    }

    [Fact]
    public async Task A_sentence_of_function_words_alone_is_found_in_other_languages_by_them()
    {
        await using TestIndex index = await OpenTalkAsync();

        Assert.Equal("here", Examples.NameOf(index.Search("Do we have you here?").Hits[0].Id));
        Assert.Equal("there", Examples.NameOf(index.Search("Do they have you there?").Hits[0].Id));
    }

    [Fact]
    public async Task Function_words_order_what_telling_words_found_and_find_nothing_more()
    {
        await using TestIndex index = await OpenTalkAsync();

        Assert.Equal(["here", "there"], index.Search("We have hydrogen here").Hits.Select(hit => Examples.NameOf(hit.Id)));
        Assert.Equal(["there", "here"], index.Search("They have hydrogen there").Hits.Select(hit => Examples.NameOf(hit.Id)));
        Assert.Equal(["hydrogen"], index.Search("We have hydrogen here").Widenings.Select(word => word.Word));
    }

    [Fact]
    public async Task Beside_many_telling_words_function_words_count_for_nothing()
    {
        await using TestIndex index = await OpenTalkAsync();
        const string Telling = "hydrogen ship port rent office";

        Assert.Equal(ScoresOf(index, Telling), ScoresOf(index, $"{Telling} here"));
    }

    [Theory]
    [InlineData("We have hydrogen here", 1)]
    [InlineData("We have rents here", 0)]
    public async Task Function_words_are_looked_for_only_in_languages_in_which_something_telling_is_known(string text, int languages)
    {
        await using TestIndex index = await OpenTalkAsync();

        Assert.Equal(languages, index.Index.Prepare(new SearchQuery { Text = text }).Analyzed.Translated.Length);
    }

    [Theory]
    [InlineData("December")]
    [InlineData("12月")]
    [InlineData("3.5 billion")]
    [InlineData("35億")]
    public async Task Months_and_numbers_are_found_as_other_languages_write_them(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            Examples.English("en", "Loan", "Japan lent 3.5 billion yen in December."),
            Examples.Chinese("zh", "贷款", "日本12月提供35亿日元贷款。"),
            Examples.Japanese("ja", "融資", "日本は12月、35億円を融資した。"));

        Assert.Equal(["en", "ja", "zh"], index.Names(text));
    }

    [Theory]
    [InlineData("氢")]
    [InlineData("水素𠮷々")]
    [InlineData("的国中在水素氢能")]
    public async Task Five_hundred_characters_of_han_are_answered(string piece)
    {
        await using TestIndex index = await OpenAsync();

        SearchResults results = index.Search(string.Concat(Enumerable.Repeat(piece, 500))[..500]);

        Assert.True(results.Widenings.Length <= 50);
    }

    static float[] ScoresOf(TestIndex index, string text) => [.. index.Search(text).Hits.Select(hit => hit.Score)];

    static async Task<TestIndex> OpenTalkAsync()
    {
        TestIndex index = await TestIndex.OpenAsync(
            Examples.Chinese("here", "氢能", "我们这里有氢能。"),
            Examples.Chinese("there", "氢能", "他们那里有氢能。"),
            Examples.Chinese("other", "办公室", "大连的办公室很便宜。"));
        index.Reopen(Examples.Content with { Vocabulary = Terms() });
        await index.UpdateAsync();
        return index;
    }

    static async Task<TestIndex> OpenAsync()
    {
        TestIndex index = await TestIndex.OpenAsync(
            Examples.English("en", "Hydrogen for Kobe", "Ships bring hydrogen. Stations stand empty."),
            Examples.Chinese("zh", "氢能进入神户", "船只运来氢能。"),
            Examples.Japanese("ja", "神戸に水素", "船で水素を運ぶ。"),
            Examples.English("other", "Rents in Dalian", "Offices."));
        index.Reopen(Examples.Content with { Vocabulary = Terms() });
        await index.UpdateAsync();
        return index;
    }

    static Vocabulary Terms() => new Vocabulary([Examples.TopicOf("Hydrogen", "氢能", "水素"), Examples.TopicOf("Osaka", "大阪", "大阪")], [], [], [], []);
}
