using KnowledgeBase.Reading.Pages;
using KnowledgeBase.Reading.Tests.Bodies;

namespace KnowledgeBase.Reading.Tests.Stories;

public class StoryFinderTests
{
    const string ShortNotice = "神户市将于下月起受理外国企业的租金补助申请，每家企业最高可获一半租金，期限三年。";

    [Fact]
    public void A_story_hidden_until_a_script_runs_is_found()
    {
        string body = Find($"<html><head><title>神户市补助外国企业</title></head><body><h1>神户市补助外国企业</h1><div id='js_content' style='visibility:hidden;display:none'>{Examples.Chinese}</div></body></html>");

        Assert.StartsWith("日本贸易机构十五日在神户举行说明会", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_sent_after_the_rest_of_the_page_is_put_into_its_place()
    {
        string body = Find($"<html lang=en><head><title>Kobe pays</title></head><body><main><h1>Kobe pays</h1><template id='B:1'></template><p>More offices open every year, and the city has set aside money for a hundred of them until the spring.</p></main>" +
            $"<footer><p>The Port Gazette has been written in Kobe since 1868 and is read in all the ports of the Inland Sea.</p></footer><div hidden id='S:1'>{Examples.English}</div></body></html>");

        Assert.StartsWith("Kobe invited Chinese companies", body, StringComparison.Ordinal);
        Assert.EndsWith("until the spring.", body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_hidden_with_more_words_than_are_shown_is_the_story() =>
        Assert.StartsWith("神戸市は十五日", Find($"<html lang=ja><head><title>神戸市の補助</title></head><body><p>読み込んでいます。しばらくお待ちください。</p><div hidden>{Examples.Japanese}</div></body></html>"), StringComparison.Ordinal);

    [Fact]
    public void What_is_hidden_beside_a_story_stays_hidden() =>
        Assert.DoesNotContain("cookies", Find(Examples.Html($"{Examples.English}<div hidden><p>We and our partners store cookies, so that we know what you like to read, and what you do not.</p></div>")), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div role=dialog><p>We and our partners store cookies, so that we know what you like to read, and what you do not.</p></div>")]
    [InlineData("<div aria-modal=true><p>We and our partners store cookies, so that we know what you like to read, and what you do not.</p></div>")]
    [InlineData("<form><p>Tell us who you are, and we call you about cookies, rents and offices before the end of the week.</p><input name=a><input name=b></form>")]
    public void What_a_visitor_works_with_is_no_part_of_the_story(string tool) =>
        Assert.DoesNotContain("cookies", Find(Examples.Html(Examples.English + tool)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div class=post>", "</div>", "h1")]
    [InlineData("<div class=post><header>", "</header></div>", "h2")]
    [InlineData("<article>", "</article>", "h1")]
    [InlineData("", "", "h1")]
    public void The_next_stories_of_a_page_without_end_are_not_read(string before, string after, string heading)
    {
        string Story(string headline, string day, string words) => $"{before}<{heading}>{headline}</{heading}><p class=by><span>{day}</span> Port Gazette</p>{words}{after}";
        string next = Examples.English.Replace("Kobe", "Dalian", StringComparison.Ordinal);
        string body = Find($"<html lang=en><head><title>Kobe pays half the rent</title></head><body><main>{Story("Kobe pays half the rent", "Sept. 15, 2023", Examples.English)}{Story("Dalian pays all of it", "Sept. 14, 2023", next)}{Story("Osaka pays nothing", "Sept. 13, 2023", next)}</main></body></html>");

        Assert.StartsWith("Kobe invited", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Dalian", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Osaka", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<section class=part><h2>Kobe pays half the rent</h2><p>15 September 2023</p>", "<section class=part><h2>What comes next</h2>")]
    [InlineData("<section class=part><h2>Kobe pays half the rent</h2>", "<section class=part><h2>What comes next</h2><p>15 September 2023</p>")]
    [InlineData("<header class=top><h2>Kobe pays half the rent</h2><p>15 September 2023</p></header><section>", "<section class=part><h2>What comes next</h2><p>16 September 2023</p>")]
    public void A_section_of_the_story_stays(string first, string second) =>
        Assert.Contains("Dalian", Find($"<html lang=en><head><title>Kobe pays half the rent</title></head><body><main>{first}{Examples.English}</section>{second}{Examples.English.Replace("Kobe", "Dalian", StringComparison.Ordinal)}</section></main></body></html>"), StringComparison.Ordinal);

    [Fact]
    public void Preformatted_text_keeps_its_lines() =>
        Assert.Contains("\n\nRent: half\n\nYears: three\n\nOffices: one hundred\n\n", Find(Examples.Html($"{Examples.English}<pre>Rent: half\nYears: three<br>Offices: one hundred</pre>{Examples.English}")), StringComparison.Ordinal);

    [Fact]
    public void A_short_Chinese_piece_is_found_among_links()
    {
        string links = string.Concat(Enumerable.Range(1, 30).Select(i => $"<li><a href='/{i}'>更多财经新闻标题第{i}号</a></li>"));
        string body = Find($"<html><head><title>神户市受理申请</title></head><body><ul>{links}</ul><div class='content'><p>{ShortNotice}</p></div><ul>{links}</ul></body></html>");

        Assert.Equal(ShortNotice, body);
    }

    [Theory]
    [InlineData("<p>责任编辑：李明</p>")]
    [InlineData("<p>相关新闻</p><p>上海今日举行另一场说明会，吸引了很多企业，来自各地的代表参加了活动并交流了经验，会议持续一天。</p>")]
    [InlineData("<p>点击查看更多</p>")]
    [InlineData("<p>版权所有 未经授权不得转载</p>")]
    public void Labels_and_teasers_after_a_story_stay_out(string after) =>
        Assert.EndsWith("主办方计划明年春天在大连和天津再办两场。", Find(Examples.Html(Examples.Chinese + after, "神户市补助外国企业")), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>By Mei Tanaka</p><p>Updated 11:21 pm, Tuesday, November 19, 2019</p>")]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<p>Share this</p><p>12</p>")]
    public void Labels_before_a_story_stay_out(string before) =>
        Assert.StartsWith("Kobe invited Chinese companies", Find(Examples.Html(before + Examples.English)), StringComparison.Ordinal);

    [Fact]
    public void A_short_answer_below_the_last_heading_stays() =>
        Assert.EndsWith("\n\nFunding\n\nThe Port Fund.", Find(Examples.Html($"<h3>What it pays</h3>{Examples.English}<h3>Funding</h3><p>The Port Fund.</p>")), StringComparison.Ordinal);

    [Fact]
    public void A_menu_before_a_story_stays_out_however_long()
    {
        string towns = string.Concat(Enumerable.Range(1, 40).Select(i => $"<li><a href='/{i}'>Port city of the north number {i}</a></li>"));

        Assert.StartsWith("Kobe invited Chinese companies", Find(Examples.Html($"<h3>Cities nearby</h3><ul>{towns}</ul>{Examples.English}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_that_is_but_a_link_stays_out() =>
        Assert.DoesNotContain("deleted", Find(Examples.Html($"{Examples.English}<blockquote><a href='https://posts.example/1'>This post may have been deleted</a></blockquote>{Examples.English}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("References")]
    [InlineData("参考文献[编辑]")]
    [InlineData("参考資料 [編集]")]
    public void A_list_of_sources_stays_out_and_what_follows_it_stays(string heading)
    {
        string sources = string.Concat(Enumerable.Range(1, 30).Select(i => $"<li>Port Office. Offices let in the year {1980 + i}. Kobe Port Press, volume {i}, pages 12 to 40.</li>"));
        string body = Find(Examples.Html($"{Examples.English}<h2>{heading}</h2><ol>{sources}</ol><h2>What comes next</h2>{Examples.English}"));

        Assert.DoesNotContain("Port Press", body, StringComparison.Ordinal);
        Assert.DoesNotContain(heading, body, StringComparison.Ordinal);
        Assert.Contains("\n\nWhat comes next\n\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_no_sentences_stay_when_the_text_is_made_of_them()
    {
        string programme = string.Concat(Enumerable.Range(1, 20).Select(i => $"<p>June {i} – a briefing for investors in the hall of the port authority of city number {i}</p>"));

        Assert.EndsWith("city number 20", Find(Examples.Html(Examples.English + programme)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_above_the_headline_is_the_sites() =>
        Assert.StartsWith("日本贸易机构", Find($"<html><head><title>神户市补助外国企业</title></head><body><div class='article'><p>播放速度：2X</p><p>由内容质量、互动评论等多维度分值决定，勋章级别越高，综合表现越好。</p><h1>神户市补助外国企业</h1>{Examples.Chinese}</div></body></html>"), StringComparison.Ordinal);

    [Fact]
    public void A_headline_repeated_far_down_cuts_nothing_off() =>
        Assert.Contains("约一百二十名代表出席", Find($"<html><head><title>神户市补助外国企业</title></head><body><div class='article'>{string.Concat(Enumerable.Range(1, 7).Select(n => $"<p>第{n}家企业已经在港口城市租下了办公室，明年春天开业。</p>"))}{Examples.Chinese}<h2>神户市补助外国企业</h2>{Examples.Chinese}{Examples.Chinese}</div></body></html>"), StringComparison.Ordinal);

    [Fact]
    public void The_same_caption_again_and_again_is_no_part_of_the_story()
    {
        string gallery = string.Concat(Enumerable.Repeat("<p>The harbour of Kobe, where the firms meet, seen at night from the hill. Photo: The Port Gazette</p>", 5));

        Assert.DoesNotContain("seen at night", Find(Examples.Html(Examples.English + gallery + Examples.English)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_heading_between_paragraphs_is_put_back() =>
        Assert.Contains("\n\nWhat it pays\n\n", Find(Examples.Html(Examples.English + "<div class='share-tools'><h2>What it pays</h2></div>" + Examples.English)), StringComparison.Ordinal);

    [Fact]
    public void What_only_machines_are_told_is_the_last_resort()
    {
        string body = Find("""
            <html><head><title>Kobe pays</title><script type="application/ld+json">
            {"@type":"NewsArticle","headline":"Kobe pays","articleBody":"Kobe pays half of the rent.\n\nThe programme runs for three years."}
            </script></head><body><div id="app"></div></body></html>
            """);

        Assert.Contains("Kobe pays half of the rent.", body, StringComparison.Ordinal);
    }

    static string Find(string html)
    {
        PageStory story = PageReader.Read(Examples.Page(html)).Story!;
        BodyLaws.Check(story.Body.Text, story.Body.Marks);
        return story.Body.Text;
    }
}
