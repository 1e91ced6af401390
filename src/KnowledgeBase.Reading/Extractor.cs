using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Annotations;
using KnowledgeBase.Reading.Languages;
using KnowledgeBase.Reading.Metadata;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading;

/// <summary>Finds all there is in a page or a text without deciding whether it is an article of this knowledge base. Pure, and may be used by several threads.</summary>
public sealed class Extractor(ContentFolder content)
{
    readonly Annotator _annotator = new(content);

    /// <summary>What a page holds.</summary>
    public Extraction Extract(FetchedPage page)
    {
        (PageStory? story, string reason) = PageReader.Read(page, content.FindPublisher(page.PublisherId)?.Story);
        if (story is null)
            return new() { Refusal = reason };
        string? headline = story.Metadata.Headline ?? page.Hints.Title;
        Extraction found = Extract(headline ?? "", story.Body.Text, LanguageDetector.Find($"{headline}\n{story.Body.Text}", story.Label ?? page.Hints.Language));
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
    public Extraction Extract(string text, Language? language) => Extract("", text, language ?? LanguageDetector.Find(text, null));

    Extraction Extract(string headline, string body, Language? language)
    {
        if (language is null)
            return new() { Body = body };
        AnnotatedBody found = _annotator.Annotate(language, headline, body);
        return new() { Body = body, Language = language, Topics = found.Topics, Quotes = found.Quotes, Mentions = found.Mentions, Figures = found.Figures };
    }
}
