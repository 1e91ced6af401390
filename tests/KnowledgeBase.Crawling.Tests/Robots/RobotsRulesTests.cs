using System.Text;
using KnowledgeBase.Crawling.Robots;

namespace KnowledgeBase.Crawling.Tests.Robots;

public class RobotsRulesTests
{
    [Fact]
    public void The_longest_rule_decides_and_is_named_with_its_line()
    {
        RobotsRules rules = Read("# hello\nUser-agent: *\nDisallow: /news\nAllow: /news/today\n");
        Assert.Equal(new RobotsDecision(false, 3, "disallow: /news"), rules.Decide("bot", "/news/old"));
        Assert.Equal(new RobotsDecision(true, 4, "allow: /news/today"), rules.Decide("bot", "/news/today/1"));
        Assert.Equal(new RobotsDecision(true, null, null), rules.Decide("bot", "/about"));
    }

    [Fact]
    public void Rules_for_us_stand_in_the_place_of_rules_for_everybody()
    {
        RobotsRules rules = Read("user-agent: *\ndisallow: /\n\nUser-Agent: knowledgebasebot/2.0\nuser-agent: other\ndisallow: /x\ncrawl-delay: 2.5\n");
        Assert.True(rules.Decide("KnowledgeBaseBot", "/a").IsAllowed);
        Assert.False(rules.Decide("KnowledgeBaseBot", "/x").IsAllowed);
        Assert.False(rules.Decide("stranger", "/a").IsAllowed);
        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.CrawlDelayOf("KnowledgeBaseBot"));
        Assert.Null(rules.CrawlDelayOf("stranger"));
    }

    [Theory]
    [InlineData("KnowledgeBaseBot", true)]
    [InlineData("Common_Crawl-2", true)]
    [InlineData("", false)]
    [InlineData("Two Words", false)]
    [InlineData("Star*", false)]
    [InlineData("机器人", false)]
    public void A_robot_is_addressed_by_letters_digits_hyphens_and_underscores(string name, bool isValid) => Assert.Equal(isValid, RobotsName.IsValid(name));

    [Theory]
    [InlineData("/*.php$", "/a/b.php", true)]
    [InlineData("/*.php$", "/a/b.php?x", false)]
    [InlineData("/*.php$", "/a.php/b.php", true)]
    [InlineData("/a*b*c", "/a-b-c-d", true)]
    [InlineData("/a*b*c$", "/abcd", false)]
    [InlineData("/fish*", "/fish", true)]
    [InlineData("/$", "/", true)]
    [InlineData("/$", "/a", false)]
    [InlineData("*", "/anything", true)]
    [InlineData("/a*$", "/a", true)]
    [InlineData("/ab*b$", "/ab", false)]
    public void Stars_and_dollars_are_patterns(string pattern, string path, bool fits) => Assert.Equal(fits, RobotsPattern.Fits(pattern, path));

    [Fact]
    public void A_pattern_of_many_stars_takes_no_time()
    {
        string pattern = string.Concat(Enumerable.Repeat("*a", 2000)) + "$";
        Assert.False(RobotsPattern.Fits("/" + pattern, "/" + new string('a', 2000) + "b"));
    }

    [Fact]
    public void Characters_outside_ascii_are_compared_percent_encoded()
    {
        RobotsRules rules = Read("user-agent: *\ndisallow: /新闻\ndisallow: /%e6%97%a5\n");
        Assert.False(rules.Decide("bot", "/%E6%96%B0%E9%97%BB/1").IsAllowed);
        Assert.False(rules.Decide("bot", "/%E6%97%A5/1").IsAllowed);
    }

    [Theory]
    [InlineData("\uFEFFuser-agent: *\ndisallow: /")]
    [InlineData("user-agent: *\rdisallow: /")]
    [InlineData("user-agent: *\r\n\r\ndisallow: / # nobody")]
    [InlineData("User agent : *\nDisalow : /")]
    [InlineData("user-agent *\ndisallow /")]
    public void Mistakes_are_understood(string text) => Assert.False(Read(text).Decide("bot", "/a").IsAllowed);

    [Fact]
    public void Sitemaps_belong_to_nobody_and_do_not_end_a_group() =>
        Assert.Equal(["http://example.org/s.xml"], Read("user-agent: bot\nsitemap: http://example.org/s.xml\nuser-agent: other\ndisallow: /").Sitemaps);

    static RobotsRules Read(string text) => RobotsRules.Read(Encoding.UTF8.GetBytes(text));
}
