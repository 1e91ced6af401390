using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Stories;

namespace KnowledgeBase.Reading.Tests.Stories;

public class StoryEvidenceTests
{
    const string Described = "神户市将于下月起受理外国企业的租金补助申请，每家企业最高可获一半租金，期限三年。";

    static readonly StoryBody Own = new(Described, []);

    // As a portal shows below the story: the next ones, and more of them.
    static readonly StoryBody Next = new(string.Join("\n\n", Enumerable.Repeat("主队凭借下半场的两个进球逆转取胜，积分榜上升到第三位，球迷在看台上欢呼庆祝，教练赛后表示满意。", 12)), []);

    readonly StoryEvidence _evidence = new(new("神户市受理外国企业租金补助申请", null, null, "https://www.example.com/1", [], Described, null));

    [Fact]
    public void A_long_text_about_something_else_is_not_the_story_of_the_page()
    {
        Assert.True(_evidence.Speaks(against: Next));
        Assert.False(_evidence.Speaks(against: Own));
    }

    [Fact]
    public void The_text_the_page_describes_is_better_than_a_longer_one_it_does_not()
    {
        Assert.True(_evidence.IsBetter(Own, Next));
        Assert.False(_evidence.IsBetter(Next, Own));
    }

    [Fact]
    public void Something_is_better_than_nothing()
    {
        Assert.True(_evidence.IsBetter(Next, StoryBody.Empty));
        Assert.False(_evidence.IsBetter(StoryBody.Empty, Next));
    }

    [Fact]
    public void The_text_that_has_the_beginning_too_is_better()
    {
        string[] paragraphs = [.. Enumerable.Range(1, 6).Select(i => $"神户市在第{i}阶段受理外国企业的租金补助申请，每家企业最高可获一半租金，期限三年，欢迎企业前来咨询办理。")];
        var late = new StoryBody(string.Join("\n\n", paragraphs[3..]), []);
        var whole = new StoryBody(string.Join("\n\n", paragraphs), []);

        Assert.True(_evidence.IsBetter(whole, late));
    }

    [Fact]
    public void The_same_text_without_what_surrounds_it_is_better()
    {
        var surrounded = new StoryBody($"{Described}\n\n首页｜新闻｜体育", []);

        Assert.True(_evidence.IsBetter(Own, surrounded));
        Assert.False(_evidence.IsBetter(surrounded, Own));
    }
}
