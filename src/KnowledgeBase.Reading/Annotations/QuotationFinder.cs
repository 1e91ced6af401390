using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Words between quotation marks, within one paragraph.</summary>
/// <param name="Inner">The words.</param>
/// <param name="Outer">The words with their marks.</param>
/// <param name="Continues">True when the quotation before was not closed and this one opens the next paragraph: one speech over several paragraphs.</param>
sealed record Quotation(TextSpan Inner, TextSpan Outer, bool Continues)
{
    /// <summary>Who speaks, where the words are a turn of a transcript and stand between no marks; null otherwise.</summary>
    public TextSpan? Label { get; init; }
}

/// <summary>Finds words between quotation marks; marks within marks belong to the outer words.</summary>
sealed class QuotationFinder(ImmutableArray<QuotationMarks> marks)
{
    readonly ImmutableArray<QuotationMarks> _outerMarks = [.. marks.Where(mark => !mark.InnerOnly)];

    readonly string _closingMarks = string.Concat(marks.Where(mark => !mark.InnerOnly && mark.Close < '\u2e80').Select(mark => mark.Close));

    /// <summary>The quotations of a text, in the order of their positions.</summary>
    public List<Quotation> Find(string text)
    {
        List<Quotation> found = [];
        bool open = false;
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
                open = FindInParagraph(text, start, end, open, found);
            start = end + 1;
        }
        return found;
    }

    /// <summary>Adds the quotations of one paragraph; true when the last one is not closed.</summary>
    bool FindInParagraph(string text, int start, int end, bool afterOpen, List<Quotation> found)
    {
        int first = found.Count;
        Dictionary<int, int> closings = MatchMarks(text, start, end);
        for (int i = start; i < end;)
        {
            if (FindOpening(text, i, start) is not { } mark)
            {
                i++;
                continue;
            }
            int close = FindClosing(text, i, end, mark, closings);
            int innerEnd = close < 0 ? end : close;
            if (close < 0 && IsStray(text, i, end, mark))
                return false;
            bool continues = afterOpen && found.Count == first && i == start;
            AddTrimmed(text, i, innerEnd, close < 0 ? end : close + 1, continues, found);
            if (close < 0)
                return true;
            i = close + 1;
        }
        return false;
    }

    QuotationMarks? FindOpening(string text, int i, int paragraphStart)
    {
        foreach (QuotationMarks mark in _outerMarks)
        {
            // A straight mark opens only where no letter stands before it: 6' 2" closes nothing and opens nothing.
            if (text[i] == mark.Open && (mark.Open != mark.Close || i == paragraphStart || !char.IsLetterOrDigit(text[i - 1]) || text[i - 1] > '\u2e80'))
                return mark;
        }
        return null;
    }

    /// <summary>For each opening mark of a paragraph the mark that closes it, counting marks within marks.</summary>
    Dictionary<int, int> MatchMarks(string text, int start, int end)
    {
        var closings = new Dictionary<int, int>();
        foreach (QuotationMarks mark in _outerMarks.Where(mark => mark.Open != mark.Close))
        {
            var open = new Stack<int>();
            for (int i = start; i < end; i++)
            {
                if (text[i] == mark.Open)
                    open.Push(i);
                else if (text[i] == mark.Close && open.TryPop(out int opening))
                    closings[opening] = i;
            }
        }
        return closings;
    }

    /// <summary>An opening mark without a partner is closed by the first closing mark after it, at worst one of another shape.</summary>
    int FindClosing(string text, int open, int end, QuotationMarks mark, Dictionary<int, int> closings)
    {
        if (closings.TryGetValue(open, out int closing))
            return closing;
        int own = text.IndexOf(mark.Close, open + 1, end - open - 1);
        return own >= 0 || mark.Close > '\u2e80' ? own : text.AsSpan(open + 1, end - open - 1).IndexOfAny(_closingMarks) is >= 0 and var other ? open + 1 + other : -1;
    }

    /// <summary>An unclosed straight mark late in a paragraph is a slip, not an opening.</summary>
    static bool IsStray(string text, int open, int end, QuotationMarks mark) =>
        mark.Open == mark.Close && open + 1 < end && !char.IsLetterOrDigit(text[open + 1]) && text[open + 1] is not ('[' or '(' or '‘' or '\'' or '$');

    static void AddTrimmed(string text, int open, int innerEnd, int outerEnd, bool continues, List<Quotation> found)
    {
        int start = open + 1;
        while (start < innerEnd && char.IsWhiteSpace(text[start]))
            start++;
        while (innerEnd > start && char.IsWhiteSpace(text[innerEnd - 1]))
            innerEnd--;
        if (innerEnd > start)
            found.Add(new(TextSpan.Between(start, innerEnd), TextSpan.Between(open, outerEnd), continues));
    }
}
