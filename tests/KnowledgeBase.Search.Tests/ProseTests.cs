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
    public void Quotation_marks_of_a_sentence_ask_for_nothing(string text) => Assert.IsType<QueryPart.Words>(QueryText.Parse(text).Part);

    [Theory]
    [InlineData("\"Kobe Steel\"")]
    [InlineData("“神户制钢”")]
    [InlineData("\"U.S.\"")]
    [InlineData("\"Hitachi Construction Machinery Co., Ltd.\"")]
    [InlineData("\"How Kobe helps foreign firms with rent, hiring and set-up costs\"")]
    [InlineData("\"half of the rent\"~5")]
    public void A_phrase_stays_a_phrase(string text) => Assert.IsType<QueryPart.Phrase>(QueryText.Parse(text).Part);

    [Theory]
    [InlineData("title:\"Who pays?\"")]
    [InlineData("\"Who pays?\" -Kobe")]
    [InlineData("\"Who pays?\" OR rent")]
    public void Beside_other_signs_of_a_query_no_quotation_is_a_sentence(string text) => Assert.IsNotType<QueryPart.Words>(QueryText.Parse(text).Part);
}
