using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Tests;

public class ScopeTests
{
    readonly ArticleReader _reader = new(Repository.Content);

    [Theory]
    [InlineData("en", Examples.English)]
    [InlineData("zh", Examples.Chinese)]
    [InlineData("ja", Examples.Japanese)]
    public void What_is_about_China_Japan_and_the_economy_is_in_scope(string code, string body) =>
        Assert.IsType<ReadResult.Read>(_reader.Read(Examples.Page(Examples.Html(body, "Kobe 神戸", lang: code))));

    [Fact]
    public void Without_Japan_it_is_out_of_scope()
    {
        const string Body = "<p>Beijing told Chinese companies on Friday what the state pays to firms that open a factory in the west of the country, according to the ministry of commerce.</p>"
            + "<p>The state covers half of the rent for three years, an official said, and hopes that more of them will invest in China rather than in other markets of the region.</p>";

        Assert.Contains("out of scope: it speaks of Japan nowhere", ReasonOf(Body), StringComparison.Ordinal);
    }

    [Fact]
    public void A_passing_mention_of_China_is_out_of_scope()
    {
        const string Body = "<p>Tokyo told Japanese companies on Friday what the state pays to firms that open a factory in the north of the country, according to the ministry of the economy.</p>"
            + "<p>The state covers half of the rent for three years, an official said, and other nations such as Korea and China have programmes of their own for the makers of chips.</p>";

        Assert.Contains("it speaks of China once", ReasonOf(Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_economy_it_is_out_of_scope()
    {
        const string Body = "<p>A Chinese singer and a Japanese singer won the hearts of the audience in the old theatre on Friday night, when they sang the songs that their grandmothers had taught them.</p>"
            + "<p>The singer from China had never been in Japan before, and she told the people in the hall that she would come back as soon as she could, because they had been so kind to her.</p>";

        Assert.Contains("no matter of the economy", ReasonOf(Body), StringComparison.Ordinal);
    }

    [Fact]
    public void The_country_of_the_publisher_speaks_for_it_once()
    {
        Publisher publisher = Repository.Content.Publishers.First(publisher => publisher.Country == "JP");
        const string Body = "<p>The ministry said on Friday that exports to China rose by a tenth in the first half of the year, because Chinese makers of machines bought more parts from suppliers here.</p>"
            + "<p>Japanese firms expect the trade to grow further, an official said, and they plan to invest in new factories on the coast in the coming years, too.</p>";

        Assert.IsType<ReadResult.Read>(_reader.Read(Examples.Page(Examples.Html(Body, "Exports grow"), publisherId: publisher.Id)));
        Assert.IsType<ReadResult.NoArticle>(_reader.Read(Examples.Page(Examples.Html(Body, "Exports grow"), publisherId: "example")));
    }

    [Fact]
    public void A_folder_without_a_rule_takes_everything() =>
        Assert.IsType<ReadResult.Read>(new ArticleReader(Repository.Content with { Scope = null }).Read(Examples.Page(Examples.Html(
            "<p>The old theatre opened its doors again on Friday night, and the people of the town sang the songs that their grandmothers had taught them.</p>"))));

    string ReasonOf(string body) => Assert.IsType<ReadResult.NoArticle>(_reader.Read(Examples.Page(Examples.Html(body, "An example")))).Reason;
}
