using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Metadata;
using KnowledgeBase.Reading.Stories;

namespace KnowledgeBase.Reading.Pages;

/// <summary>A page taken apart, before anything is asked of its language.</summary>
/// <param name="Metadata">What the page says of its story.</param>
/// <param name="Body">The story; never empty.</param>
/// <param name="Label">The language the page says it is in; null when it says none of ours.</param>
sealed record PageStory(PageMetadata Metadata, StoryBody Body, Language? Label);

/// <summary>Takes a page apart.</summary>
static class PageReader
{
    /// <summary>A longer story is a book or a list; what is found in one takes time by its length.</summary>
    const int MaxStoryCharacters = 500_000;

    /// <summary>So much text around the longest story is no page: looking for one in 9 million letters took 5 s.</summary>
    const int MaxPageCharacters = 4 * MaxStoryCharacters;

    /// <summary>The parts, or the reason why there are none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="story">Where its publisher keeps the story; null where nobody said.</param>
    /// <param name="time">The clock by which a page may take too long; null for no limit.</param>
    public static (PageStory? Story, string Reason) Read(FetchedPage page, StorySelectors? story = null, TimeProvider? time = null)
    {
        if (PageRefusal.Find(page) is { } refusal)
            return (null, refusal);
        if (!Uri.TryCreate(page.FinalUrl, UriKind.Absolute, out Uri? address))
            return (null, $"'{page.FinalUrl}' is no address");
        try
        {
            return TakeApart(page, address, story, new TimeBudget(time));
        }
        catch (RegexMatchTimeoutException)
        {
            return (null, "its lines take too long to search");
        }
    }

    static (PageStory? Story, string Reason) TakeApart(FetchedPage page, Uri address, StorySelectors? selectors, TimeBudget budget)
    {
        DecodedPage decoded = PageDecoder.Decode(page.Body.Span, page.FindHeader("Content-Type"));
        if (MarkupBudget.Find(decoded.Text) is { } excess)
            return (null, excess);
        using IHtmlDocument document = new HtmlParser().ParseDocument(decoded.Text);
        if (PageShape.FindExcess(document, MaxPageCharacters) is { } shape)
            return (null, shape);
        if (budget.FindExcess() is { } parsing)
            return (null, parsing);
        LateParts.Show(document);
        PageMetadata metadata = PageMetadata.Read(document, address, page.FetchedAt);
        OtherStories.Remove(document, metadata.Headline);
        StoryBody body = StoryFinder.Find(document, address, metadata, selectors);
        if (body.Text.Length > MaxStoryCharacters)
            return (null, $"its story has {body.Text.Length} characters; at most {MaxStoryCharacters} are read");
        if (budget.FindExcess() is { } finding)
            return (null, finding);
        return body.Text.Length == 0 ? (null, "no story was found in it") : (new(metadata, body, LabelOf(document)), "");
    }

    static Language? LabelOf(IHtmlDocument document) =>
        Language.Find(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"));
}
