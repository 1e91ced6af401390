using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Briefs;

namespace KnowledgeBase.Reading.Tests.Briefs;

public class BriefTextTests
{
    [Fact]
    public void Paragraphs_are_blocks_with_an_empty_line_between_them()
    {
        StoryBody body = BriefText.Read("First,\nstill first.\n\n\n\nSecond.\n");

        Assert.Equal("First, still first.\n\nSecond.", body.Text);
        Assert.Empty(body.Marks);
    }

    [Fact]
    public void A_line_broken_between_Chinese_characters_leaves_no_space() =>
        Assert.Equal("日中双方进一步加强合作。", BriefText.Read("日中双方进一步\n加强合作。").Text);

    [Theory]
    [InlineData("## Kobe", BodyMarkKind.Heading, "Kobe")]
    [InlineData("### Kobe", BodyMarkKind.Subheading, "Kobe")]
    [InlineData("#### Kobe", BodyMarkKind.Subheading, "Kobe")]
    [InlineData("- Kobe", BodyMarkKind.ListItem, "Kobe")]
    [InlineData("1. Kobe", BodyMarkKind.NumberedItem, "Kobe")]
    [InlineData("> Kobe", BodyMarkKind.BlockQuote, "Kobe")]
    public void A_block_that_is_no_plain_paragraph_is_marked_as_a_whole(string markdown, BodyMarkKind kind, string text)
    {
        StoryBody body = BriefText.Read("Before.\n\n" + markdown + "\n\nAfter.");

        BodyMark mark = Assert.Single(body.Marks);
        Assert.Equal(kind, mark.Kind);
        Assert.Equal(text, mark.Span.In(body.Text));
    }

    [Fact]
    public void A_table_is_one_block_a_row_with_tabs_between_the_cells()
    {
        StoryBody body = BriefText.Read("| Year | Amount |\n|---|---|\n| 2019 | 3 |\n| 2020 | |\n");

        Assert.Equal("Year\tAmount\n\n2019\t3\n\n2020\t", body.Text);
        Assert.Equal([BodyMarkKind.TableHead, BodyMarkKind.TableRow, BodyMarkKind.TableRow], body.Marks.Select(mark => mark.Kind));
        Assert.Equal("2020\t", body.Marks[2].Span.In(body.Text));
    }

    [Fact]
    public void Linked_and_stressed_words_are_marked_exactly_inside_one_another()
    {
        StoryBody body = BriefText.Read("神戸市は **[最大 4,500 万円](https://example.org/a?b=1)** を*助成*する。");

        Assert.Equal("神戸市は 最大 4,500 万円 を助成する。", body.Text);
        Assert.Equal(
            ["Link 最大 4,500 万円 https://example.org/a?b=1", "Strong 最大 4,500 万円 ", "Emphasis 助成 "],
            body.Marks.Select(mark => $"{mark.Kind} {mark.Span.In(body.Text)} {mark.Target}"));
    }

    [Theory]
    [InlineData("[words](javascript:alert(1))")]
    [InlineData("[words](file:///etc/passwd)")]
    [InlineData("[words](../elsewhere)")]
    [InlineData("[words](mailto:a@example.org)")]
    public void A_link_that_leads_nowhere_on_the_web_is_plain_words(string markdown)
    {
        StoryBody body = BriefText.Read(markdown);

        Assert.Equal("words", body.Text);
        Assert.Empty(body.Marks);
    }

    [Fact]
    public void Html_does_not_pass_through()
    {
        StoryBody body = BriefText.Read("<script>alert(1)</script>\n\nA <b onclick=\"x()\">bold</b> word &amp; more.\n\n<div>\nhidden\n</div>\n");

        Assert.Equal("A bold word & more.", body.Text);
    }

    [Fact]
    public void Pictures_are_left_out() => Assert.Equal("Before after.", BriefText.Read("Before ![a harbour](https://example.org/a.jpg) after.").Text);

    [Fact]
    public void A_second_paragraph_of_an_item_is_a_plain_paragraph()
    {
        StoryBody body = BriefText.Read("1. One\n\n   More of one\n2. Two");

        Assert.Equal("One\n\nMore of one\n\nTwo", body.Text);
        Assert.Equal(["One", "Two"], body.Marks.Select(mark => mark.Span.In(body.Text)));
    }

    [Fact]
    public void Code_units_that_are_not_seen_are_left_out_and_lone_surrogates_replaced()
    {
        StoryBody body = BriefText.Read("A\u200Bb\u202Ec\uD800d e\u0301 \uFA19");

        Assert.Equal("Abc\uFFFDd \u00E9 \uFA19", body.Text);
    }
}
