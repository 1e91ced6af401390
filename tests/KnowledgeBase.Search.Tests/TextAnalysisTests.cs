using System.Globalization;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Tests;

public sealed class TextAnalysisTests
{
    static readonly TextAnalysis Analysis = new(Examples.Content.HanVariants);

    [Theory]
    [InlineData("The investments of Kobe's firms", "the invest of kobe firm")]
    [InlineData("U.S. tariffs: 1,000.5 goods, e-mail", "us tariff 1000.5 good e mail")]
    [InlineData("www.meti.go.jp", "www.meti.go.jp")]
    [InlineData("does a doe", "does a doe")]
    [InlineData("ＴＯＹＯＴＡ　Ｔōkyō", "toyota tokyo")]
    [InlineData("東京都は投資を歓迎", "东京 都 は 投资 を 欢迎")]
    [InlineData("歡迎企業投資", "欢迎 企业 投资")]
    [InlineData("关西国际机场2019年", "关西 国际 机场 2019 年")]
    public void Words_are_cut_and_folded(string text, string expected) => Assert.Equal(expected, Show(Analysis.Words(Analysis.Fold(text))));

    [Fact]
    public void Pairs_and_singles_reach_over_repetition_and_lengthening_marks()
    {
        FoldedText folded = Analysis.Fold("佐々木、ビール 〇一");
        Assert.Equal("佐々 々木 ビー ール 〇一", Show(TextAnalysis.Pairs(folded)));
        Assert.Equal("佐 々 木 ビ ー ル 〇 一", Show(TextAnalysis.Singles(folded)));
    }

    [Fact]
    public void There_are_174_stop_words() => Assert.Equal(174, StopWords.All.Count);

    [Fact]
    public void Runs_without_punctuation_are_cut_however_long_they_are()
    {
        string run = string.Concat(Enumerable.Repeat("関西国際空港", 5_000));
        List<AnalyzedTerm> words = Analysis.Words(Analysis.Fold(run));
        Assert.Equal(run.Length, words.Sum(word => word.Length));
        Assert.All(words, word => Assert.InRange(word.Length, 1, 6));
    }

    [Fact]
    public void Every_character_can_be_folded_and_keeps_its_place()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string text = $"a{(char)c}b\u3099";
            FoldedText folded = Analysis.Fold(text);
            Assert.Equal(folded.Text.Length, folded.Forms.Length);
            Assert.All(Analysis.Words(folded), word => Assert.InRange(folded.EndOf(word.Start + word.Length), folded.StartOf(word.Start) + 1, text.Length));
        }
    }

    [Fact]
    public void Another_table_of_forms_has_another_fingerprint()
    {
        Assert.NotEqual(Analysis.Fingerprint, new TextAnalysis(HanVariants.None).Fingerprint);
        Assert.Equal(Analysis.Fingerprint, new TextAnalysis(Examples.Content.HanVariants).Fingerprint);
    }

    [Fact]
    public async Task Threads_do_not_disturb_one_another()
    {
        string[] texts = [.. Enumerable.Range(0, 50).Select(i => string.Create(CultureInfo.InvariantCulture, $"関西国際空港に{i}社が投資し investors invested 恢复了航班"))];
        string[] expected = [.. texts.Select(text => Show(Analysis.Words(Analysis.Fold(text))))];
        string[][] found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => texts.Select(text => Show(Analysis.Words(Analysis.Fold(text)))).ToArray(), TestContext.Current.CancellationToken)));
        Assert.All(found, each => Assert.Equal(expected, each));
    }

    static string Show(IEnumerable<AnalyzedTerm> terms) => string.Join(' ', terms.Select(term => term.Text.ToString()));
}
