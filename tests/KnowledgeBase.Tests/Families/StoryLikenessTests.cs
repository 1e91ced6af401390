using System.Collections.Immutable;
using KnowledgeBase.Families;

namespace KnowledgeBase.Tests.Families;

public sealed class StoryLikenessTests
{
    [Fact]
    public void A_sum_to_four_digits_with_who_and_where_is_far_beyond_chance()
    {
        StoryLikeness likeness = Find("City:kobe Organization:jetro Figure:3427000000_JPY", "Figure:3427000000_JPY City:kobe Organization:jetro City:osaka")!;
        Assert.Equal(["Figure:3427000000 JPY", "Organization:jetro", "City:kobe"], likeness.Shared.Select(mark => mark.ToString()));
        Assert.InRange(likeness.Score, StoryLikeness.LeastScore, 16);
    }

    [Fact]
    public void The_same_people_and_places_alone_are_chance() =>
        Assert.Null(Find("Person:a Person:b Organization:c Organization:d City:e City:f City:tokyo", "Person:a Person:b Organization:c Organization:d City:e City:f City:tokyo"));

    [Fact]
    public void Notices_of_one_template_differ_in_what_counts()
    {
        // Two seminars at the same place for the same fee: day and number of seats are others.
        const string May = "Organization:jetro City:kobe Figure:3000_JPY Figure:120 Day:2024-06-03";
        Assert.Null(Find(May, "Organization:jetro City:kobe Figure:3000_JPY Figure:80 Day:2024-06-10"));
        Assert.NotNull(Find(May, May));
    }

    [Fact]
    public void Statistics_of_two_months_name_the_same_and_count_other_things()
    {
        const string Same = "Organization:customs Organization:jetro City:tokyo City:beijing City:shanghai Figure:100000000_JPY ";
        Assert.Null(Find(Same + "Figure:1234500000000_JPY Figure:6.3_percent Figure:2.1_percent Figure:987600000000_JPY", Same + "Figure:1198700000000_JPY Figure:4.8_percent Figure:2.2_percent Figure:1023400000000_JPY"));
    }

    [Fact]
    public void Two_stories_of_one_day_on_one_report_share_a_sum_but_tell_much_else() =>
        Assert.Null(Find(
            "Organization:jetro Figure:11400000000_USD Figure:6.6_percent Figure:2672000000_USD Figure:31.5_percent Figure:18.2_percent Day:2023-01-31 City:osaka",
            "Organization:jetro Figure:11400000000_USD Figure:6.6_percent Figure:4585000_USD Figure:23 Figure:47.4_percent Day:2023-07-23 City:beijing"));

    static StoryLikeness? Find(string one, string other) => StoryLikeness.Find(MarksOf(one), MarksOf(other), mark => MarkRarity.Of(mark, default, default));

    static ImmutableArray<FamilyMark> MarksOf(string marks) => [.. marks.Split(' ').Select(mark => FamilyMark.Parse(mark.Replace('_', ' ')))];
}
