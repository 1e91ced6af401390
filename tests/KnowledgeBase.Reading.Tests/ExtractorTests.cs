using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Tests;

public class ExtractorTests
{
    static readonly Extractor Reader = new(Repository.Content);

    [Fact]
    public void A_page_gives_its_story_with_headline_and_annotations()
    {
        Extraction found = Reader.Extract(Examples.Page(Examples.Html(Examples.English)));

        Assert.Equal((Language.English, "Kobe pays half the rent"), (found.Language, found.Headline));
        Assert.StartsWith("Kobe invited", found.Body, StringComparison.Ordinal);
        Assert.Contains(found.Mentions, mention => mention.Id == "kobe");
    }

    [Fact]
    public void A_page_in_a_foreign_language_gives_its_story_without_annotations()
    {
        const string German = "<p>Die Stadt Kobe lud am Freitag chinesische Unternehmen ein und erklärte ihnen, was sie denen zahlt, die dort ein Büro eröffnen.</p>"
            + "<p>Die Stadt übernimmt drei Jahre lang die Hälfte der Miete, sagte eine Beamtin, und hofft auf mehr Zentralen im Hafen.</p>";

        Extraction found = Reader.Extract(Examples.Page(Examples.Html(German, "Kobe zahlt die halbe Miete", lang: "de")));

        Assert.Null(found.Language);
        Assert.StartsWith("Die Stadt Kobe", found.Body, StringComparison.Ordinal);
        Assert.Empty(found.Mentions);
    }

    [Fact]
    public void A_picture_gives_the_reason_why_it_holds_no_story() =>
        Assert.Contains("PNG", Reader.Extract(Examples.Page([0x89, .. "PNG\r\n"u8], "text/html")).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_plain_text_stays_as_it_is_so_that_positions_hold()
    {
        const string Text = "  神户市市长久元喜造表示：“我们欢迎中国企业。”\r\n";

        Extraction found = Reader.Extract(Text, null);

        Assert.Equal((Language.Chinese, Text), (found.Language, found.Body));
        Assert.Equal("我们欢迎中国企业。", Assert.Single(found.Quotes).Span.In(Text));
    }

    [Theory]
    [InlineData(", said the plan would go on and grow.")]
    [InlineData(", told reporters “The plan will go on and grow.”")]
    public void A_sentence_that_lost_its_subject_has_no_speaker(string text) =>
        Assert.All(Reader.Extract(text, Language.English).Quotes, quote => Assert.Null(quote.Named));
}
