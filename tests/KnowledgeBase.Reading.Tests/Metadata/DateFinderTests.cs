using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Reading.Metadata;

namespace KnowledgeBase.Reading.Tests.Metadata;

public class DateFinderTests
{
    static readonly DateTimeOffset FetchedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    const string Filler = "<p>Words of the story that stand between the headline and everything else on the page.</p>";

    [Fact]
    public void A_date_beside_the_headline_comes_before_dates_of_other_stories() =>
        Assert.Equal("2023-12-11", Find($"<ul class=related><li class=date>2023-09-28</li></ul><h1>Kobe pays</h1><h4>December 11, 2023 - Words by Mei Tanaka</h4>{Filler}<p class=date>2022-01-01</p>"));

    [Fact]
    public void A_label_tells_publication_from_update() =>
        Assert.Equal("2024-10-29", Find("<h1>Kobe pays</h1><p><span>Last updated on:</span> <b>November 29, 2025</b></p><p><span>Published:</span> <b>October 29, 2024</b></p>"));

    [Theory]
    [InlineData("Updated Oct. 31, 2024 | Published Oct. 29, 2024")]
    [InlineData("最終更新日：2024年10月31日　公開日：2024年10月29日")]
    [InlineData("发布时间：2024-10-29 更新时间：2024-10-31")]
    public void A_line_may_tell_both(string line)
    {
        Assert.Equal("2024-10-29", Find($"<h1>Kobe pays</h1><p>{line}</p>"));
        Assert.Equal("2024-10-31", FindChanged($"<h1>Kobe pays</h1><p>{line}</p>"));
    }

    [Fact]
    public void What_people_are_told_of_updates_is_told_in_two_lines_too() =>
        Assert.Equal("2025-11-29", FindChanged("<h1>Kobe pays</h1><p><span>Last updated on:</span> <b>November 29, 2025</b></p><p><span>Published:</span> <b>October 29, 2024</b></p>"));

    // The clock of the tests stands at November 1, 2026.
    [Theory]
    [InlineData("9月15日 08:30", "https://example.com/news/1", "2026-09-15")]
    [InlineData("12月15日", "https://example.com/news/1", "2025-12-15")]
    [InlineData("９月15日（金）", "https://example.com/news/1", "2023-09-15")]
    [InlineData("Fri, Sept. 15", "https://example.com/news/1", "2023-09-15")]
    [InlineData("15 September", "https://example.com/2021/kobe", "2021-09-15")]
    [InlineData("09-15 08:30", "https://example.com/news/1", "2026-09-15")]
    public void A_date_without_year_is_of_the_year_that_fits(string line, string url, string day) =>
        Assert.Equal(day, Find($"<h1>Kobe pays</h1><p>{line}</p>{Filler}", url));

    [Fact]
    public void The_year_of_a_copyright_is_none() =>
        Assert.Equal("2026-09-15", Find($"<h1>Kobe pays</h1><p>Sept. 15</p>{Filler}<footer>Copyright © 2024</footer>"));

    [Fact]
    public void Structured_data_with_a_mistake_in_it_still_tell_the_date() =>
        Assert.Equal("2020-10-26", Find("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"a \"b\"\", \"datePublished\": \"2020-10-26T18:10:00+01:00\"}</script><h1>Kobe pays</h1>"));

    [Fact]
    public void Two_sources_that_agree_outvote_the_third() =>
        Assert.Equal("2020-09-30", Find("""
            <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-09-29T22:40:00-07:00"}</script>
            <meta name="parsely-pub-date" content="2020-09-30T02:00:07-0700"><h1>Kobe pays</h1><time itemprop="datePublished" datetime="2020-09-30T02:00:07-07:00">Sep 30</time>
            """));

    [Theory]
    [InlineData("https://example.com/news/1", "<p>January 19, 2020</p>", "2020-01-19")]
    [InlineData("https://example.com/2020/01/19/kobe", "", "2020-01-19")]
    [InlineData("https://example.com/news/1", "", "2020-01-20")]
    [InlineData("https://example.ca/news/1", "", "2020-01-19")]
    [InlineData("https://example.com/2020/01/18/kobe", "", "2020-01-20")]
    public void A_time_in_utc_falls_on_the_day_of_the_newsroom(string url, string shown, string day) =>
        Assert.Equal(day, Find($"<meta property='article:published_time' content='2020-01-20T01:49:00Z'><h1>Kobe pays</h1>{shown}", url));

    [Theory]
    [InlineData("<h1>Kobe pays</h1><p>1975-01-28</p>")]
    [InlineData("<h1>Kobe pays</h1><p>2031-01-28</p>")]
    public void A_birthday_and_a_date_to_come_are_no_dates_of_publication(string body) => Assert.Null(Find(body));

    static string? Find(string html, string url = "https://example.com/news/1")
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        return DateFinder.Find(document, new MetaTags(document), StructuredData.Read(document), new Uri(url), Shown(document), FetchedAt)?.DayAt(null).ToString();
    }

    static string? FindChanged(string html)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        return DateFinder.FindChanged(document, new MetaTags(document), StructuredData.Read(document), Shown(document), FetchedAt)?.DayAt(null).ToString();
    }

    static ShownDates Shown(IHtmlDocument document) => new(document, new ShownLines(document, "Kobe pays"), DateFinder.MaxDateLineCharacters);
}
