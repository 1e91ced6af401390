using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Metadata;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Takes whole stories away that stand beside the one a page is about: pages that scroll on for ever put the next ones below it, built alike.</summary>
/// <remarks>
/// Another story has a headline with the same tag in the same place of a part that is built like the story's own, and a day of its own, as the story has.
/// Sections of a story have headings of another tag, or no day.
/// </remarks>
static class OtherStories
{
    /// <summary>A day is told near the headline: among so many elements after it (a guess).</summary>
    const int ElementsWithDay = 12;

    /// <summary>A line with a day and a byline; longer ones are sentences.</summary>
    const int MaxDayCharacters = 80;

    /// <summary>More headlines make a list, whatever it is about.</summary>
    const int MaxStories = 50;

    /// <summary>Takes them out of the page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="headline">The headline of its story; null when it has none, and nothing is known to be another's.</param>
    public static void Remove(IHtmlDocument document, string? headline)
    {
        if (headline is null || document.Body is not { } body)
            return;
        string letters = PlainText.Letters(headline);
        if (body.QuerySelectorAll("h1, h2, h3").FirstOrDefault(heading => Says(heading, letters)) is not { } own || !HasDay(own))
            return;
        IElement[] others = [.. body.QuerySelectorAll(own.LocalName).Where(heading => !Says(heading, letters)).Take(MaxStories + 1)];
        if (others.Length > MaxStories)
            return;
        foreach (IElement part in others.Where(HasDay).Select(other => PartOf(other, own)).OfType<IElement>().ToArray())
            RemovePart(part, own.LocalName);
    }

    static bool Says(IElement heading, string letters) => PlainText.Letters(heading.TextContent).Equals(letters, StringComparison.OrdinalIgnoreCase);

    /// <summary>The part of the page with the other headline, when it is built like the part with the story's own; null when it is not.</summary>
    static IElement? PartOf(IElement other, IElement own)
    {
        (IElement mine, IElement theirs) = (own, other);
        while (mine.ParentElement is { } parent && theirs.ParentElement is { } otherParent && IsAlike(mine, theirs))
        {
            if (parent == otherParent)
                return theirs;
            (mine, theirs) = (parent, otherParent);
        }
        return null;
    }

    static bool IsAlike(IElement one, IElement other) => one.LocalName == other.LocalName && FirstClass(one) == FirstClass(other);

    static string? FirstClass(IElement element) => element.ClassList.Length > 0 ? element.ClassList[0] : null;

    static bool HasDay(IElement heading) => After(heading).Take(ElementsWithDay).Any(IsDay);

    static bool IsDay(IElement element) => element.LocalName == "time" || (LineOf(element) is { } line && DateText.Find(line) is not null);

    /// <summary>The text of an element; null when it is longer than a line, of which no more is read.</summary>
    static string? LineOf(IElement element)
    {
        var line = new StringBuilder();
        foreach (IText text in element.Descendants<IText>())
        {
            if (line.Append(text.Data.AsSpan().Trim()).Append(' ').Length > MaxDayCharacters)
                return null;
        }
        return line.ToString();
    }

    /// <summary>The elements after a heading in the order of the page, up to the next heading of its kind.</summary>
    static IEnumerable<IElement> After(IElement heading)
    {
        for (INode? node = Following(heading); node is not null; node = node.FirstChild ?? Following(node))
        {
            if (node is not IElement element)
                continue;
            if (element.LocalName == heading.LocalName)
                yield break;
            yield return element;
        }
    }

    static INode? Following(INode node)
    {
        for (INode? at = node; at is not null; at = at.Parent)
        {
            if (at.NextSibling is { } next)
                return next;
        }
        return null;
    }

    /// <summary>Where headlines themselves stand side by side, a story reaches to the next one.</summary>
    static void RemovePart(IElement part, string heading)
    {
        INode? next = part.NextSibling;
        part.Remove();
        while (part.LocalName == heading && next is not null && (next as IElement)?.LocalName != heading)
        {
            INode? after = next.NextSibling;
            next.RemoveFromParent();
            next = after;
        }
    }
}
