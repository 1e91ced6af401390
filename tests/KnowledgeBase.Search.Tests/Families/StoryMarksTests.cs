using KnowledgeBase.Articles;
using KnowledgeBase.Families;
using KnowledgeBase.Search.Families;

namespace KnowledgeBase.Search.Tests.Families;

public sealed class StoryMarksTests
{
    [Fact]
    public void Versions_name_the_same_people_organisations_cities_figures_and_days()
    {
        Article english = (Examples.English("en", "Rent", "From October 3, 2023, 120 firms get 3.427 billion yen, 6.50 percent more.") with
        {
            Cities = ["kobe"],
            Organizations = ["jetro"],
            People = [new("hanako-yamada", "mayor")],
            Figures = [FigureOf(120, "firms"), FigureOf(3_427_000_000, "JPY"), FigureOf(6.50m, "percent")],
        }).WithDate("2024-05-12");
        Article japanese = (Examples.Japanese("ja", "賃料", "2023年10月3日から、120社に34億2700万円。6.5%増。") with
        {
            Cities = ["kobe"],
            Organizations = ["jetro"],
            Mentions = [new(MentionKind.Person, "hanako-yamada", new(0, 1))],
            Figures = [FigureOf(120, "companies"), FigureOf(3_427_000_000, "JPY"), FigureOf(6.5m, "percent")],
        }).WithDate("2024-05-13");
        Assert.Equal(
            ["Person:hanako-yamada", "Organization:jetro", "City:kobe", "Day:2023-10-03", "Figure:3427000000 JPY", "Figure:120", "Figure:6.5 percent"],
            StoryMarks.Of(english).Select(mark => mark.ToString()));
        Assert.Equal(StoryMarks.Of(english).ToHashSet(), StoryMarks.Of(japanese).ToHashSet());
    }

    [Fact]
    public void Small_counts_tell_nothing_and_without_a_day_there_is_nothing()
    {
        Article article = Examples.English("en", "Rent") with { Figures = [FigureOf(2, "firms"), FigureOf(2, "percent")], Cities = ["kobe"] };
        Assert.Equal([new(FamilyMarkKind.City, "kobe"), new(FamilyMarkKind.Figure, "2 percent")], StoryMarks.Of(article.WithDate("2024-05-12")));
        Assert.Empty(StoryMarks.Of(article.WithDate("2024-05")));
        Assert.Empty(StoryMarks.Of(article));
    }

    [Theory]
    [InlineData("On October 3, 2023 and 7 Jan. it began; Sept 30th it ended.", "2023-10-03 2024-01-07 2024-09-30")]
    [InlineData("3 October 2023, 3rd October 2023", "2023-10-03")]
    [InlineData("2023年10月3日に始まり、1月7日に終わった。", "2023-10-03 2024-01-07")]
    [InlineData("协议于12月20日签署，2024年2月30日不存在。", "2023-12-20")]
    [InlineData("On May 10 and 5月15日 and May 16.", "2024-05-16")]
    [InlineData("It may 3 times march 4 abreast in 2023.", "")]
    public void Days_are_found_with_their_year_or_the_nearest_one_but_not_around_publication(string text, string days) =>
        Assert.Equal(days, string.Join(' ', NamedDays.Of(text, new(2024, 5, 12)).Select(day => $"{day:O}")));

    [Fact]
    public async Task What_is_only_proposed_stays_apart_and_what_is_accepted_folds_like_any_family()
    {
        await using TestIndex index = await TestIndex.OpenAsync(
            (Examples.English("en", "Rent", "Rent") with { Cities = ["kobe"], Organizations = ["jetro"], Figures = [FigureOf(3_427_000_000, "JPY")] }).WithDate("2024-05-12"),
            (Examples.Japanese("ja", "賃料", "Rent") with { Cities = ["kobe"], Organizations = ["jetro"], Figures = [FigureOf(3_427_000_000, "JPY")] }).WithDate("2024-05-13"));
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Assert.Equal((2, 2), (index.Search("rent").Total, index.Search("rent").Stories));
        FamilyProposal proposal = Assert.Single(await index.Articles.Families.FindProposalsAsync(10, cancel));

        await index.Articles.Families.DecideAsync(FamilyDecision.Of(proposal.One, proposal.Other, true, TimeProvider.System.GetUtcNow()), cancel);
        Assert.Equal(2, (await index.UpdateAsync()).Done);
        Assert.Equal((2, 1), (index.Search("rent").Total, index.Search("rent").Stories));
    }

    static Figure FigureOf(decimal value, string unit) => new() { Span = new(0, 1), Value = value, Unit = unit };
}
