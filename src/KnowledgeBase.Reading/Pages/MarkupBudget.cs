using System.Collections.Frozen;
using KnowledgeBase.Reading.Stories;

namespace KnowledgeBase.Reading.Pages;

/// <summary>Tells from the bare text of a page whether taking it apart would take too long. The parser's time grows with the square of the nesting.</summary>
static class MarkupBudget
{
    /// <summary>The largest of 621 pages has two fifths of it; one with 90,000 line breaks took more than 2 s of the processor.</summary>
    const int MaxTags = 50_000;

    /// <summary>Ten thousand nested elements take half a second to parse, ten times as many a hundred times as long. Real pages reach some thousands: end tags are forgotten, and scripts hold tags in strings.</summary>
    const int MaxOpen = 10_000;

    static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    // They close each other or need no end, so many of them open is no sign of depth.
    static readonly FrozenSet<string> NeverDeep = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "path", "use", "circle", "rect", "line", "polygon", "stop", "g",
        "p", "li", "td", "tr", "th", "dd", "dt", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "html", "head", "body");

    /// <summary>Why it would, in one line; null when it would not.</summary>
    public static string? Find(ReadOnlySpan<char> html)
    {
        int tags = 0;
        int depth = 0;
        var never = NeverDeep.GetAlternateLookup<ReadOnlySpan<char>>();
        while (html.IndexOf('<') is >= 0 and var next && next + 1 < html.Length)
        {
            html = html[(next + 1)..];
            bool isEnd = html[0] == '/';
            ReadOnlySpan<char> name = isEnd ? html[1..] : html;
            int length = name.IndexOfAnyExcept(Letters);
            name = length < 0 ? name : name[..length];
            // A comment is taken out like an element.
            if ((!name.IsEmpty || html[0] is '!' or '?') && ++tags > MaxTags)
                return $"it has more than {MaxTags} tags";
            if (name.IsEmpty || never.Contains(name))
                continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > MaxOpen)
                return $"its elements are nested deeper than {PageShape.MaxDepth}";
        }
        return null;
    }
}
