using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Translation;

namespace KnowledgeBase.Search.Tests;

public sealed class AmountsTests
{
    static readonly TextAnalysis Analysis = new(Examples.Content.HanVariants);

    [Theory]
    [InlineData("on 24 December", "12月")]
    [InlineData("talks in Sept. 2021", "9月")]
    [InlineData("2021年12月24日", "12月")]
    [InlineData("3.5 billion dollars", "35亿")]
    [InlineData("100亿美元", "100亿")]
    [InlineData("1億7500万円", "1.75亿")]
    [InlineData("175,000 troops", "17万5000")]
    public void Months_and_numbers_are_written_as_in_chinese(string text, string form)
    {
        Amount amount = Assert.Single(new Amounts(Analysis).In(Analysis.Fold(text)));

        Assert.Contains(form, amount.Forms[Language.Chinese].Select(each => each.Written));
    }

    [Theory]
    [InlineData("12 月 24 日", "december|dec")]
    [InlineData("100億ドル", "10 billion|10000 million|10bn|10000mn|10000000000")]
    [InlineData("1.2万人", "12000")]
    [InlineData("百万", "")]
    public void They_are_written_as_in_english(string text, string forms) =>
        Assert.Equal(forms, string.Join('|', new Amounts(Analysis).In(Analysis.Fold(text)).SelectMany(amount => amount.Forms[Language.English]).Select(form => form.Written)));

    [Theory]
    [InlineData("march on the city")]
    [InlineData("You may go")]
    [InlineData("13月")]
    [InlineData("2021年")]
    [InlineData("version 3.5.1")]
    [InlineData("45 people")]
    [InlineData("99999999999兆兆")]
    [InlineData("1亿亿 999999999999万兆 999999999999兆兆")]
    public void Other_words_and_small_numbers_are_left_alone(string text) => Assert.Empty(new Amounts(Analysis).In(Analysis.Fold(text)));
}
