using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Tests.Metadata;

public class PageFactsTests
{
    static readonly ContentFolder Content = Repository.Content with { Scope = null };

    [Fact]
    public void Section_keywords_image_paywall_and_the_publishers_id_come_from_structured_data()
    {
        PageFacts facts = Read("""
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Kobe pays half the rent","identifier":"A-2025-17","articleSection":"Business",
            "keywords":["Kobe","rent, subsidies"],"image":{"@type":"ImageObject","url":"/lead.jpg"},"isAccessibleForFree":"False",
            "datePublished":"2025-09-15T09:00:00+09:00","dateModified":"2025-09-16T10:30:00+09:00"}</script>
            """);

        Assert.Equal("A-2025-17", facts.PublishersId);
        Assert.Equal("Business", facts.Section);
        Assert.Equal(["Kobe", "rent", "subsidies"], facts.Keywords);
        Assert.Equal("https://www.example.com/lead.jpg", facts.ImageUrl);
        Assert.True(facts.IsPaywalled);
        Assert.Equal(new PartialDate(2025, 9, 16), facts.Updated);
        Assert.Equal(new DateTimeOffset(2025, 9, 16, 1, 30, 0, TimeSpan.Zero), facts.UpdatedAt);
    }

    [Fact]
    public void They_come_from_meta_elements_too()
    {
        PageFacts facts = Read("""
            <meta name="articleid" content="778899"><meta property="article:section" content="経済"><meta name="keywords" content="神戸、賃料，補助">
            <meta property="og:image" content="https://img.example.com/1.png"><meta property="article:content_tier" content="metered">
            <link rel="alternate" hreflang="ja" href="/ja/1.html"><link rel="alternate" hreflang="zh-Hans" href="https://cn.example.com/1.html">
            <link rel="alternate" hreflang="x-default" href="/1.html"><link rel="alternate" hreflang="en" href="https://www.example.com/news/1.html">
            """);

        Assert.Equal("778899", facts.PublishersId);
        Assert.Equal("経済", facts.Section);
        Assert.Equal(["神戸", "賃料", "補助"], facts.Keywords);
        Assert.Equal("https://img.example.com/1.png", facts.ImageUrl);
        Assert.True(facts.IsPaywalled);
        Assert.Equal([new("ja", "https://www.example.com/ja/1.html"), new("zh-Hans", "https://cn.example.com/1.html")], facts.Alternates);
    }

    [Fact]
    public void An_id_may_be_given_with_what_it_is_called() =>
        Assert.Equal("A-17", Read("""<script type="application/ld+json">{"@type":"NewsArticle","identifier":{"@type":"PropertyValue","name":"story","value":"A-17"}}</script>""").PublishersId);

    [Fact]
    public void A_page_that_says_nothing_has_no_facts()
    {
        PageFacts facts = Read("");

        Assert.Equal(new PageFacts() with { Keywords = facts.Keywords, Alternates = facts.Alternates, Documents = facts.Documents }, facts);
        Assert.Empty(facts.Keywords);
        Assert.Empty(facts.Alternates);
    }

    [Fact]
    public void A_change_before_or_at_publication_is_none() =>
        Assert.Null(Read("""<meta property="article:published_time" content="2025-09-15T09:00:00Z"><meta property="article:modified_time" content="2025-09-15T09:00:00Z">""").UpdatedAt);

    [Theory]
    [InlineData("https://www.example.com/news/1.html", "/news/1_2.html", "https://www.example.com/news/1_2.html")]
    [InlineData("https://www.example.com/news/rent", "/news/rent?page=2", "https://www.example.com/news/rent?page=2")]
    [InlineData("https://www.example.com/news/rent/", "/news/rent/2/", "https://www.example.com/news/rent/2/")]
    [InlineData("https://www.example.com/news/1.html", "/news/another-story.html", null)]
    [InlineData("https://www.example.com/news/1.html", "/news/1_3.html", null)]
    public void Next_is_the_next_page_of_the_article_and_not_the_next_article(string url, string next, string? found) =>
        Assert.Equal(found, Read($"<link rel=next href='{next}'>", url).NextPage);

