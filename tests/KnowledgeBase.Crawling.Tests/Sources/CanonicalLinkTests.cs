using KnowledgeBase.Crawling.Sources;

namespace KnowledgeBase.Crawling.Tests.Sources;

public class CanonicalLinkTests
{
    [Theory]
    [InlineData("http://Example.ORG:80/News#top", "http://example.org/News")]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("https://example.org:443/a/../b/./c", "https://example.org/b/c")]
    [InlineData("/a?utm_source=rss&id=3&UTM_Medium=x&fbclid=IwAR0", "http://example.org/a?id=3")]
    [InlineData("/a?utm_source=rss", "http://example.org/a")]
    [InlineData("/a;jsessionid=0123456789ABCDEF.node1?x=1", "http://example.org/a?x=1")]
    [InlineData("/a?PHPSESSID=abc&sid=4f2b9c1d4f2b9c1d4f2b&id=1", "http://example.org/a?id=1")]
    [InlineData("/a?sid=42", "http://example.org/a?sid=42")]
    [InlineData("/a?ref=rss&b=1", "http://example.org/a?b=1")]
    [InlineData("/a?ref=main", "http://example.org/a?ref=main")]
    [InlineData("/新闻/1", "http://example.org/%E6%96%B0%E9%97%BB/1")]
    [InlineData("/%e6%96%b0", "http://example.org/%E6%96%B0")]
    [InlineData("//例え.jp/a", "http://xn--r8jz45g.jp/a")]
    [InlineData(" b.html ", "http://example.org/b.html")]
    [InlineData("?page=2&page=3", "http://example.org/?page=2&page=3")]
    public void One_page_has_one_address(string address, string canonical) => Assert.Equal(canonical, CanonicalLink.Find(address, new Uri("http://example.org/")));

    [Theory]
    [InlineData("mailto:a@example.org")]
    [InlineData("javascript:void(0)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://user:pw@example.org/")]
    [InlineData("http://[bad/")]
    [InlineData("")]
    [InlineData(null)]
    public void What_nobody_can_fetch_is_no_link(string? address) => Assert.Null(CanonicalLink.Find(address, new Uri("http://example.org/")));

    [Fact]
    public void A_canonical_address_stays_as_it_is()
    {
        const string canonical = "https://example.org/a%20b/%E6%96%B0?x=%26&y";
        Assert.Equal(canonical, CanonicalLink.Find(canonical, new Uri("http://other.example/")));
    }
}
