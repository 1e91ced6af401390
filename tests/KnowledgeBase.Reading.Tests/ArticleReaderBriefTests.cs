using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Tests.Bodies;

namespace KnowledgeBase.Reading.Tests;

public class ArticleReaderBriefTests
{
    [Fact]
    public void A_brief_is_an_article_with_what_its_front_matter_says()
    {
        var brief = new Brief
        {
            File = "articles/2019/kobe/en.md",
            Family = "2019/kobe",
            Language = Language.English,
            Title = "Kobe pays",
            Date = new(2019, 10),
            Summary = "A summary.",
            Topics = ["incentives"],
            Cities = ["kobe"],
            Organizations = ["jetro"],
            People = [new("takeo-donoue", "director")],
            Sources = [new("A page", "https://example.org/", null, null, null)],
            Markdown = "## What it pays\n\nUp to 45 million yen.",
            MarkdownLine = 12,
            Hash = "00",
        };

        Article article = new ArticleReader(Repository.Content).Read(brief);

        Assert.Equal("brief:2019/kobe/en", article.Url);
        Assert.Equal(ArticleId.Of(article.Url), article.Id);
        Assert.Equal("editors", article.PublisherId);
        Assert.Equal(ArticleKind.Brief, article.Kind);
        Assert.Equal("Kobe pays", article.Headline);
        Assert.Equal("What it pays\n\nUp to 45 million yen.", article.Body);
        Assert.Equal("What it pays", Assert.Single(article.Marks).Span.In(article.Body));
        Assert.Equal("A summary.", article.Summary);
        Assert.Equal(new PartialDate(2019, 10), article.Published);
        Assert.Equal("2019/kobe", article.Family);
        Assert.Equal(["incentives"], article.Topics);
        Assert.Equal(["kobe"], article.Cities);
        Assert.Equal(["jetro"], article.Organizations);
        Assert.Equal("takeo-donoue", Assert.Single(article.People).PersonId);
        Assert.Single(article.Sources);
        Assert.Null(article.FetchedAt);
    }

    [Fact]
    public void The_marks_of_every_brief_lie_where_they_should()
    {
        var reader = new ArticleReader(Repository.Content);

        Assert.NotEmpty(Repository.Content.Briefs);
        Assert.All(Repository.Content.Briefs, brief =>
        {
            Article article = reader.Read(brief);
            Assert.NotEqual("", article.Body);
            BodyLaws.Check(article.Body, article.Marks);
            Assert.Equal(article.Body, ArticleJson.Read(ArticleJson.Write(article)).Body);
        });
    }
}
