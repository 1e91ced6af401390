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
    /// <summary>A longer story is a book or a list; what is found in one takes time by its length. In Latin letters: 80,000 words, or 166,000 Han characters.</summary>
    const int MaxStoryWeight = 500_000;

    /// <summary>So much text around the longest story is no page: looking for one in 9 million letters took 5 s.</summary>
    const int MaxPageCharacters = 4 * MaxStoryWeight;

    /// <summary>The parts, or the reason why there are none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="story">Where its publisher keeps the story; null where nobody said.</param>
    /// <param name="budget">How long it may take; null for no limit.</param>
    public static (PageStory? Story, string Reason) Read(FetchedPage page, StorySelectors? story = null, TimeBudget? budget = null)
    {
        if (PageRefusal.Find(page) is { } refusal)
            return (null, refusal);
        if (!Uri.TryCreate(page.FinalUrl, UriKind.Absolute, out Uri? address))
            return (null, $"'{page.FinalUrl}' is no address");
        try
        {
            return TakeApart(page, address, story, budget);
        }
        catch (TimeoutException late)
        {
            return (null, ReasonOf(late));
        }
    }

    /// <summary>Why a page is left that takes too long, in one line.</summary>
    public static string ReasonOf(TimeoutException late) => late is RegexMatchTimeoutException ? "its lines take too long to search" : late.Message;

    static (PageStory? Story, string Reason) TakeApart(FetchedPage page, Uri address, StorySelectors? selectors, TimeBudget? budget)
    {
        DecodedPage decoded = PageDecoder.Decode(page.Body.Span, page.FindHeader("Content-Type"));
        if (MarkupBudget.Find(decoded.Text) is { } excess)
            return (null, excess);
        using IHtmlDocument document = new HtmlParser().ParseDocument(decoded.Text);
        if (PageShape.FindExcess(document, MaxPageCharacters) is { } shape)
            return (null, shape);
        budget?.Check();
        LateParts.Show(document);
        PageMetadata metadata = PageMetadata.Read(document, address, page.FetchedAt);
        budget?.Check();
        OtherStories.Remove(document, metadata.Headline);
        SiteFurniture.Remove(document);
        StoryBody body = StoryFinder.Find(document, address, metadata, selectors);
        if (body.Weight > MaxStoryWeight)
            return (null, $"its story is as long as {body.Weight} letters, a Han character being {PlainText.LettersPerIdeograph}; at most {MaxStoryWeight} are read");
        budget?.Check();
        return body.Text.Length == 0 ? (null, "no story was found in it") : (new(metadata, body, LabelOf(document)), "");
    }

    static Language? LabelOf(IHtmlDocument document) =>
        Language.Find(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"));
}
