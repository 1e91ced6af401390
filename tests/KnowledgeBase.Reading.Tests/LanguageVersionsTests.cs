using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using KnowledgeBase.Reading.Metadata;

namespace KnowledgeBase.Reading.Tests;

public sealed class LanguageVersionsTests
{
    [Fact]
    public void Addresses_named_with_one_of_our_languages_are_the_pages_other_versions() => Assert.Equal(
        ["https://example.org/ja/1", "https://example.org/zh/1?a=b"],
        Find("""
            <link rel="alternate" hreflang="en" href="/en/1"><link rel="alternate" hreflang="zh-Hant" href="/zh/1?a=b#top">
            <link rel="alternate" hreflang="ja" href="https://example.org/ja/1"><link rel="ALTERNATE" hreflang="JA-jp" href="/ja/1">
            """));

    [Fact]
    public void Other_languages_feeds_and_what_is_no_address_are_left_out() => Assert.Empty(Find("""
        <link rel="alternate" hreflang="fr" href="/fr/1"><link rel="alternate" hreflang="x-default" href="/"><link rel="alternate" type="application/rss+xml" href="/feed">
        <link rel="alternate" hreflang="ja" href="javascript:alert(1)"><link rel="canonical" hreflang="ja" href="/ja/1"><link rel="alternate" hreflang="zh" href="">
        """));

    [Fact]
    public void A_page_that_names_everything_is_cut_short() =>
        Assert.Equal(20, Find(string.Concat(Enumerable.Range(0, 50).Select(i => $"<link rel=alternate hreflang=ja href=/ja/{i}>"))).Length);

    static ImmutableArray<string> Find(string head) =>
        LanguageVersions.Find(new HtmlParser().ParseDocument($"<head>{head}</head>"), new Uri("https://example.org/en/1"), "https://example.org/en/1");
}
