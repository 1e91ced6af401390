using KnowledgeBase.Families;

namespace KnowledgeBase.Tests.Families;

public sealed class MarkRarityTests
{
    static readonly FamilyMark Tokyo = new(FamilyMarkKind.City, "tokyo");

    [Theory]
    [InlineData("3427000000 JPY", 9.2)]
    [InlineData("11400000000 USD", 6.9)]
    [InlineData("6.3 percent", 4.6)]
    [InlineData("0.5 percent", 2.3)]
    [InlineData("3000", 2.3)]
    public void A_figure_tells_as_much_as_it_has_digits(string figure, double rarity) =>
        Assert.Equal(rarity, MarkRarity.Of(new(FamilyMarkKind.Figure, figure), new(2, 2), new(2, 2)), 0.1);

    [Fact]
    public void What_every_third_article_names_tells_nothing()
    {
        Assert.InRange(MarkRarity.Of(Tokyo, new(300, 3000), new(1000, 10_000)), 1, 1.4);
        Assert.InRange(MarkRarity.Of(Tokyo, new(3, 3), new(1000, 10_000)), 5, 8);
    }

    [Fact]
    public void What_everybody_names_these_days_tells_nothing_however_rare_it_was_before() =>
        Assert.InRange(MarkRarity.Of(new(FamilyMarkKind.Person, "guest"), new(500, 500), new(1000, 100_000)), 0, 1);

    [Fact]
    public void The_versions_themselves_do_not_make_it_common() =>
        Assert.Equal(MarkRarity.Of(Tokyo, new(1, 1), new(1000, 1000)), MarkRarity.Of(Tokyo, new(3, 3), new(1000, 1000)));
}
