using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Briefs;

namespace KnowledgeBase.Reading;

/// <summary>Turns a fetched page, or an editor's Markdown, into an article. Pure: no network, no database, no clock.</summary>
public sealed class ArticleReader(ContentFolder content)
{
    /// <summary>Raised whenever the same input may give another article: everything is then read again.</summary>
    public const int Version = 1;

    const string EditorsId = "editors";

    /// <summary>Names this reader with its vocabulary and rules, for <see cref="Storage.ReadingLog"/>.</summary>
    public string Stamp { get; } = $"{Version}-{content.VocabularyHash}";

    /// <summary>Reads a page.</summary>
    public ReadResult Read(FetchedPage page)
    {
        SmartReader.Article story = SmartReader.Reader.ParseArticle(page.FinalUrl, System.Text.Encoding.UTF8.GetString(page.Body.Span), null);
        if (!story.IsReadable || content.FindPublisher(page.PublisherId)?.Language is not { } language)
            return new ReadResult.NoArticle("no story was found in the page");
        var body = new BodyBuilder();
        foreach (string line in story.TextContent.Split('\n'))
        {
            body.Append(line);
            body.EndBlock();
        }
        return new ReadResult.Read(new()
        {
            Id = ArticleId.Of(page.FinalUrl),
            Url = page.FinalUrl,
            Language = language,
            Kind = ArticleKind.News,
            PublisherId = page.PublisherId,
            Headline = PlainText.OneLine(story.Title),
            Body = body.Build().Text,
            FetchedAt = page.FetchedAt,
        });
    }

    /// <summary>Reads an editor's file. What its front matter says holds; mentions and quotes are found in the text.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "The annotations it will hold come from the content folder.")]
    public Article Read(Brief brief)
    {
        StoryBody body = BriefText.Read(brief.Markdown);
        return new()
        {
            Id = ArticleId.Of(brief.Url),
            Url = brief.Url,
            Language = brief.Language,
            Kind = brief.Kind,
            PublisherId = EditorsId,
            Headline = PlainText.OneLine(brief.Title),
            Body = body.Text,
            Marks = body.Marks,
            Summary = PlainText.OneLine(brief.Summary),
            Published = brief.Date,
            Family = brief.Family,
            Topics = brief.Topics,
            Cities = brief.Cities,
            Organizations = brief.Organizations,
            People = brief.People,
            Sources = brief.Sources,
        };
    }
}
