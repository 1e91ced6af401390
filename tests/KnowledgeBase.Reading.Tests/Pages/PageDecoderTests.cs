using System.Text;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading.Tests.Pages;

public class PageDecoderTests
{
    static readonly string Chinese = Examples.Html(Examples.Chinese, "神户市补助外国企业");
    static readonly string Japanese = Examples.Html(Examples.Japanese, "神戸市が外国企業を補助");

    public static TheoryData<string, string> Pages => new()
    {
        { "gb18030", Chinese }, { "gb2312", Chinese }, { "big5", "<p>日本貿易機構十五日在神戶舉行說明會，向中國企業介紹當地的投資環境和補助制度。</p>" },
        { "shift_jis", Japanese }, { "euc-jp", Japanese }, { "iso-2022-jp", Japanese }, { "utf-8", Chinese }, { "utf-8", Japanese },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_that_names_no_encoding_is_read_by_what_its_bytes_look_like(string label, string html) =>
        Assert.Equal(html, Decode(html, label, "text/html"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_header_is_believed(string label, string html) => Assert.Equal(html, Decode(html, label, $"text/html; charset={label}"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_header_that_cannot_be_right_is_overruled(string label, string html) =>
        Assert.Equal(html, Decode(html, label, label == "utf-8" ? "text/html; charset=gb2312" : "text/html; charset=utf-8"));

    [Theory]
    [InlineData("<meta charset=\"{0}\">")]
    [InlineData("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset={0}'>")]
    [InlineData("<!-- <meta charset='big5'> --><meta charset={0}>")]
    public void A_declaration_in_the_page_is_believed(string meta)
    {
        // Two characters are no evidence for any detection.
        string html = $"<html><head>{string.Format(System.Globalization.CultureInfo.InvariantCulture, meta, "iso-8859-2")}</head><p>Łódź</p>";

        Assert.Equal(html, Decode(html, "iso-8859-2", null));
    }

    [Fact]
    public void The_header_comes_before_the_declaration()
    {
        string html = Chinese.Replace("<head>", "<head><meta charset='utf-8'>", StringComparison.Ordinal);

        Assert.Equal(html, Decode(html, "gb18030", "text/html; charset=gb18030"));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    public void A_byte_order_mark_comes_before_everything(string label)
    {
        Encoding encoding = CharacterEncodings.Find(label)!;
        byte[] bytes = [.. encoding.CodePage == 65001 ? [0xEF, 0xBB, 0xBF] : encoding.GetPreamble(), .. encoding.GetBytes(Chinese)];

        Assert.Equal(Chinese, PageDecoder.Decode(bytes, "text/html; charset=shift_jis").Text);
    }

    [Fact]
    public void An_xml_declaration_is_believed() =>
        Assert.Equal(28592, PageDecoder.Decode("<?xml version='1.0' encoding='iso-8859-2'?><html/>"u8, null).Encoding.CodePage);

    [Theory]
    [InlineData("text/html; charset=iso-8859-1")]
    [InlineData("text/html")]
    public void Curly_apostrophes_of_Western_text_are_no_Japanese(string contentType)
    {
        const string Html = "<p>The city’s mayor said it’s the port’s day. ‘We’ll see’, he said.</p>";

        Assert.Equal(Html, Decode(Html, "windows-1252", contentType));
    }

    [Theory]
    [InlineData("text/html; charset=no-such-thing")]
    [InlineData("charset=")]
    [InlineData(";;;")]
    public void A_label_that_names_nothing_is_passed_over(string contentType) =>
        Assert.Equal(Japanese, Decode(Japanese, "euc-jp", contentType));

    [Fact]
    public void One_broken_character_does_not_overrule_the_label()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Japanese), 0xE3, 0x81];

        Assert.StartsWith(Japanese, PageDecoder.Decode(bytes, "text/html; charset=utf-8").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_become_text()
    {
        var random = new Random(5080);
        byte[] bytes = new byte[300];
        for (int i = 0; i < 200; i++)
        {
            random.NextBytes(bytes);
            Assert.NotEqual("", PageDecoder.Decode(bytes, null).Text);
        }
        Assert.Equal("", PageDecoder.Decode([], null).Text);
    }

    static string Decode(string html, string label, string? contentType) =>
        PageDecoder.Decode(CharacterEncodings.Find(label)!.GetBytes(html), contentType).Text;
}