    [Fact]
    public void An_article_of_several_pages_is_one_and_its_later_pages_are_none()
    {
        const string Second = "<p>On the second page the bureau explains how the rent is paid back, month by month, to those who keep their office open.</p>";
        FetchedPage first = Examples.Page(Examples.Html(Examples.English, head: "<link rel=next href='/news/1_2.html'>"));
        FetchedPage later = Examples.Page(Examples.Html(Second, head: "<link rel=prev href='/news/1.html'>"), "https://www.example.com/news/1_2.html");
        var reader = new ArticleReader(Content);

        Article whole = Assert.IsType<ReadResult.Read>(reader.Read(first, [later])).Article;

        Assert.StartsWith("Kobe invited", whole.Body, StringComparison.Ordinal);
        Assert.EndsWith("keep their office open.", whole.Body, StringComparison.Ordinal);
        Assert.Contains("began on another page", Assert.IsType<ReadResult.NoArticle>(reader.Read(later)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_that_are_not_read_are_named()
    {
        var page = Examples.Page(Examples.Html(Examples.English + "<p>The <a href='/annex1.PDF'>first annex</a> lists the amounts that are paid for each of the offices, and <a href='/rules.html'>the rules</a> say who may ask for them.</p>" + Examples.English));

        Article article = Assert.IsType<ReadResult.Read>(new ArticleReader(Content).Read(page)).Article;

        Assert.Equal(["https://www.example.com/annex1.PDF"], article.Page!.Documents);
    }

    [Fact]
    public void Documents_listed_below_the_text_are_named_and_those_of_the_rest_of_the_page_are_not()
    {
        var page = Examples.Page($"""
            <html lang="en"><body><nav><a href="/map.pdf">Map</a></nav><main><h1>Kobe pays half the rent</h1>{Examples.English}
            <ul><li><a href="/guide.pdf">Guide (PDF, 321 kB)</a></li><li><a href="javascript:x.pdf">Form</a></li><li><a href="/form.pdf">Form (PDF)</a></li></ul>
            <aside><a href="/magazine.pdf">Our magazine</a></aside></main><footer><a href="/report.pdf">Report</a></footer></body></html>
            """);

        Article article = Assert.IsType<ReadResult.Read>(new ArticleReader(Content).Read(page)).Article;

        Assert.Equal(["https://www.example.com/guide.pdf", "https://www.example.com/form.pdf"], article.Page!.Documents);
        Assert.DoesNotContain("Guide", article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_are_named_on_pages_without_a_main_part_too()
    {
        var page = Examples.Page($"""
            <html lang="en"><body><div class="header"><a href="/map.pdf">Map</a></div><div id="w"><h1>Kobe pays half the rent</h1>{Examples.English}
            <ul class="fj"><li><a href="./annex1.pdf">Annex 1</a></li><li><a href="/download.jsp?f=annex2.PDF&amp;n=7">Annex 2</a></li></ul></div>
            <div id="footer"><a href="/privacy.pdf">Privacy</a></div></body></html>
            """);

        Article article = Assert.IsType<ReadResult.Read>(new ArticleReader(Content).Read(page)).Article;

        Assert.Equal(["https://www.example.com/news/annex1.pdf", "https://www.example.com/download.jsp?f=annex2.PDF&n=7"], article.Page!.Documents);
    }

    [Fact]
    public void Stored_articles_of_older_and_newer_versions_are_read()
    {
        Article article = Assert.IsType<ReadResult.Read>(new ArticleReader(Content).Read(Examples.Page(Examples.Html(Examples.English)))).Article;
        string written = ArticleJson.Write(article);

        Assert.Null(ArticleJson.Read(ArticleJson.Write(article with { Page = null })).Page);
        Assert.Equal(article.Headline, ArticleJson.Read(written.Replace("\"page\":{", "\"page\":{\"unheardOf\":{\"a\":[1]},", StringComparison.Ordinal)).Headline);
        Assert.Empty(ArticleJson.Read(written.Replace("\"keywords\":[],", "", StringComparison.Ordinal)).Page!.Keywords);
    }

    static PageFacts Read(string head, string url = "https://www.example.com/news/1.html") =>
        Assert.IsType<ReadResult.Read>(new ArticleReader(Content).Read(Examples.Page(Examples.Html(Examples.English, head: head), url))).Article.Page!;
}
