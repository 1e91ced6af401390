using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Tests.Metadata;

public class BylineTests
{
    static readonly ContentFolder Content = Repository.Content with { Scope = null };

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"Mei Tanaka"},{"@type":"Person","name":"Li Hua"}]}</script>""", "Mei Tanaka, Li Hua")]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Harbour Weekly"}}</script>""", "Harbour Weekly")]
    [InlineData("""<meta name="byl" content="By Mei Tanaka and Li Hua">""", "Mei Tanaka, Li Hua")]
    [InlineData("""<meta name="citation_author" content="Tanaka, Mei"><meta name="citation_author" content="Hua, Li">""", "Mei Tanaka, Li Hua")]
    [InlineData("""<meta name="author" content="Mei Tanaka, mei@example.com">""", "Mei Tanaka")]
    [InlineData("""<meta name="author" content="Mei Tanaka | Desk in Kobe">""", "Mei Tanaka")]
    [InlineData("""<meta name="author" content="J.B. Tanaka Jr.">""", "J.B. Tanaka Jr.")]
    [InlineData("""<meta name="author" content="Mei Tanaka, PhD">""", "Mei Tanaka")]
    public void Machines_are_told(string head, string byline) => Assert.Equal(byline, Read(head, ""));

    [Theory]
    [InlineData("""<p class="byline">By <span>Mei Tanaka</span><span>Harbour Weekly</span><time>Sept. 15, 2025</time></p>""", "Mei Tanaka")]
    [InlineData("""<p class="byline">By <a>Mei Tanaka</a>, <a>Li Hua</a> and <a>Ken Mori</a></p>""", "Mei Tanaka, Li Hua, Ken Mori")]
    [InlineData("""<div class="author-box"><h4>About the author</h4><b>Mei Tanaka</b><p>Mei writes about ports.</p></div>""", "Mei Tanaka")]
    [InlineData("""<p>By Mei Tanaka, economics correspondent</p>""", "Mei Tanaka")]
    [InlineData("""<p><a href="/authors/mei-tanaka/">Mei Tanaka</a> - 15/09/2025</p>""", "Mei Tanaka")]
    [InlineData("""<footer class="post-meta"><span>投稿者</span> <a rel="author" href="/x">Mei Tanaka</a></footer>""", "Mei Tanaka")]
    [InlineData("""<p>文：田中芽衣</p>""", "田中芽衣")]
    [InlineData("""<p>［田中芽衣，港湾新報］</p>""", "田中芽衣")]
    [InlineData("""<p>【上海＝田中芽衣】神戸市は15日、中国企業の賃料の半額を補助すると発表した。</p>""", "田中芽衣")]
    [InlineData("""<p>【上海＝時事】神戸市は15日、中国企業の賃料の半額を補助すると発表した。</p>""", null)]
    [InlineData("""<p>新华社东京9月15日电（记者 王小明 李华）神户市15日宣布，将补贴中国企业一半的房租。</p>""", "王小明, 李华")]
    [InlineData("""<p>本报驻东京记者 王小明</p>""", "王小明")]
    [InlineData("""<p>来源：港口新闻网 作者：王小明 责任编辑：李华</p>""", "王小明")]
    [InlineData("""<p>聯合報 記者王小明／東京報導</p>""", "王小明")]
    public void People_are_told(string line, string? byline) => Assert.Equal(byline, Read("", line));

    [Theory]
    [InlineData("""<div class="author-links"><a>Videos</a><a>Resources</a><a>Log in</a></div>""")]
    [InlineData("""<div class="comments"><p class="comment-author">Mei Tanaka</p></div>""")]
    [InlineData("""<span class="author">Posted on Sept. 15, 2025</span>""")]
    [InlineData("""<p class="source">来源：港口新闻网</p>""")]
    [InlineData("""<meta property="article:author" content="https://www.example.com/people/17">""")]
    public void What_names_nobody_is_no_byline(string line) => Assert.Null(Read("", line));

    [Fact]
    public void A_story_in_an_element_of_the_editors_names_nobody() =>
        Assert.Null(Read("", $"<div class='rich-editor'>今回<br>{string.Concat(Enumerable.Repeat("<p>神戸市は十五日、中国企業に賃料の半額を補助すると発表した。三年間、百社までを対象とする。</p>", 60))}</div>"));

    [Fact]
    public void The_foot_of_the_page_names_nobody() => Assert.Null(Read("", """<footer class="site"><a rel="author" href="/x">Mei Tanaka</a></footer>"""));

    [Fact]
    public void A_persons_name_goes_before_a_login() =>
        Assert.Equal("Mei Tanaka", Read("""<script type="application/ld+json">{"@type":"NewsArticle","author":"mtanaka"}</script>""", """<p class="author">Mei Tanaka</p>"""));

    [Fact]
    public void The_name_of_the_site_is_none_but_a_blog_may_be_called_like_its_author()
    {
        Assert.Null(Read("""<meta property="og:site_name" content="Gazette"><meta name="author" content="Gazette">""", ""));
        Assert.Equal("Mei Tanaka", Read("""<meta property="og:site_name" content="Mei Tanaka"><meta name="author" content="Mei Tanaka">""", ""));
    }

    static string? Read(string head, string line) =>
        Assert.IsType<ReadResult.Read>(new ArticleReader(Content).Read(Examples.Page($"<html lang='en'><head><title>Kobe pays half the rent</title>{head}</head><body><h1>Kobe pays half the rent</h1>{line}{Examples.English}</body></html>"))).Article.Byline;
}
