using System.Text;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Tests.Markup;

public class LenientXmlTests
{
    [Theory]
    [InlineData("<a>Fish & Chips &lt;3 <3</a>", "Fish & Chips <3 <3")]
    [InlineData("<a>&eacute;&#26085;&#x672C;&#146;</a>", "é日本’")]
    [InlineData("<a>?x=1&copy=2&nosuch;</a>", "?x=1&copy=2&nosuch;")]
    [InlineData("<a><![CDATA[<b>&amp;</b>]]></a>", "<b>&amp;</b>")]
    [InlineData("<a><!-- <b>no</b> -->yes<?php no ?></a>", "yes")]
    [InlineData("<!DOCTYPE a [<!ENTITY co \"K&#246;ln\">]><a>&co;</a>", "Köln")]
    [InlineData("<a>never closed", "never closed")]
    [InlineData("text before <a>in</a> text after", "in")]
    public void Text_is_read_as_it_was_meant(string xml, string text) => Assert.Equal(text, LenientXml.Parse(xml)!.Text);

    [Fact]
    public void Ends_that_fit_nothing_are_passed_over_and_missing_ones_added()
    {
        XmlElement root = LenientXml.Parse("<a><b>1</c><br>2</b><b>3</a>")!;
        Assert.Equal(["12", "3"], root.Elements.Select(element => element.Text));
        Assert.Equal([true, false], root.Elements.Select(element => element.IsClosed));
    }

    [Fact]
    public void Attributes_may_stand_without_quotes_or_value()
    {
        XmlElement root = LenientXml.Parse("<a href=http://example.org/x?a=1&amp;b=2 checked title='a > b' />")!;
        Assert.Equal(("http://example.org/x?a=1&b=2", "", "a > b"), (root.Find("href"), root.Find("checked"), root.Find("title")));
        Assert.True(root.IsClosed);
    }

    [Fact]
    public void Prefixes_stand_for_their_namespaces_and_undeclared_ones_for_themselves()
    {
        XmlElement root = LenientXml.Parse("<x:a xmlns:x='urn:x' xmlns='urn:d'><b/><dc:c/></x:a>")!;
        Assert.Equal("urn:x", root.Namespace);
        Assert.Equal(["urn:d", "dc"], root.Elements.Select(element => element.Namespace));
    }

    [Fact]
    public void Entity_bombs_are_refused_and_nothing_outside_is_read()
    {
        string bomb = "<!DOCTYPE x [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(0, 30).Select(i => $"<!ENTITY {(char)('b' + i % 25)}{i} \"&a;&a;&a;\">")) + "]><x>&b0;</x>";
        Assert.Null(LenientXml.Parse(bomb));
        Assert.Equal("&file;", LenientXml.Parse("<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/passwd\">]><x>&file;</x>")!.Text);
    }

    [Fact]
    public void A_word_used_a_million_times_stops_growing()
    {
        string xml = "<!DOCTYPE x [<!ENTITY a \"" + new string('a', 1000) + "\">]><x>" + string.Concat(Enumerable.Repeat("&a;", 1_000_000)) + "</x>";
        Assert.InRange(LenientXml.Parse(xml)!.Text.Length, 1_000_000, 4_000_000);
    }

    [Fact]
    public void Depth_and_disorder_take_linear_time()
    {
        long started = TimeProvider.System.GetTimestamp();
        string deep = string.Concat(Enumerable.Repeat("<a>", 300_000)) + string.Concat(Enumerable.Repeat("</b>", 300_000));
        Assert.NotNull(LenientXml.Parse(deep));
        Assert.NotNull(LenientXml.Parse("<a" + new string(' ', 1_000_000)) ?? LenientXml.Parse("<a/>"));
        Assert.NotNull(LenientXml.Parse("<a>" + new string('<', 1_000_000))!.Text);
        Assert.NotNull(LenientXml.Parse("<a>" + string.Concat(Enumerable.Repeat("<!--", 200_000)))!.Text);
        // Quadratic, each of them would take minutes.
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData("utf-8", "<?xml version='1.0'?><a>日本</a>", null)]
    [InlineData("shift_jis", "<?xml version='1.0' encoding='Shift_JIS'?><a>日本</a>", null)]
    [InlineData("gb18030", "<?xml version='1.0'?><a>日本</a>", "text/xml; charset=gb2312")]
    [InlineData("gb18030", "<?xml version='1.0' encoding='utf-8'?><a>日本经济贸易合作论坛在大连举行，双方企业代表就投资环境交换了意见。</a>", "text/xml; charset=utf-8")]
    [InlineData("euc-jp", "<html><head><meta charset=euc-jp></head>日本</html>", "text/html")]
    public void Encodings_are_believed_when_they_fit(string encoding, string text, string? contentType)
    {
        Encoding from = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        Assert.Equal(text, MarkupDecoder.Decode(from.GetBytes(text), contentType).Text);
    }
}
