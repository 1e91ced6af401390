using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Takes the story from where its publisher keeps it, as an editor wrote down.</summary>
static class SelectedStory
{
    /// <summary>The story; empty when the page has no such element, or the selector can't be read.</summary>
    public static StoryBody Find(IHtmlDocument document, Uri page, StorySelectors selectors)
    {
        try
        {
            if (document.QuerySelector(selectors.Body) is not { } story)
                return StoryBody.Empty;
            HashSet<IElement> removed = selectors.Remove is { } remove ? [.. story.QuerySelectorAll(remove)] : [];
            return ElementBody.Read(story, page, removed.Contains);
        }
        catch (DomException)
        {
            return StoryBody.Empty;
        }
    }
}
