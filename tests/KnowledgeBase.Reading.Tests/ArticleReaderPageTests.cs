using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Pages;
using KnowledgeBase.Reading.Tests.Bodies;

namespace KnowledgeBase.Reading.Tests;

public class ArticleReaderPageTests
{
    readonly ArticleReader _reader = new(Repository.Content);

    [Theory]
    [InlineData("zh", "gb18030", "神户市补助外国企业", Examples.Chinese)]
    [InlineData("ja", "shift_jis", "神戸市が外国企業を補助", Examples.Japanese)]
    [InlineData("ja", "euc-jp", "神戸市が外国企業を補助", Examples.Japanese)]
    [InlineData("en", "utf-8", "Kobe pays half the rent", Examples.English)]
    public void A_page_is_an_article_in_each_language(string code, string encoding, string headline, string body)
    {
        byte[] bytes = CharacterEncodings.Find(encoding)!.GetBytes(Examples.Html(body, headline, lang: code));

        Article article = Read(Examples.Page(bytes, "text/html"));

        Assert.Equal(code, article.Language.Code);
        Assert.Equal(headline, article.Headline);
        Assert.Equal(body.Replace("</p><p>", "\n\n", StringComparison.Ordinal)[3..^4], article.Body);
        Assert.Equal("https://www.example.com/news/1.html", article.Url);
        Assert.Equal(ArticleId.Of(article.Url), article.Id);
        Assert.Equal(ArticleKind.News, article.Kind);
        Assert.Equal(Examples.Noon, article.FetchedAt);
        Assert.Null(article.Family);
    }

    [Fact]
    public void Headings_lists_tables_quotes_and_links_stay_and_are_marked()
    {
        Article article = Read(Examples.Page(Examples.Html(
            Examples.English +
            "<h2>What it pays</h2><p>See the <a href='/rules?x=1'>rules of the <b>city</b></a> for every detail of the programme, which runs until the end of the decade.</p>" +
            "<ul><li>half of the rent for an office in the centre of the city</li><li>a tenth of the equipment that is bought in the first year</li></ul>" +
            "<table><tr><th>Year</th><th>Million yen</th></tr><tr><td>2024</td><td>12</td></tr><tr><td>2025</td><td>15</td></tr></table>" +
            "<blockquote><p>The port and the airport are near, and that is what companies from the mainland ask for first.</p></blockquote>" + Examples.English)));

        Assert.Equal(
            [
                "Heading: What it pays", "Link: rules of the city", "Strong: city", "ListItem: half of the rent for an office in the centre of the city",
                "ListItem: a tenth of the equipment that is bought in the first year", "TableHead: Year\tMillion yen", "TableRow: 2024\t12", "TableRow: 2025\t15",
                "BlockQuote: The port and the airport are near, and that is what companies from the mainland ask for first.",
            ],
            article.Marks.Select(mark => $"{mark.Kind}: {mark.Span.In(article.Body)}"));
        Assert.Equal("https://www.example.com/rules?x=1", article.Marks.Single(mark => mark.Kind == BodyMarkKind.Link).Target);
        BodyLaws.Check(article.Body, article.Marks);
    }

    [Fact]
    public void A_rule_keeps_its_articles_its_annex_and_its_table_of_amounts_row_by_row()
    {
        Article article = Read(Examples.Page(Examples.Html(
            "<p>第一章　总则</p><p>第一条　为支持中国企业到神户设立办公室，促进两国经济合作，制定本办法。</p><p>第二条　申请的中国企业应当在神户市内租用办公室，并连续使用三年以上。</p>" +
            "<p>第三条　补助标准见附件。</p><p>附件：补助标准</p><table><tr><th>项目</th><th>上限</th></tr><tr><td>租金</td><td>1000万日元</td></tr><tr><td>设备</td><td>300万日元</td></tr></table>",
            "神户市企业补助办法", lang: "zh")));

        Assert.Equal(["chapter-1", "article-1", "article-2", "article-3", "annex"], article.Provisions.Select(provision => provision.Key));
        Assert.Equal("第三条 补助标准见附件。", article.Provisions[3].Span.In(article.Body));
        Assert.Equal("附件：补助标准\n\n项目\t上限\n\n租金\t1000万日元\n\n设备\t300万日元", article.Provisions[4].Span.In(article.Body));
        Assert.Equal(["TableHead", "TableRow", "TableRow"], article.Marks.Select(mark => $"{mark.Kind}"));
    }

