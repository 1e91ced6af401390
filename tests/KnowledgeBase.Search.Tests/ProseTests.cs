using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Tests;

public sealed class ProseTests
{
    [Theory]
    [InlineData("“我们欢迎外国企业。”")]
    [InlineData("发言人表示：“我们欢迎外国企业，也会保护他们的权益。”")]
    [InlineData("\"We welcome foreign companies,\" the mayor said")]
    [InlineData("Some mayors: \"Rent does not matter!\"")]
    [InlineData("\"The city will pay half of the rent for three years.\"")]
    [InlineData("\"It is the first visit 'in ten years,' \" the mayor said")]
    [InlineData("Kobe \"pays half\" of the rent that foreign firms owe each year")]
    [InlineData("神戸市は「半額」を補助する、と発表")]
    [InlineData("神户将“免租”三年")]
    [InlineData("神户市市长称这项规定为“愚蠢的错误”")]
    [InlineData("Kobe has a \"help for rent\" programme again.")]
    [InlineData("It's *not* true that Kobe \"pays\" for all rent")]
    public void Quotation_marks_of_a_sentence_ask_for_nothing(string text) => Assert.IsType<QueryPart.Words>(QueryText.Parse(text).Part);

    [Theory]
    [InlineData("\"Kobe Steel\"")]
    [InlineData("“神户制钢”")]
    [InlineData("\"U.S.\"")]
    [InlineData("\"Hitachi Construction Machinery Co., Ltd.\"")]
    [InlineData("\"How Kobe helps foreign firms with rent, hiring and set-up costs\"")]
    [InlineData("\"half of the rent\"~5")]
    [InlineData("“神户制钢”~5")]
    public void A_phrase_stays_a_phrase(string text) => Assert.IsType<QueryPart.Phrase>(QueryText.Parse(text).Part);

    [Theory]
    [InlineData("神户“投资环境”")]
    [InlineData("神户 “免租” 三年")]
    [InlineData("神户\"免租\"三年")]
    [InlineData("\"joint venture\" Toyota Motor Corp.")]
    public void Beside_a_few_words_a_phrase_stays_a_phrase(string text) => Assert.Contains(Assert.IsType<QueryPart.All>(QueryText.Parse(text).Part).Parts, part => part is QueryPart.Phrase);

    [Theory]
    [InlineData("*not*", "not")]
    [InlineData("Kobe is *so* expensive", "Kobe is so expensive")]
    public void Stars_around_a_word_stress_it(string text, string words) => Assert.Equal(new QueryPart.Words(words), QueryText.Parse(text).Part);

    [Theory]
    [InlineData("title:\"Who pays?\"")]
    [InlineData("\"Who pays?\" -Kobe")]
    [InlineData("\"Who pays?\" OR rent")]
    public void Beside_other_signs_of_a_query_no_quotation_is_a_sentence(string text) => Assert.IsNotType<QueryPart.Words>(QueryText.Parse(text).Part);
}
