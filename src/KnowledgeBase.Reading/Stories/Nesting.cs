using AngleSharp.Dom;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Measures how deeply a page is nested, without recursion.</summary>
static class Nesting
{
    /// <summary>Browsers stop at 512; real pages stay below 100. What reads a page recursively would run out of stack at some ten thousand.</summary>
    public const int MaxDepth = 512;

    public static bool IsTooDeep(INode root)
    {
        int depth = 0;
        INode? node = root;
        while (node is not null)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                if (++depth > MaxDepth)
                    return true;
                continue;
            }
            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }
            node = node == root ? null : node?.NextSibling;
        }
        return false;
    }
}
