using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Tests.Metadata;

public class HeadlineTests
{
    static readonly ContentFolder Content = Repository.Content with { Scope = null };

    [Fact]
    public void Of_three_headlines_the_one_that_people_see_is_taken() =>
        Assert.Equal("Half the rent: what Kobe offers", Read("Kobe pays half the rent - The Port Gazette", "Kobe will pay rent for foreign firms", "Half the rent: what Kobe offers"));

    [Fact]
    public void A_heading_about_something_else_is_no_headline() =>
        Assert.Equal("Kobe will pay rent for foreign firms", Read("Kobe pays half the rent - The Port Gazette", "Kobe will pay rent for foreign firms", "Business and markets"));

    [Fact]
    public void A_headline_that_searchers_and_sharers_are_told_alike_stays() =>
        Assert.Equal("Kobe pays half the rent", Read("Kobe pays half the rent - The Port Gazette", "Kobe pays half the rent", "Half the rent: what Kobe offers"));

    [Fact]
    public void Without_blanks_pairs_of_characters_are_shared() =>
        Assert.Equal("神户出一半房租：外企怎么申请", Read("神户补贴一半房租", "神户向外企伸出橄榄枝", "神户出一半房租：外企怎么申请"));

    static string Read(string title, string shared, string shown) =>
        Assert.IsType<ReadResult.Read>(new ArticleReader(Content).Read(Examples.Page($"<html lang='en'><head><title>{title}</title><meta property='og:site_name' content='The Port Gazette'><meta property='og:title' content='{shared}'></head><body><h1>{shown}</h1>{Examples.English}</body></html>"))).Article.Headline;
}
