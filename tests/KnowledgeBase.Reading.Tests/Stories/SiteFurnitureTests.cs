using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading.Tests.Stories;

public class SiteFurnitureTests
{
    const string Appeal = "<p>Our readers keep this paper free for all who live by the sea, and every one of them counts.</p>";

    [Theory]
    [InlineData("<div class='box-support-gazette'>", "<a href='/membership?from=story'>Give two dollars</a></div>")]
    [InlineData("<section id=newsletter-box>", "<a href='https://mail.gazette.example/newsletter'>Read how</a></section>")]
    [InlineData("<div class='c-subscribe'>", "<a href='/subscribe'>Go on</a></div>")]
    [InlineData("<section>", "<form><input type=email><button>Send</button></form></section>")]
    [InlineData("<div><div>", "</div><form action=/x><input type=email></form></div>")]
    public void What_the_site_asks_for_amid_a_story_is_no_part_of_it(string before, string after)
    {
        string body = Find($"{Examples.English}{before}{Appeal}{after}{Examples.English}");

        Assert.DoesNotContain("counts", body, StringComparison.Ordinal);
        Assert.Equal(2, body.Split("Kobe invited").Length - 1);
    }

    [Theory]
    [InlineData("<div class=rent-support>", "<a href='/city/apply'>Apply to the city</a></div>")]
    [InlineData("<div class=content>", "<a href='/subscribe'>Go on</a></div>")]
    [InlineData("<div class=support>", "</div>")]
    public void What_is_only_named_so_or_only_leads_there_stays(string before, string after) =>
        Assert.Contains("counts", Find($"{Examples.English}{before}{Appeal}{after}{Examples.English}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("class=premium-subscriber")]
    [InlineData("class=subscription-text itemprop=articleBody")]
    public void A_story_within_a_box_of_that_name_stays_even_where_comments_have_more_words(string names)
    {
        string comments = string.Concat(Enumerable.Repeat("<li><a href='#'>Port Gazette</a> Who reads this?</li>", 400));

        Assert.Contains("Kobe invited", Find($"<div {names}>{Examples.English}<p><a href='/subscribe'>Subscribe</a> to read on.</p></div><ul>{comments}</ul>"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_of_that_name_with_most_of_the_words_is_the_story() =>
        Assert.StartsWith("Kobe invited", Find($"<div class=subscription-text>{Examples.English}<p><a href='/subscribe'>Subscribe</a> to read on.</p></div>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("video-player")]
    [InlineData("playerBottom")]
    [InlineData("video-js vjs-skin")]
    public void The_buttons_of_a_player_are_no_part_of_a_story(string name) =>
        Assert.DoesNotContain("Quality", Find($"{Examples.English}<div class='{name}'><div>Quality: high, please wait until the picture is there.</div><span>2X</span></div>{Examples.English}"), StringComparison.Ordinal);

    [Fact]
    public void A_paragraph_about_a_player_stays() =>
        Assert.Contains("goalkeeper", Find($"{Examples.English}<div class=player-profile><h3>The keeper</h3><p>Kobe's goalkeeper was born in Dalian, where his father had worked for a shipyard.</p></div>{Examples.English}"), StringComparison.Ordinal);

    static string Find(string story) => PageReader.Read(Examples.Page(Examples.Html(story))).Story!.Body.Text;
}
