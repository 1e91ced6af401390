using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Families;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Families;

namespace KnowledgeBase.Search.Tests.Families;

public sealed class VersionKeysTests
{
    static readonly Sketching Sketching = new(new TextAnalysis(HanVariants.None));

    [Theory]
    [InlineData("https://example.org/en/2024/05/123.html", "https://example.org/ja/2024/05/123.html")]
    [InlineData("https://en.example.org/n3/c90000-20159157.html", "https://ja.example.org/n3/c90000-20159157.html")]
    [InlineData("https://www.example.org/story?id=20159&lang=en", "https://www.example.org/story?id=20159&lang=ja")]
    [InlineData("https://www.example.org/english/article/20159/", "https://jp.example.org/article/20159")]
    [InlineData("https://example.org/press/20240512_0034_en.pdf", "https://example.org/press/20240512_0034.pdf")]
    [InlineData("https://example.org/en-us/kobe-pays-half-the-rent", "https://example.org/ja-JP/kobe-pays-half-the-rent")]
    public void Addresses_that_differ_in_their_language_are_versions(string english, string japanese) =>
        Assert.True(AreVersions(At(english, Language.English), At(japanese, Language.Japanese)));

    [Theory]
    // Sections, the pages of a day, the first of the day, small counters.
    [InlineData("https://example.org/en/business/", "https://example.org/ja/business/")]
    [InlineData("https://example.org/en/foreign-direct-investment", "https://example.org/ja/foreign-direct-investment")]
    [InlineData("https://example.org/en/2024/05/12/", "https://example.org/ja/2024/05/12/")]
    [InlineData("https://example.org/en/news/20240512.html", "https://example.org/ja/news/20240512.html")]
    [InlineData("https://example.org/en/2024/05/12/01.html", "https://example.org/ja/2024/05/12/01.html")]
    [InlineData("https://example.org/en/news/123", "https://example.org/ja/news/123")]
    // Another story, another country, another site.
    [InlineData("https://example.org/en/2024/05/123.html", "https://example.org/ja/2024/05/124.html")]
    [InlineData("https://example.org/jp/2024/05/123.html", "https://example.org/2024/05/123.html")]
    [InlineData("https://en.example.org/2024/05/123.html", "https://ja.example.com/2024/05/123.html")]
    public void Sections_counters_and_other_addresses_are_not(string english, string japanese) =>
        Assert.False(AreVersions(At(english, Language.English), At(japanese, Language.Japanese)));

    [Fact]
    public void The_publisher_s_own_id_makes_versions_of_articles_at_unlike_addresses()
    {
        Article english = WithId(At("https://example.org/en/a", Language.English), "20240512-OYT1T50123");
        Article japanese = WithId(At("https://example.org/b", Language.Japanese), "20240512-OYT1T50123");
        Assert.True(AreVersions(english, japanese));
        Assert.False(AreVersions(english, WithId(japanese, "20240512-OYT1T50124")));
        Assert.False(AreVersions(WithId(english, "123"), WithId(japanese, "123")));
    }

    [Fact]
    public void Language_publisher_and_dates_have_to_agree_with_it()
    {
        Article english = At("https://example.org/en/2024/05/123.html", Language.English), japanese = At("https://example.org/ja/2024/05/123.html", Language.Japanese);
        Assert.True(AreVersions(english, japanese.WithDate("2024-05-17")));
        Assert.False(AreVersions(english, japanese.WithDate("2024-05-18")));
        Assert.False(AreVersions(english, japanese.WithDate("2024-05")));
        Assert.False(AreVersions(english, japanese with { Published = null }));
        Assert.False(AreVersions(english, japanese with { PublisherId = "another" }));
        Assert.False(AreVersions(english, At("https://example.org/2024/05/123.html", Language.English)));
    }

    [Fact]
    public async Task Versions_by_the_address_fold_like_any_family()
    {
        await using TestIndex index = await TestIndex.OpenAsync(At("https://example.org/en/2024/05/123.html", Language.English), At("https://example.org/ja/2024/05/123.html", Language.Japanese));
        Assert.Equal((2, 1), (index.Search("rent").Total, index.Search("rent").Stories));
    }

    static bool AreVersions(Article one, Article other)
    {
        FamilyTraits traits = Sketching.TraitsOf(one), others = Sketching.TraitsOf(other);
        Assert.Equal(traits.AreOneStoryWith(others), others.AreOneStoryWith(traits));
        return traits.AreOneStoryWith(others);
    }

    static Article At(string url, Language language) => (Examples.English(url, "Rent", "Rent.") with { Language = language }).WithDate("2024-05-12");

    static Article WithId(Article article, string id) => article with { Page = new() { PublishersId = id } };
}
