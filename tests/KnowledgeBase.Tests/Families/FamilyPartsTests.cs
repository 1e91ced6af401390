using KnowledgeBase.Articles;
using KnowledgeBase.Families;

namespace KnowledgeBase.Tests.Families;

public sealed class FamilyPartsTests
{
    static readonly uint[] Wording = [.. Enumerable.Range(1, 500).Select(i => (uint)i * 2_654_435_761)];

    [Fact]
    public void Who_is_related_through_a_third_belongs_to_one_story_named_after_the_first()
    {
        FamilyTraits[] articles = [Of("a") with { Editorial = "x" }, Of("alone"), Linked("b", "c") with { Editorial = "x" }, Linked("c", "b")];
        Assert.Equal([articles[0].Id, null, articles[0].Id, articles[0].Id], FamilyParts.Of(articles, FamilyDecisions.None));
    }

    [Fact]
    public void A_link_counts_when_the_other_links_back()
    {
        Assert.False(Linked("a", "b").AreOneStoryWith(Of("b")));
        Assert.False(Linked("a", "b").AreOneStoryWith(Linked("b", "c")));
        Assert.True(Linked("a", "b").AreOneStoryWith(Linked("b", "c", "a")));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void A_reprint_comes_within_two_weeks(int daysLater, bool isReprint)
    {
        FamilyTraits first = Worded("a", Wording) with { Day = 1000 };
        FamilyTraits second = Worded("b", Wording) with { Day = 1000 + daysLater };
        Assert.Equal(isReprint, first.AreOneStoryWith(second));
        Assert.Equal(isReprint, second.AreOneStoryWith(first));
        Assert.True(first.AreOneStoryWith(second with { Day = null }));
    }

    [Fact]
    public void The_same_words_with_other_numbers_are_another_story()
    {
        FamilyTraits monday = Worded("a", Wording, 11, 12, 13, 14);
        Assert.False(monday.AreOneStoryWith(Worded("b", Wording, 21, 22, 23, 24)));
        Assert.True(monday.AreOneStoryWith(Worded("b", Wording, 11, 12, 13, 14)));
    }

    [Fact]
    public void Half_of_the_words_are_not_enough() =>
        Assert.False(Worded("a", Wording).AreOneStoryWith(Worded("b", [.. Wording[..330], .. Wording[330..].Select(hash => hash + 1)])));

    static FamilyTraits Of(string name) => new() { Id = ArticleId.Of(name) };

    static FamilyTraits Linked(string name, params string[] others) => Of(name) with { Links = [.. others.Select(ArticleId.Of)] };

    static FamilyTraits Worded(string name, uint[] wording, params uint[] numbers) => Of(name) with { Sketch = Sketch.Of(wording, [.. numbers.Select(number => number * 2_654_435_761)]) };
}
