using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests;

public sealed class MarkedTextTests
{
    const string Filler = "The weather was mild and nothing of note took place on that day in the region. ";

    [Theory]
    [InlineData("investment", "Investors invested in the port", "Investors [invested] in the port")]
    [InlineData("invest", "They invest; investing pays, said the Kobe mayor", "They [invest]; [investing] pays, said the Kobe mayor")]
    [InlineData("國際", "关西国际机场", "关西[国际]机场")]
    [InlineData("国际机场", "關西國際機場和国际", "關西[國際機場]和国际")]
    [InlineData("パナソニック", "ﾊﾟﾅｿﾆｯｸが投資", "[ﾊﾟﾅｿﾆｯｸ]が投資")]
    [InlineData("kobe", "ＫＯＢＥ and Kōbe’s port", "[ＫＯＢＥ] and [Kōbe’s] port")]
    [InlineData("oﬃce", "One oﬃce, 20㎡", "One [oﬃce], 20㎡")]
    [InlineData("㈱ 20", "㈱松下 20", "[㈱]松下 [20]")]
    [InlineData("\"bank of japan\"", "The Bank of Japan and a bank", "The [Bank of Japan] and a bank")]
    [InlineData("inv*", "Invoices, investments", "[Invoices], [investments]")]
    [InlineData("投资 -贸易", "投资与贸易", "")]
    public async Task Marks_stand_on_the_original_text(string text, string headline, string expected)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", headline));
        Assert.Equal(expected, string.Concat(index.Search(text).Hits.Select(hit => Show(hit.Headline))));
    }

    [Fact]
    public async Task The_passage_is_the_one_that_has_most_of_what_was_asked()
    {
        string body = $"Kobe is a port. {Filler}{Filler}{Filler}Kobe pays rent subsidies to Chinese firms. {Filler}{Filler}";
        Hit hit = await OnlyHitAsync("Kobe subsidies", body);
        Assert.StartsWith("[Kobe] pays rent [subsidies] to Chinese firms.", Show(hit.Snippet), StringComparison.Ordinal);
        Assert.Equal(body.IndexOf("Kobe pays", StringComparison.Ordinal), hit.Snippet.Start);
        Assert.False(hit.Snippet.IsCutBefore);
    }

    [Fact]
    public async Task A_passage_begins_and_ends_with_whole_words()
    {
        string words = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"word{i}"));
        Hit hit = await OnlyHitAsync("zeppelin", $"{words} zeppelin {words}");
        Assert.InRange(hit.Snippet.Text.Length, 100, 170);
        Assert.StartsWith("word", hit.Snippet.Text, StringComparison.Ordinal);
        Assert.All(hit.Snippet.Text.Split(' '), word => Assert.Matches("^(word[0-9]+|zeppelin)$", word));
        Assert.True(hit.Snippet.IsCutBefore);
        Assert.True(hit.Snippet.IsCutAfter);
    }

    [Fact]
    public async Task A_passage_of_Han_is_about_eighty_characters_and_ends_at_a_full_stop_where_it_can()
    {
        string body = string.Concat(Enumerable.Repeat("这是一个与主题没有什么关系的长句子说明。", 10)) + "神户市为中国企业提供办公室租金补贴。" + string.Concat(Enumerable.Repeat("其他内容也在这里写得很长很长。", 10));
        Hit hit = await OnlyHitAsync("補貼", body);
        Assert.StartsWith("神户市为中国企业提供办公室租金[补贴]。", Show(hit.Snippet), StringComparison.Ordinal);
        Assert.InRange(hit.Snippet.Text.Length, 48, 80);
        Assert.EndsWith("。", hit.Snippet.Text, StringComparison.Ordinal);
        Assert.False(hit.Snippet.IsCutAfter);
    }

    [Fact]
    public async Task Without_words_the_passage_is_the_beginning_of_the_body()
    {
        Hit hit = await OnlyHitAsync("", $"\n\nKobe is a port. {Filler}{Filler}{Filler}");
        Assert.StartsWith("Kobe is a port.", hit.Snippet.Text, StringComparison.Ordinal);
        Assert.Empty(hit.Snippet.Marks);
        Assert.False(hit.Snippet.IsCutBefore);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("。")]
    public async Task The_shortest_bodies_have_a_passage(string body)
    {
        Hit hit = await OnlyHitAsync("", body);
        Assert.Equal(body.Trim(), hit.Snippet.Text.Trim());
    }

    [Fact]
    public async Task Passages_never_cut_a_character_in_two_and_marks_stay_inside()
    {
        var random = new Random(7);
        string[] parts = ["𠮷野家", "投資", "Kobe ", "。", "ﾊﾟﾅ", "é", "㈱", "\n\n", "😀", "international ", ". ", "、"];
        for (int i = 0; i < 60; i++)
        {
            string body = string.Concat(Enumerable.Range(0, 200).Select(_ => parts[random.Next(parts.Length)]));
            Hit hit = await OnlyHitAsync(new[] { "kobe", "投资", "𠮷", "internation*", "㈱" }[random.Next(5)], body);
            Assert.Equal(hit.Snippet.Text, body.Substring(hit.Snippet.Start, hit.Snippet.Text.Length));
            Assert.False(char.IsLowSurrogate(hit.Snippet.Text[0]) || char.IsHighSurrogate(hit.Snippet.Text[^1]));
            Assert.NotEmpty(hit.Snippet.Marks);
            Assert.All(hit.Snippet.Marks, mark => Assert.NotEmpty(mark.In(hit.Snippet.Text)));
            Assert.All(hit.Snippet.Marks.Zip(hit.Snippet.Marks.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        }
    }

    static async Task<Hit> OnlyHitAsync(string text, string body)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("a", "A headline", body));
        return Assert.Single(index.Search(text).Hits);
    }

    static string Show(MarkedText marked)
    {
        string text = marked.Text;
        foreach (TextSpan mark in marked.Marks.Reverse())
            text = text.Insert(mark.End, "]").Insert(mark.Start, "[");
        return text;
    }
}
