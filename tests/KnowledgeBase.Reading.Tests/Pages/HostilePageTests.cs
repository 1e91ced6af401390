using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading.Tests.Pages;

/// <summary>Pages made to hang the reader, or to get markup or hidden characters into what is stored.</summary>
public class HostilePageTests
{
    const int Megabyte = 1024 * 1024;

    static readonly ArticleReader Reader = new(Repository.Content with { Scope = null });

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x>")]
    [InlineData("<span lang=ja>")]
    [InlineData("<blockquote><p>")]
    public void A_hundred_thousand_nested_tags_are_refused_with_a_reason(string tag) =>
        Assert.Matches("nested|tags", Refusal(string.Concat(Enumerable.Repeat(tag, 100_000)) + Examples.English));

    [Fact]
    public void Twenty_megabytes_on_one_line_are_refused_with_a_reason() =>
        Assert.Contains("MB", Refusal($"<p>{new string('x', 20 * Megabyte)}</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("x")]
    [InlineData("word ")]
    [InlineData("经济")]
    [InlineData("1,")]
    [InlineData("“")]
    public void Nine_megabytes_on_one_line_are_refused_or_read(string words) =>
        Assert.NotNull(Reader.Read(Examples.Page($"<html lang=en><p>{string.Concat(Enumerable.Repeat(words, 3 * Megabyte / words.Length))}</p></html>")));

    [Theory]
    [InlineData("Jan 1, Jan 1, ")]
    [InlineData("BEIJING, ")]
    [InlineData("by by by ")]
    [InlineData("((((((((")]
    [InlineData("aaaa@@@@")]
    [InlineData("1.1.1.1,1,")]
    [InlineData("「『「『")]
    [InlineData("\"'\"'“‘")]
    [InlineData("said said said ")]
    [InlineData("Tanaka, who said ")]
    [InlineData("の公司株式会社")]
    [InlineData("Ministry of A, B and ")]
    public void Bait_for_regular_expressions_is_read_or_refused(string bait)
    {
        string lines = string.Concat(Enumerable.Repeat(bait, 20_000 / bait.Length));

        Assert.NotNull(Reader.Read(Examples.Page(Examples.Html(Examples.English + $"<p>{lines}</p>" + Examples.English, headline: lines[..200]))));
    }

    [Theory]
    [InlineData("<div hidden id=S:{0}><p>A part of a story that waits for a script, number {0}.</p></div>")]
    [InlineData("<div hidden id=S:1><template id=B:1></template></div>")]
    [InlineData("<form><input><p>Who are you, and what is your address, number {0}?</p></form>")]
    [InlineData("<p>第一条 本办法自公布之日起施行。</p>")]
    [InlineData("<p>附件{0}：补助标准</p>")]
    [InlineData("<p>Article {0}. The rules of the port apply to every ship.</p>")]
    [InlineData("<p>日本港湾协会（港协）表示，“第{0}批企业将于明年春天来到神户。”</p>")]
    [InlineData("<pre>{0}<br></pre>")]
    public void Ten_thousand_of_what_the_reader_looks_for_are_read_or_refused(string one) =>
        Assert.NotNull(Reader.Read(Examples.Page(Examples.Html(Examples.Chinese + string.Concat(Enumerable.Range(1, 10_000).Select(i => one.Replace("{0}", $"{i}", StringComparison.Ordinal))), "神户市补助外国企业", lang: "zh"))));

    [Theory]
    [InlineData("", "<", 1_000_000, "")]
    [InlineData("<p>", "&amp;", 200_000, "</p>")]
    [InlineData("<p ", "a{0}=1 ", 50_000, ">x</p>")]
    [InlineData("<p class='", "c{0} ", 50_000, "'>x</p>")]
    [InlineData("<p>", "word<br>", 90_000, "</p>")]
    [InlineData("", "<br>", 200_000, "")]
    [InlineData("<table><tr>", "<td>1", 90_000, "<tr><td>2<td>3</table>")]
    [InlineData("<table>", "<tr><td>1<td>2", 45_000, "</table>")]
    [InlineData("<table>", "<tr><td rowspan=999999999 colspan=999999999>word word<td>x", 20_000, "</table>")]
    [InlineData("<img srcset='", "https://example.com/{0}.jpg {0}w,", 100_000, "'>")]
    [InlineData("", "<link rel=alternate hreflang=ja href=/ja/{0}>", 45_000, "")]
    [InlineData("<script type='application/ld+json'>", "[", 200_000, "</script>")]
    [InlineData("", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>", 20_000, "")]
    [InlineData("", "<a><p></a>", 20_000, "")]
    [InlineData("", "<!-- -->", 200_000, "")]
    [InlineData("<svg>", "<![CDATA[", 100_000, "</svg>")]
    [InlineData("<p>", "Ministry of Trade and Industry and ", 12_000, " said we are here today.</p>")]
    public void More_of_one_thing_than_any_page_has_is_read_or_refused(string before, string one, int times, string after) =>
        Assert.NotNull(Reader.Read(Examples.Page(Examples.Html(
            $"{Examples.English}{before}{string.Concat(Enumerable.Range(1, times).Select(i => one.Replace("{0}", $"{i}", StringComparison.Ordinal)))}{after}{Examples.English}"))));

    [Fact]
    public void A_title_of_a_megabyte_is_no_headline_to_hang_on() =>
        Assert.NotNull(Reader.Read(Examples.Page(Examples.Html(Examples.English, headline: string.Concat(Enumerable.Repeat("Kobe pays ", Megabyte / 10))))));

    [Fact]
    public void A_name_with_hidden_direction_marks_is_the_name_that_is_seen_in_each_language()
    {
        Article chinese = Read(Examples.Html(Examples.Chinese + "<p>市长\u202E田\u200B中\u202C太\u2066郎\u2069表示：“我们欢迎中国企业来到港口城市。”</p>", "神户市补助外国企业", lang: "zh"));
        Article japanese = Read(Examples.Html(Examples.Japanese + "<p>田\u200F中\uFEFF太\u00AD郎\u202B市長は「中国企業の進出を歓迎する」と述べた。</p>", "神戸市が外国企業を補助", lang: "ja"));

        Assert.Equal("田中太郎", Assert.Single(chinese.Quotes, quote => quote.IsDirect).Speaker);
        Assert.Contains(japanese.Quotes, quote => quote.Speaker == "田中太郎");
    }

    [Theory]
    [InlineData("zh", "市长")]
    [InlineData("zh", "他表示")]
    [InlineData("ja", "市長は")]
    [InlineData("en", "said said ")]
    public void Words_of_saying_without_end_are_read_or_refused(string language, string words) =>
        Assert.NotNull(Reader.Read(Examples.Page(Examples.Html($"{Examples.English}<p>{string.Concat(Enumerable.Repeat(words, 100_000 / words.Length))}</p>", lang: language))));

    [Fact]
    public void Lone_surrogates_become_the_replacement_character()
    {
        Article article = Read(Examples.Html(Examples.English + "<p>A lone half &#xD83D; and another &#xDE00; stand in a sentence that is long enough to be kept by the reader.</p>" + Examples.English));

        Assert.DoesNotContain(article.Body, char.IsSurrogate);
        Assert.Contains("A lone half \uFFFD and another", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_nobody_sees_stay_out_of_names_and_headlines()
    {
        Article article = Read(Examples.Html(
            Examples.English + "<p>“Rent is low,” said Ken\u200B \u202ETan\u00ADaka\u202C, who moved his company to the port of Ko\u200Dbe\u2066 last year and hired ten people there.</p>" + Examples.English,
            headline: "Ko\u200Bbe \u202Epays\u202C half the \uFEFFrent"));

        Assert.Equal("Kobe pays half the rent", article.Headline);
        Assert.Equal("Ken Tanaka", Assert.Single(article.Quotes, quote => quote.IsDirect).Speaker);
        Assert.DoesNotContain(article.Body, c => c is '\u200B' or '\u00AD' or '\u2066' || c is >= '\u202A' and <= '\u202E');
    }

    [Fact]
    public void Script_in_every_attribute_gets_into_nothing_that_is_stored()
    {
        const string Evil = "javascript:alert(1)//\"><script>alert(2)</script>";
        string attributes = string.Concat(new[] { "onclick", "onerror", "onload", "style", "title", "alt", "id", "class", "data-x", "itemprop", "href", "src", "background", "formaction" }.Select(name => $" {name}='{Evil}'"));
        Article article = Read(Examples.Html(
            $"<p{attributes}>A <a{attributes}>paragraph</a> with <img{attributes}> tricks <svg{attributes}><script>alert(3)</script></svg> in it, long enough to be taken for a part of the story.</p>{Examples.English}",
            head: $"<meta name=author content='{Evil}'><meta property=og:image content='{Evil}'><meta name=keywords content='{Evil}'><meta property=article:section content='{Evil}'>" +
                $"<link rel=alternate hreflang=ja href='{Evil}'><link rel=canonical href='{Evil}'><meta name=articleid content='{Evil}'>"));

        string stored = ArticleJson.Write(article);
        Assert.DoesNotContain("javascript:", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_takes_too_long_is_left_with_a_reason() =>
        Assert.Contains("longer than 2 s", PageReader.Read(Examples.Page(Examples.Html(Examples.English)), null, new TimeBudget(new HurriedClock())).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_text_in_which_finding_takes_too_long_is_left_with_a_reason() =>
        Assert.Contains("longer than 2 s", new Extractor(Repository.Content, new HurriedClock()).Extract(Examples.English, Language.English).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("中国企业在日本投资，", 20_000)]
    [InlineData("a word and one more, ", 40_000)]
    public void A_story_as_long_as_a_book_is_refused_with_a_reason(string words, int times) =>
        Assert.Contains("letters", Refusal(Examples.Html(string.Concat(Enumerable.Repeat($"<p>{string.Concat(Enumerable.Repeat(words, 100))}</p>", times / 100)))), StringComparison.Ordinal);

    static Article Read(string html) => Assert.IsType<ReadResult.Read>(Reader.Read(Examples.Page(html))).Article;

    static string Refusal(string html) => Assert.IsType<ReadResult.NoArticle>(Reader.Read(Examples.Page(html))).Reason;

    /// <summary>A clock on which a minute passes between two looks.</summary>
    sealed class HurriedClock : TimeProvider
    {
        long _looks;

        public override long GetTimestamp() => ++_looks * 60 * TimestampFrequency;
    }
}
