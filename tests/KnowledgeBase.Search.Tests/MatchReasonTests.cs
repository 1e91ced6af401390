using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests;

public sealed class MatchReasonTests
{
    [Theory]
    [InlineData("rent", "Kobe pays the RENT", "Word rent RENT headline")]
    [InlineData("invest", "Investing in Kobe", "OtherForm invest Investing headline")]
    [InlineData("投资", "神戸市、投資説明会", "Variant 投资 投資 headline")]
    [InlineData("投資", "神戸市、投資説明会", "Word 投資 投資 headline")]
    [InlineData("自動", "自動車の輸出", "PartOfWord 自動 自動車 headline")]
    [InlineData("inv*", "Invoices of Kobe", "Beginning inv Invoices headline")]
    [InlineData("\"pays rent\"", "Kobe pays rent", "Word pays rent pays rent headline")]
    [InlineData("\"pay rents\"", "Kobe pays rent", "OtherForm pay rents pays rent headline")]
    [InlineData("title:kobe rent", "Kobe pays rent", "Word kobe Kobe headline|Word rent rent headline")]
    [InlineData("kobe -osaka", "Kobe pays rent", "Word kobe Kobe headline")]
    [InlineData("", "Kobe pays rent", "")]
    public async Task The_headline_says_in_which_form_it_has_the_word(string text, string headline, string reasons)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", headline));
        Assert.Equal(reasons, Reasons(Assert.Single(index.Search(text).Hits)));
    }

    [Fact]
    public async Task Forms_of_the_body_come_after_those_of_the_headline_and_each_once()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Investing", "They INVEST, invested and are investing; investments follow."));
        Assert.Equal("OtherForm invest Investing headline|Word invest INVEST|OtherForm invest invested", Reasons(Assert.Single(index.Search("invest").Hits)));
    }

    [Fact]
    public async Task A_value_of_a_facet_is_a_reason_where_the_article_has_it()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Rent") with { Topics = ["subsidies"] });
        MatchReason value = Assert.Single(index.Search("topic:investment").Hits[0].Reasons);
        Assert.Equal((MatchReasonKind.Value, Facet.Topic, "investment", "investment"), (value.Kind, value.Facet, value.Asked, value.Found));
        Assert.Equal(["Word", "Value"], index.Search("rent topic:investment").Hits[0].Reasons.Select(reason => reason.Kind.ToString()));
    }

    [Fact]
    public async Task A_relaxed_hit_says_what_it_lacks_but_not_what_stands_in_its_summary()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "Rent", "Kobe pays.") with { Summary = "Offices abroad." });
        SearchResults results = index.Search("rent zeppelin offices");
        Assert.True(results.IsRelaxed);
        Assert.Equal("Word rent Rent headline|Missing zeppelin ", Reasons(Assert.Single(results.Hits)));
    }

    [Fact]
    public async Task Only_what_an_article_does_not_say_in_translation_either_is_called_missing()
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.Japanese("a", "神戸に水素"));
        index.Reopen(Examples.Content with { Vocabulary = new([Examples.TopicOf("Hydrogen", "氢能", "水素")], [], [], [], []) });
        await index.UpdateAsync();
        SearchResults results = index.Search("hydrogen zeppelin");
        Assert.True(results.IsRelaxed);
        Assert.Equal("Translation hydrogen 水素 headline|Missing zeppelin ", Reasons(Assert.Single(results.Hits)));
    }

    [Fact]
    public void A_translation_tells_the_word_it_stands_for()
    {
        var analysis = new Analysis.TextAnalysis(Examples.Content.HanVariants);
        Queries.Unit.Run translated = new("投资");
        var finder = new Reasons.ReasonFinder(analysis, new QueryPart.Words("Investment"), [translated], [new(Language.Chinese, false, [new("Investment", new Queries.Unit.Word("invest"), Queries.UnitGroup.Of(translated), [translated])])], isRelaxed: false);
        const string Headline = "神戸の投資";
        var found = new Highlighting.UnitFinder(analysis, [translated]).FindIn(Headline);
        MatchReason reason = Assert.Single(finder.Find((Headline, found), ("", []), _ => true, _ => []));
        Assert.Equal((MatchReasonKind.Translation, "Investment", "投資", true), (reason.Kind, reason.Asked, reason.Found, reason.IsInHeadline));
    }

    static string Reasons(Hit hit) => string.Join('|', hit.Reasons
        .Select(reason => $"{reason.Kind} {reason.Asked} {reason.Found}{(reason.IsInHeadline ? " headline" : "")}"));
}
