using System.Text.Json;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Tests.Articles;

public class NounTests
{
    [Theory]
    [InlineData("zh-TW", "zh")]
    [InlineData("ja_JP", "ja")]
    [InlineData("EN", "en")]
    public void A_language_is_found_by_its_tag(string tag, string code) => Assert.Equal(code, Language.Find(tag)!.Code);

    [Theory]
    [InlineData("fr")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_language_is_none_of_ours(string? tag) => Assert.Null(Language.Find(tag));

    [Fact]
    public void An_article_is_named_by_sixteen_hex_digits_of_its_address()
    {
        var id = ArticleId.Of("https://example.org/a");
        Assert.Matches("^[0-9a-f]{16}$", id.Value);
        Assert.Equal(id, ArticleId.Of("https://example.org/a"));
        Assert.NotEqual(id, ArticleId.Of("https://example.org/b"));
        Assert.Equal(id, ArticleId.Find(id.Value));
        Assert.Null(ArticleId.Find("../../etc/passwd"));
    }

    [Theory]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2019-10-03", "2019-10-03", "2019-10-03")]
    public void A_date_is_kept_as_exactly_as_it_is_known(string text, string first, string last)
    {
        PartialDate date = PartialDate.Find(text)!.Value;
        Assert.Equal(text, date.ToString());
        Assert.Equal(first, PartialDate.Of(date.FirstDay).ToString());
        Assert.Equal(last, PartialDate.Of(date.LastDay).ToString());
    }

    [Theory]
    [InlineData("2019-13")]
    [InlineData("2019-02-30")]
    [InlineData("19")]
    [InlineData("October 2019")]
    public void What_is_no_date_is_not_found(string text) => Assert.Null(PartialDate.Find(text));

    [Fact]
    public void Of_two_dates_that_begin_together_the_less_exact_comes_first() =>
        Assert.Equal(
            ["2019", "2019-01", "2019-01-01", "2019-02"],
            new[] { "2019-01-01", "2019-02", "2019", "2019-01" }.Select(text => PartialDate.Find(text)!.Value).Order().Select(date => date.ToString()));

    [Theory]
    [InlineData(null, "Ken Tanaka")]
    [InlineData(SpeakerKind.Person, "Ken Tanaka")]
    [InlineData(SpeakerKind.Organization, null)]
    [InlineData(SpeakerKind.Place, null)]
    [InlineData(SpeakerKind.Document, null)]
    public void Only_people_are_values_of_the_speaker_facet(SpeakerKind? kind, string? value)
    {
        Quote quote = new() { Span = new(0, 5), IsDirect = true, Speaker = "Ken Tanaka", SpeakerKind = kind };

        Article read = ArticleJson.Read(ArticleJson.Write(Examples.Article("https://example.org/a") with { Quotes = [quote] }));

        Assert.Equal(quote, Assert.Single(read.Quotes));
        Assert.Equal(value, quote.SpeakerValue);
    }

    [Fact]
    public void The_parts_of_a_rule_survive_JSON_and_lie_within_the_body()
    {
        Article article = Examples.Article("https://example.org/a");
        Provision first = new(ProvisionKind.Article, "article-1", new(0, 5), new(0, 16));

        Assert.Equal([first], ArticleJson.Read(ArticleJson.Write(article with { Provisions = [first] })).Provisions);
        Assert.Throws<JsonException>(() => ArticleJson.Read(ArticleJson.Write(article with { Provisions = [first with { Span = new(0, 100) }] })));
    }

    [Fact]
    public void An_article_survives_JSON_and_stays_readable_there()
    {
        Article article = Examples.Article("https://example.org/a") with { Headline = "神户＜外资＞", Published = PartialDate.Find("2019-10") };
        string json = ArticleJson.Write(article);
        Assert.Contains("神户＜外资＞", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', json);
        Assert.Equal(json, ArticleJson.Write(ArticleJson.Read(json)));
    }

    [Theory]
    [InlineData("""{"id":"zz"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void What_is_no_article_is_refused(string json) => Assert.Throws<JsonException>(() => ArticleJson.Read(json));

    [Fact]
    public void A_span_outside_the_body_is_refused()
    {
        Article article = Examples.Article("https://example.org/a") with { Mentions = [new(MentionKind.City, "kobe", new(0, 9_999))] };
        Assert.Throws<JsonException>(() => ArticleJson.Read(ArticleJson.Write(article)));
    }

    [Fact]
    public void The_speaker_facet_names_each_person_once()
    {
        Article article = Examples.Article("https://example.org/a") with
        {
            People = [new("takeo-donoue", null)],
            Quotes =
            [
                new() { Span = new(0, 1), IsDirect = true, PersonId = "takeo-donoue" },
                new() { Span = new(1, 1), IsDirect = true, Speaker = "Hanako Test" },
                new() { Span = new(2, 1), IsDirect = true },
            ],
        };
        Assert.Equal(["takeo-donoue", "Hanako Test"], article.Speakers);
    }
}
