using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Tests;

public sealed class QuestionWordsTests
{
    static readonly TextAnalysis Analysis = new(Examples.Content.HanVariants);
    static readonly QuestionWords Questions = new(Examples.Content.QuestionWords, Analysis);

    [Theory]
    [InlineData("港口建于哪一年？", "哪一年")]
    [InlineData("請問關稅為什麼提高", "請問 為什麼")]
    [InlineData("会談は何年にどこで開かれたか。", "何年 どこ か")]
    [InlineData("How many ports are there, and what kind of trade?", "how many what kind of")]
    public void What_only_asks_is_found_in_each_language(string text, string asking) => Assert.Equal(asking, AskingIn(text));

    [Theory]
    [InlineData("何立峰会见经济代表团")]
    [InlineData("几内亚的铝土矿")]
    [InlineData("これほどの関心")]
    [InlineData("somewhat larger sorts of things")]
    public void Names_and_parts_of_other_words_do_not_ask(string text) => Assert.Equal("", AskingIn(text));

    [Theory]
    [InlineData("港口什么时候开放", false)]
    [InlineData("港口 year:2019 什么时候", false)]
    [InlineData("什么时候", true)]
    [InlineData("港口 \"什么时候\"", true)]
    public void Question_words_weigh_only_where_they_are_quoted_or_all_there_is(string text, bool areWeighed)
    {
        WeighedTerms terms = new QueryAnalysis(Analysis, Questions).Analyze(QueryText.Parse(text).Part, []).Terms;
        string[] keys = [.. terms.First.Concat(terms.Second).SelectMany(term => term.Group.Units).Select(unit => unit.Unit.Key)];
        Assert.Equal(areWeighed, keys.Any(key => key.Contains('么', StringComparison.Ordinal)));
        Assert.NotEmpty(keys);
    }

    [Theory]
    [InlineData("how many ports were opened in the city of Kobe", "port")]
    [InlineData("神户港口是哪一年开放的", "port")]
    [InlineData("how many", "column")]
    [InlineData("哪一年", "column")]
    public async Task An_article_that_only_asks_the_same_answers_no_question(string text, string found)
    {
        await using TestIndex index = await TestIndex.OpenAsync(Examples.English("port", "Ports of Kobe · 神户港口"), Examples.English("column", "How many? 哪一年"));
        Assert.Equal([found], index.Names(text));
    }

    static string AskingIn(string text)
    {
        FoldedText folded = Analysis.Fold(text);
        List<AnalyzedTerm> words = Analysis.Words(folded);
        Asking asking = Questions.In(folded, words);
        bool[] marks = [.. Enumerable.Range(0, folded.Text.Length).Select(i => asking.Covers(new(default, 0, i, 1)))];
        return string.Join(' ', StretchesOf(folded.Text, marks));
    }

    static IEnumerable<string> StretchesOf(string text, bool[] marks)
    {
        for (int at = 0; at < text.Length; at++)
        {
            int start = at;
            while (at < text.Length && marks[at])
                at++;
            if (at > start)
                yield return text[start..at];
        }
    }
}
