using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Tells from the shape of a page, without recursion, whether finding the story in it would take too long.</summary>
static class PageShape
{
    /// <summary>Browsers stop at 512; real pages stay below 100. What reads a page recursively would run out of stack at some ten thousand.</summary>
    public const int MaxDepth = 512;

    /// <summary>A longer list of classes is dropped: the parser compares each with every other, and 50,000 took 6 s. Real ones have some dozens.</summary>
    const int MaxClassCharacters = 4_000;

    /// <summary>How much text an element holds, links, scripts and styles left out, weighed as <see cref="PlainText.Weigh"/> does: hidden menus are links.</summary>
    public static int WordsOf(IElement element) =>
        element.Descendants<IText>().Where(text => text.ParentElement is not { LocalName: "a" or "script" or "style" or "noscript" }).Sum(text => PlainText.Weigh(text.Data));

    /// <summary>Why it would, in one line; null when it would not.</summary>
    /// <param name="document">The page; overlong lists of classes are taken off it.</param>
    /// <param name="maxCharacters">How much text it may have, white space included, scripts and styles not.</param>
    public static string? FindExcess(INode document, int maxCharacters)
    {
        // By index: to ask a node for the next one looks through all its siblings.
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((document.ChildNodes, 0));
        int characters = 0;
        while (open.TryPop(out var level))
        {
            if (level.Next >= level.Children.Length)
                continue;
            INode node = level.Children[level.Next];
            open.Push((level.Children, level.Next + 1));
            if (node is IText text && (characters += text.Length) > maxCharacters)
                return $"it has more than {maxCharacters} characters of text";
            if (node is IElement element && element.GetAttribute("class")?.Length > MaxClassCharacters)
                element.RemoveAttribute("class");
            if (node is IElement { LocalName: "script" or "style" })
                continue;
            open.Push((node.ChildNodes, 0));
            if (open.Count > MaxDepth)
                return $"its elements are nested deeper than {MaxDepth}";
        }
        return null;
    }
}