    [Fact]
    public void The_caption_over_the_first_article_of_a_rule_stays()
    {
        Article article = Read(Examples.Page(Examples.Html("""
            <p>（目的）</p><p>第１条　この要綱は、中国企業の神戸市への投資を促し、日本経済の発展に資することを目的とする。</p>
            <p>（定義）</p><p>第２条　この要綱において「外資系企業」とは、外国資本の比率が３分の１を超える企業をいう。</p><p>第３条　補助金は、年間4,500万円を限度とする。</p>
            """, lang: "ja")));

        Assert.StartsWith("（目的）\n\n第１条 この要綱は", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Navigation_scripts_captions_and_the_footer_stay_out()
    {
        Article article = Read(Examples.Page(Examples.Html(
            Examples.English + "<figure><img src='a.jpg'><figcaption>The harbour at night.</figcaption></figure><script>var stolen = 1;</script>" + Examples.English)));

        Assert.DoesNotContain("Home", article.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("stolen", article.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("harbour", article.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Copyright", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_come_from_structured_data()
    {
        Article article = Read(Examples.Page(Examples.Html(
            Examples.English,
            head: """
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Kobe pays half the rent",
                "author":[{"@type":"Person","name":"Mei Tanaka"}],"datePublished":"2025-09-15T23:30:00+09:00"}]}</script>
                """)));

        Assert.Equal("Mei Tanaka", article.Byline);
        Assert.Equal(new PartialDate(2025, 9, 15), article.Published);
        Assert.Equal(new DateTimeOffset(2025, 9, 15, 14, 30, 0, TimeSpan.Zero), article.PublishedAt);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2025-09-15T01:00:00+00:00'>", "")]
    [InlineData("<meta name='pubdate' content='20250915'>", "")]
    [InlineData("", "<time datetime='2025-09-15'>Monday</time>")]
    [InlineData("", "<p class='meta'>2025年9月15日 来源：本报</p>")]
    [InlineData("", "<p>令和7年9月15日</p>")]
    [InlineData("", "<p>By Mei Tanaka, Sept. 15, 2025</p>")]
    public void The_date_comes_from_wherever_the_page_tells_it(string head, string line) =>
        Assert.Equal(new PartialDate(2025, 9, 15), Read(Examples.Page(Examples.Html(line + Examples.English, head: head))).Published);

    [Fact]
    public void The_date_comes_from_the_address_when_the_page_is_silent() =>
        Assert.Equal(new PartialDate(2025, 9, 15), Read(Examples.Page(Examples.Html(Examples.English), "https://www.example.com/2025/09/15/kobe.html")).Published);

    [Fact]
    public void The_day_in_the_address_is_the_newsrooms_when_the_clock_is_in_UTC()
    {
        Article article = Read(Examples.Page(
            Examples.Html(Examples.English, head: "<meta property='article:published_time' content='2025-09-16T02:00:00Z'>"), "https://www.example.com/2025/09/15/kobe.html"));

        Assert.Equal(new PartialDate(2025, 9, 15), article.Published);
        Assert.Equal(new DateTimeOffset(2025, 9, 16, 2, 0, 0, TimeSpan.Zero), article.PublishedAt);
    }

    [Fact]
    public void A_date_after_the_fetch_is_no_date_of_publication() =>
        Assert.Null(Read(Examples.Page(Examples.Html(Examples.English, head: "<meta name='pubdate' content='2027-01-01'>"))).Published);

    [Fact]
    public void The_publishers_own_day_counts()
    {
        // NHK is in Japan.
        Article article = Read(Examples.Page(Examples.Html(Examples.Japanese, head: "<meta name='pubdate' content='2025-09-15T16:00:00Z'>"), publisherId: "nhk"));

        Assert.Equal(new PartialDate(2025, 9, 16), article.Published);
    }

    [Fact]
    public void What_the_feed_said_fills_in_for_a_silent_page()
    {
        var hints = new PageHints { Title = "From the feed", PublishedAt = new(2025, 9, 15, 3, 0, 0, TimeSpan.Zero) };
        FetchedPage page = Examples.Page($"<html><body>{Examples.English}</body></html>") with { Hints = hints };

        Article article = Read(page);

        Assert.Equal("From the feed", article.Headline);
        Assert.Equal(new PartialDate(2025, 9, 15), article.Published);
        Assert.Equal(hints.PublishedAt, article.PublishedAt);
    }

    [Theory]
    [InlineData("https://example.com/kobe", "https://example.com/kobe")]
    [InlineData("/kobe#top", "https://www.example.com/kobe")]
    [InlineData("https://elsewhere.org/kobe", "https://www.example.com/news/1.html")]
    [InlineData("https://www.example.com/", "https://www.example.com/news/1.html")]
    [InlineData("javascript:alert(1)", "https://www.example.com/news/1.html")]
    public void The_canonical_address_counts_on_the_same_site_only(string canonical, string url) =>
        Assert.Equal(url, Read(Examples.Page(Examples.Html(Examples.English, head: $"<link rel='canonical' href='{canonical}'>"))).Url);

    [Theory]
    [InlineData("Kobe pays half the rent | The Port Gazette", "Kobe pays half the rent")]
    [InlineData("Kobe pays half the rent - The Port Gazette", "Kobe pays half the rent")]
    [InlineData("The Port Gazette: Kobe pays half the rent", "Kobe pays half the rent")]
    [InlineData("神戸市が外国企業を補助｜港新聞", "神戸市が外国企業を補助")]
    public void The_headline_is_without_the_sites_name(string title, string headline) =>
        Assert.Equal(headline, Read(Examples.Page($"<html><head><title>{title}</title><meta property='og:site_name' content='The Port Gazette'></head><body>{Examples.English}</body></html>")).Headline);

    [Theory]
    [InlineData("mofcom", "关于支持外资企业的通知", ArticleKind.Policy)]
    [InlineData("mofcom", "商务部召开例行新闻发布会", ArticleKind.Release)]
    [InlineData("boj", "Statement on prices", ArticleKind.Release)]
    [InlineData("nhk", "関于的通知", ArticleKind.News)]
    public void The_kind_follows_from_the_publisher_and_the_look_of_the_text(string publisherId, string headline, ArticleKind kind) =>
        Assert.Equal(kind, Read(Examples.Page(Examples.Html(Examples.Chinese, headline), publisherId: publisherId)).Kind);

    [Fact]
    public void A_text_in_numbered_clauses_is_policy_of_an_authority() =>
        Assert.Equal(ArticleKind.Policy, Read(Examples.Page(
            Examples.Html($"<p>第一条 为了规范投资。</p><p>第二条 适用于外资企业。</p><p>第三条 自公布之日起施行。</p>{Examples.Chinese}", "商务部令"), publisherId: "mofcom")).Kind);

    [Theory]
    [InlineData("고베시는 외국 기업에 임대료의 절반을 지원한다고 밝혔다. 시 관계자는 더 많은 기업이 오기를 바란다고 말했다.")]
    [InlineData("La ville de Kobe prend en charge la moitié du loyer des entreprises étrangères pendant trois ans, a indiqué vendredi un responsable municipal.")]
    public void A_page_in_another_language_is_no_article(string text) =>
        Assert.Contains("no language of this knowledge base", Refusal(Examples.Page(Examples.Html(string.Concat(Enumerable.Repeat($"<p>{text}</p>", 5)), text[..20], lang: "")))
, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_page_is_refused_with_a_reason()
    {
        Assert.Contains("PNG", Refusal(Examples.Page([0x89, .. "PNG\r\n"u8], "text/html")), StringComparison.Ordinal);
        Assert.Contains("PDF", Refusal(Examples.Page("%PDF-1.7"u8.ToArray(), "application/pdf")), StringComparison.Ordinal);
        Assert.Contains("image/webp", Refusal(Examples.Page("xxxx"u8.ToArray(), "image/webp")), StringComparison.Ordinal);
        Assert.Contains("empty", Refusal(Examples.Page(" \r\n "u8.ToArray(), "text/html")), StringComparison.Ordinal);
        Assert.Contains("404", Refusal(Examples.Page(Examples.Html(Examples.English)) with { Status = 404 }), StringComparison.Ordinal);
        Assert.Contains("no story", Refusal(Examples.Page("<html><body></body></html>")), StringComparison.Ordinal);
        Assert.Contains("nested", Refusal(Examples.Page(string.Concat(Enumerable.Repeat("<div>", 2000)) + Examples.English)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>", "nested")]
    [InlineData("<b>", "nested")]
    [InlineData("<table><tr><td>", "nested")]
    [InlineData("<p>", "tags")]
    public void A_page_made_to_keep_a_reader_busy_is_refused(string tag, string reason) =>
        Assert.Contains(reason, Refusal(Examples.Page(string.Concat(Enumerable.Repeat(tag, 200_000)) + Examples.English)), StringComparison.Ordinal);

    [Fact]
    public void Broken_pages_are_read_or_refused_but_never_fail()
    {
        string whole = Examples.Html(Examples.English + "<table><tr><td>1<td>2<tr><td>3<td>4</table><ul><li>one<li>two</ul>", head: "<script type='application/ld+json'>{\"@type\":[</script>");
        for (int length = 0; length < whole.Length; length += 7)
        {
            if (_reader.Read(Examples.Page(whole[..length])) is ReadResult.Read(var article))
                BodyLaws.Check(article.Body, article.Marks);
        }
    }

    [Fact]
    public void What_is_named_and_said_in_the_story_is_annotated()
    {
        Article article = Read(Examples.Page(Examples.Html(Examples.English + "<p>“We help them to find an office in Kobe,” said Mei Tanaka, an official of the city.</p>")));

        Assert.Contains("kobe", article.Cities);
        Assert.Contains(article.Mentions, mention => mention.Span.In(article.Body) == "Kobe");
        Assert.Contains(article.Quotes, quote => quote.Span.In(article.Body).StartsWith("We help them", StringComparison.Ordinal));
    }

    [Fact]
    public void Markup_never_gets_into_the_text()
    {
        Article article = Read(Examples.Page(Examples.Html(
            Examples.English + "<p onclick='alert(1)'>A <a href='javascript:alert(2)'>paragraph</a> with <img src=x onerror=alert(3)> tricks and <svg><script>alert(4)</script></svg> in it, long enough to be taken for a part of the story.</p>")));

        Assert.DoesNotContain("alert", article.Body, StringComparison.Ordinal);
        Assert.DoesNotContain('<', article.Body);
        Assert.DoesNotContain(article.Marks, mark => mark.Kind == BodyMarkKind.Link);
    }

    Article Read(FetchedPage page) => _reader.Read(page) switch
    {
        ReadResult.Read(var article) => article,
        ReadResult.NoArticle(var reason) => throw new Xunit.Sdk.XunitException(reason),
        _ => throw new InvalidOperationException(),
    };

    string Refusal(FetchedPage page) => Assert.IsType<ReadResult.NoArticle>(_reader.Read(page)).Reason;
}
