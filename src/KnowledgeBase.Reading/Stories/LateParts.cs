using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Shows what a page holds hidden until a script puts it into its place, as a browser would.</summary>
/// <remarks>React sends slow parts of a page last, as <c>&lt;div hidden id="S:2"&gt;</c>, and a script moves each to where <c>&lt;template id="B:2"&gt;</c> keeps its place. The story is often such a part.</remarks>
static class LateParts
{
    /// <summary>Puts every part that came late into its place, and shows what is hidden with more words than are shown.</summary>
    public static void Show(IHtmlDocument document)
    {
        if (document.Body is not { } body || body.QuerySelector("[hidden]") is null)
            return;
        Dictionary<string, IElement> places = new(StringComparer.Ordinal);
        foreach (IElement place in body.QuerySelectorAll("template[id^='B:'], template[id^='P:']"))
            places.TryAdd(place.Id![2..], place);
        foreach (IElement part in body.QuerySelectorAll("div[hidden][id^='S:']"))
            Place(part, places);
        List<(IElement Part, int Words)> hidden = [.. body.QuerySelectorAll("[hidden]").Where(part => part.ParentElement?.Closest("[hidden]") is null).Select(part => (part, PageShape.WordsOf(part)))];
        if (hidden.Count == 0)
            return;
        int shown = PageShape.WordsOf(body) - hidden.Sum(part => part.Words);
        foreach ((IElement part, _) in hidden.Where(part => part.Words > shown))
            part.RemoveAttribute("hidden");
    }

    static void Place(IElement part, Dictionary<string, IElement> places)
    {
        part.RemoveAttribute("hidden");
        // Each place is taken once, and a part can't stand within itself.
        if (places.Remove(part.Id![2..], out IElement? place) && !part.Contains(place))
            place.Replace(part);
    }
}
