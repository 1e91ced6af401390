using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Tests;

public sealed class WordCuttersTests
{
    readonly TextAnalysis _analysis = new(Examples.Content.HanVariants);

    [Theory]
    [InlineData("投資環境について", true)]
    [InlineData("日中経済対話", false)]
    [InlineData("日本贸易振兴机构在神户举办说明会，介绍当地对外国企业的各项优惠政策。", false)]
    [InlineData("优衣库在上海推出「ヒートテック」系列，店员表示中国消费者对新品反应热烈，预计冬季销量将明显增长，门店数量也会继续增加，明年还将在成都、武汉、西安等地开设新的旗舰店，并为当地大学毕业生提供数百个就业岗位。", false)]
    [InlineData("优衣库推出「の」字标志的新品，店员表示中国消费者对新品反应热烈，预计冬季销量将明显增长。", false)]
    [InlineData("English only", false)]
    public void A_text_with_more_than_a_little_kana_is_Japanese(string text, bool isJapanese) => Assert.Equal(isJapanese, WordCutters.IsJapanese(text));

    [Theory]
    [InlineData("我们欢迎中国企业来神户投资")]
    [InlineData("歡迎中國企業來神戶投資")]
    [InlineData("中国企業の投資を歓迎します")]
    [InlineData("関西国際空港")]
    [InlineData("ー々〆〇")]
    [InlineData("佐々木社長ラーメンー")]
    public void The_words_of_a_run_cover_it_without_gap_or_overlap(string run)
    {
        List<AnalyzedTerm> words = _analysis.Words(_analysis.Fold(run));
        Assert.Equal(run.Length, words.Sum(word => word.Length));
        Assert.Equal(words.Select(word => word.Start + word.Length).Prepend(0).SkipLast(1), words.Select(word => word.Start));
        Assert.Equal(Enumerable.Range(0, words.Count), words.Select(word => word.Position));
    }

    [Fact]
    public void A_run_of_any_length_is_cut()
    {
        string run = string.Concat(Enumerable.Repeat("日本企业在上海投资", 3_000));
        Assert.Equal(run.Length, _analysis.Words(_analysis.Fold(run)).Sum(word => word.Length));
    }

    [Fact]
    public void Simplified_and_traditional_are_cut_into_the_same_words() =>
        Assert.Equal(WordsOf("欢迎企业来神户投资"), WordsOf("歡迎企業來神戶投資"));

#if SMARTCN
    [Fact]
    public void Chinese_is_cut_by_SmartCn()
    {
        Assert.Contains("SmartCn", WordCutters.Names, StringComparison.Ordinal);
        Assert.Equal(["我们", "欢迎", "中国", "企业", "来", "神户", "投资"], WordsOf("我们欢迎中国企业来神户投资"));
    }
#else
    [Fact]
    public void Without_a_cutter_of_its_own_Chinese_is_cut_by_ICU() => Assert.DoesNotContain("SmartCn", WordCutters.Names, StringComparison.Ordinal);
#endif

#if KUROMOJI
    [Fact]
    public void Japanese_is_cut_by_Kuromoji_and_compounds_into_their_parts()
    {
        Assert.Contains("Kuromoji", WordCutters.Names, StringComparison.Ordinal);
        Assert.Equal(["関西", "国際", "空港", "の", "利用"], [.. _analysis.Words(_analysis.Fold("関西国際空港の利用")).Select(word => "関西国際空港の利用".Substring(word.Start, word.Length))]);
    }
#endif

    List<string> WordsOf(string text) => [.. _analysis.Words(_analysis.Fold(text)).Select(word => word.Text.ToString())];
}
