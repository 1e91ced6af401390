using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Articles;
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
    /// <summary>The parts, or the reason why there are none.</summary>
    public static (PageStory? Story, string Reason) Read(FetchedPage page)
    {
        if (PageRefusal.Find(page) is { } refusal)
            return (null, refusal);
        if (!Uri.TryCreate(page.FinalUrl, UriKind.Absolute, out Uri? address))
            return (null, $"'{page.FinalUrl}' is no address");
        DecodedPage decoded = PageDecoder.Decode(page.Body.Span, page.FindHeader("Content-Type"));
        if (MarkupBudget.Find(decoded.Text) is { } excess)
            return (null, excess);
        using IHtmlDocument document = new HtmlParser().ParseDocument(decoded.Text);
        if (Nesting.IsTooDeep(document))
            return (null, $"its elements are nested deeper than {Nesting.MaxDepth}");
        PageMetadata metadata = PageMetadata.Read(document, address, page.FetchedAt);
        StoryBody body = StoryFinder.Find(document, address, metadata);
        return body.Text.Length == 0 ? (null, "no story was found in it") : (new(metadata, body, LabelOf(document)), "");
    }

    static Language? LabelOf(IHtmlDocument document) =>
        Language.Find(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"));
}
