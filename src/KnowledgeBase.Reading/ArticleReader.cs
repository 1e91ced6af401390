using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Annotations;
using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Briefs;
using KnowledgeBase.Reading.Languages;
using KnowledgeBase.Reading.Metadata;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading;

/// <summary>Turns a fetched page, or an editor's Markdown, into an article. Pure: no network, no database, and no clock but the one by which a page may take too long.</summary>
/// <param name="content">The vocabulary and rules.</param>
/// <param name="time">The clock by which a page may take too long; null for no limit.</param>
public sealed class ArticleReader(ContentFolder content, TimeProvider? time = null)
{
    /// <summary>Raised whenever the same input may give another article: everything is then read again.</summary>
    public const int Version = 11;

    const string EditorsId = "editors";

    /// <summary>How much of a story without headline stands for it.</summary>
    const int MaxHeadlineCharacters = 80;

    readonly Annotator _annotator = new(content);

    readonly ScopeCheck _scope = new(content);

    /// <summary>Names this reader with its vocabulary and rules, for <see cref="Storage.ReadingLog"/>.</summary>
    public string Stamp { get; } = $"{Version}-{content.VocabularyHash}";

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="following">The pages on which its article goes on, in their order; null for none.</param>
    public ReadResult Read(FetchedPage page, IReadOnlyList<FetchedPage>? following = null)
    {
        Publisher? publisher = content.FindPublisher(page.PublisherId);
        var budget = new TimeBudget(time);
        (PageStory? story, string reason) = PageReader.Read(page, publisher?.Story, budget);
        if (story is null)
            return new ReadResult.NoArticle($"{page.FinalUrl}: {reason}.");
        if (story.Metadata.IsLaterPage)
            return GoesOnIn(page);
        if (following is { Count: > 0 })
        {
            story = following.Select(later => PageReader.Read(later, publisher?.Story, new TimeBudget(time)).Story).OfType<PageStory>()
                .Aggregate(story, (known, later) => known with { Body = known.Body.FollowedBy(later.Body) });
            budget = new TimeBudget(time);
        }
        try
        {
            return Read(page, publisher, story, budget);
        }
        catch (TimeoutException late)
        {
            return new ReadResult.NoArticle($"{page.FinalUrl}: {PageReader.ReasonOf(late)}.");
        }
    }

    ReadResult Read(FetchedPage page, Publisher? publisher, PageStory story, TimeBudget budget)
    {
        string headline = PlainText.OneLine(story.Metadata.Headline ?? page.Hints.Title ?? FirstWords(story.Body.Text));
        if (LanguageDetector.Find($"{headline}\n{story.Body.Text}", story.Label ?? page.Hints.Language) is not { } language)
            return new ReadResult.NoArticle($"{page.FinalUrl}: it is in no language of this knowledge base (en, zh, ja).");
        AnnotatedBody found = _annotator.Annotate(language, headline, story.Body.Text, budget);
        if (_scope.FindReason(language, headline, story.Body.Text, found, publisher) is { } outOfScope)
            return new ReadResult.NoArticle($"{page.FinalUrl}: {outOfScope}.");
        var published = PublicationTime.Of(story.Metadata.Date, page.Hints.PublishedAt, publisher, page.FetchedAt);
        return new ReadResult.Read(new()
        {
            Id = ArticleId.Of(story.Metadata.Url),
            Url = story.Metadata.Url,
            Language = language,
            Kind = KindFinder.Find(publisher, headline, story.Body.Text),
            PublisherId = page.PublisherId,
            Headline = headline,
            Body = story.Body.Text,
            Marks = story.Body.Marks,
            Provisions = ProvisionFinder.Find(story.Body.Text),
            Byline = story.Metadata.Byline,
            Published = published.Day,
            PublishedAt = published.Moment,
            Alternates = story.Metadata.Alternates,
            Topics = found.Topics,
            Cities = found.Cities,
            Organizations = found.Organizations,
            Quotes = found.Quotes,
            Mentions = found.Mentions,
            Figures = found.Figures,
            FetchedAt = page.FetchedAt,
            Page = FactsOf(story, publisher, published, page.FetchedAt),
        });
    }

    /// <summary>What comes of a page on which an article goes on that began on another.</summary>
    internal static ReadResult GoesOnIn(FetchedPage page) => new ReadResult.NoArticle($"{page.FinalUrl}: an article goes on here that began on another page; it is read with that.");

    /// <summary>Reads an editor's file. What its front matter says holds; mentions and quotes are found in the text.</summary>
    public Article Read(Brief brief)
    {
        StoryBody body = BriefText.Read(brief.Markdown);
        AnnotatedBody found = _annotator.Annotate(brief.Language, brief.Title, body.Text);
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
            Provisions = ProvisionFinder.Find(body.Text),
            Summary = PlainText.OneLine(brief.Summary),
            Published = brief.Date,
            Family = brief.Family,
            Topics = brief.Topics,
            Cities = brief.Cities,
            Organizations = brief.Organizations,
            People = brief.People,
            Quotes = found.Quotes,
            Mentions = found.Mentions,
            Figures = found.Figures,
            Sources = brief.Sources,
        };
    }

    static PageFacts FactsOf(PageStory story, Publisher? publisher, PublicationTime published, DateTimeOffset fetchedAt)
    {
        var changed = PublicationTime.Of(story.Metadata.Changed, null, publisher, fetchedAt);
        bool isLater = changed.Moment is { } moment && published.Moment is { } first ? moment > first : changed.Day is { } day && published.Day is { } issued && string.CompareOrdinal($"{day}", $"{issued}") > 0;
        return story.Metadata.Facts with
        {
            Updated = isLater ? changed.Day : null,
            UpdatedAt = isLater ? changed.Moment : null,
            Documents = PageFactsFinder.FindDocuments(story.Body.Marks, story.Metadata.Facts.Documents),
        };
    }

    static string FirstWords(string body)
    {
        string line = body.Split('\n')[0];
        if (line.Length <= MaxHeadlineCharacters)
            return line;
        int end = char.IsHighSurrogate(line[MaxHeadlineCharacters - 1]) ? MaxHeadlineCharacters - 1 : MaxHeadlineCharacters;
        return line[..end].TrimEnd() + "…";
    }
}
