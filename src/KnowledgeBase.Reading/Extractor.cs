using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Annotations;
using KnowledgeBase.Reading.Languages;
using KnowledgeBase.Reading.Metadata;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading;

/// <summary>Finds all there is in a page or a text without deciding whether it is an article of this knowledge base. Pure but for the clock, and may be used by several threads.</summary>
/// <param name="content">The vocabulary and rules.</param>
/// <param name="time">The clock by which a page or text may take too long; null for no limit.</param>
public sealed class Extractor(ContentFolder content, TimeProvider? time = null)
{
    readonly Annotator _annotator = new(content);

    /// <summary>What a page holds.</summary>
    public Extraction Extract(FetchedPage page)
    {
        var budget = new TimeBudget(time);
        (PageStory? story, string reason) = PageReader.Read(page, content.FindPublisher(page.PublisherId)?.Story, budget);
        if (story is null)
            return new() { Refusal = reason };
        string? headline = story.Metadata.Headline ?? page.Hints.Title;
        Extraction found = Extract(headline ?? "", story.Body.Text, LanguageDetector.Find($"{headline}\n{story.Body.Text}", story.Label ?? page.Hints.Language), budget);
        return found with
        {
            Headline = headline,
            Byline = story.Metadata.Byline,
            Published = PublicationTime.Of(story.Metadata.Date, page.Hints.PublishedAt, content.FindPublisher(page.PublisherId), page.FetchedAt).Day,
        };
    }

    /// <summary>What a plain text holds; its body is the text unchanged.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language; null when it has to be found.</param>
    public Extraction Extract(string text, Language? language) => Extract("", text, language ?? LanguageDetector.Find(text, null), new TimeBudget(time));

    Extraction Extract(string headline, string body, Language? language, TimeBudget budget)
    {
        if (language is null)
            return new() { Body = body };
        if (Annotate(headline, body, language, budget, out string reason) is not { } found)
            return new() { Refusal = reason };
        return new() { Body = body, Language = language, Topics = found.Topics, Quotes = found.Quotes, Mentions = found.Mentions, Figures = found.Figures };
    }

    AnnotatedBody? Annotate(string headline, string body, Language language, TimeBudget budget, out string reason)
    {
        try
        {
            reason = "";
            return _annotator.Annotate(language, headline, body, budget);
        }
        catch (TimeoutException late)
        {
            reason = PageReader.ReasonOf(late);
            return null;
        }
    }
}
