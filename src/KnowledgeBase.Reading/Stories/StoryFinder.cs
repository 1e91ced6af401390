using AngleSharp.Html.Dom;
using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Metadata;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Finds what is left of a page when everything but the story is taken away.</summary>
static class StoryFinder
{
    public static StoryBody Find(IHtmlDocument document, Uri page, PageMetadata metadata) => SmartStory.Find(document, page);
}
