using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>The short lines people see on a page, and which of them is the headline.</summary>
sealed partial class ShownLines
{
    /// <summary>Byline, section, picture and share buttons stand between headline and date. A guess, checked on the development pages.</summary>
    const int LinesAfterHeadline = 15;

    const int LinesBeforeHeadline = 6;

    readonly Lazy<List<ShownLine>> _all;
    readonly Lazy<int> _headline;
    readonly Lazy<HashSet<IElement>> _aroundHeadline;

    /// <param name="document">The page.</param>
    /// <param name="headline">Its headline; null when it has none.</param>
    public ShownLines(IDocument document, string? headline)
    {
        _all = new(() => Read(document));
        _headline = new(() => IndexOf(headline));
        _aroundHeadline = new(() => _headline.Value < 0 ? [] : [.. All[_headline.Value].Element.GetAncestors().OfType<IElement>()]);
    }

    /// <summary>All lines, in their order.</summary>
    public IReadOnlyList<ShownLine> All => _all.Value;

    /// <summary>The lines beside the headline: those below it, then those above it, nearest first. None when no headline is seen.</summary>
    public IEnumerable<ShownLine> NearHeadline() =>
        _headline.Value is >= 0 and var at ? BelowHeadline(LinesAfterHeadline).Concat(All.Take(at).TakeLast(LinesBeforeHeadline).Reverse()) : [];

    /// <summary>The lines below the headline. None when no headline is seen.</summary>
    /// <param name="count">How many at most.</param>
    public IEnumerable<ShownLine> BelowHeadline(int count) => _headline.Value is >= 0 and var at ? All.Skip(at + 1).Take(count) : [];

    /// <summary>Those of these elements that belong to the story, those below the headline first.</summary>
    public IEnumerable<IElement> BelowHeadlineFirst(IEnumerable<IElement> elements)
    {
        IElement? shown = _headline.Value is >= 0 and var at ? All[at].Element : null;
        // What tells who or when is at times called an aside itself.
        List<IElement> own = [.. elements.Where(element => element.ParentElement is not { } parent || !IsBeside(parent))];
        return shown is null ? own : own.OrderBy(element => (shown.CompareDocumentPosition(element) & DocumentPositions.Following) != 0 ? 0 : 1);
    }

    /// <summary>True in lists of other stories and at the edges of the page. What holds the headline holds the story, whatever its name.</summary>
    public bool IsBeside(IElement element)
    {
        for (IElement? at = element; at is not null && !_aroundHeadline.Value.Contains(at); at = at.ParentElement)
        {
            if (at.LocalName is "aside" or "nav" || at.LocalName is "footer" && !OfStory().IsMatch(at.ClassName ?? "") || (at.LocalName is not ("article" or "main" or "body" or "html") && OtherStories().IsMatch($"{at.ClassName} {at.Id}")))
                return true;
        }
        return false;
    }

    /// <summary>True for what the headline is part of.</summary>
    public bool HoldsHeadline(IElement element) => _aroundHeadline.Value.Contains(element);

    int IndexOf(string? headline)
    {
        string told = Letters(headline ?? "");
        int same = told.Length == 0 ? -1 : _all.Value.FindIndex(line => line.Element.LocalName is not "a" and not "title" && Letters(line.Text) == told);
        return same >= 0 ? same : _all.Value.FindIndex(line => HeadingOf(line.Element) is "h1") is >= 0 and var first ? first : _all.Value.FindIndex(line => HeadingOf(line.Element) is "h2");
    }

    static string? HeadingOf(IElement element) => element.LocalName is "h1" or "h2" ? element.LocalName : element.ParentElement?.LocalName;

    // The elements that hold words directly; what is longer than a date line or a headline matters to nobody here.
    static List<ShownLine> Read(IDocument document)
    {
        List<ShownLine> lines = [];
        if (document.Body is not { } body)
            return lines;
        foreach (IElement element in body.QuerySelectorAll("*"))
        {
            if (element.LocalName is "script" or "style" or "noscript" or "option" || !HasWords(element))
                continue;
            string text = PlainText.OneLine(element.TextContent);
            if (text.Length is > 5 and <= 300)
                lines.Add(new(element, text));
        }
        return lines;
    }

    static bool HasWords(IElement element)
    {
        foreach (INode node in element.ChildNodes)
        {
            if (node is IText text && !string.IsNullOrWhiteSpace(text.Data))
                return true;
        }
        return false;
    }

    static string Letters(string text) => PlainText.Letters(text).ToUpperInvariant();

    // A story has a foot of its own, which tells who wrote it; themes put it above the story at times.
    [GeneratedRegex(@"\b(?:post|entry|article|story|meta|byline|author)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OfStory();

    [GeneratedRegex(@"\b(?:related|recommend\w*|sidebar|popular|trending|latest|more-\w+|read-?next|comments?|teaser|carousel)\b|related|recommend|sidebar|tuijian", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OtherStories();
}

/// <summary>A line of a page.</summary>
/// <param name="Element">The element that holds its words.</param>
/// <param name="Text">The words, on one line.</param>
readonly record struct ShownLine(IElement Element, string Text);
