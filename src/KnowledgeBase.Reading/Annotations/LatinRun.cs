namespace KnowledgeBase.Reading.Annotations;

/// <summary>A name in Latin letters inside a Chinese or Japanese text: words with capitals and the blanks between them (Money Post, Bank of Tokyo, S&amp;P).</summary>
static class LatinRun
{
    /// <summary>Where the name ends that begins here; the start when none does.</summary>
    public static int EndOf(string folded, int start, int limit)
    {
        if (start >= limit || !BeginsWord(folded, start) || !char.IsUpper(folded[start]))
            return start;
        int end = EndOfWord(folded, start, limit);
        if (end == start)
            return start;
        while (end + 1 < limit && folded[end] == ' ' && EndOfNext(folded, end + 1, limit) is var next && next > end + 1)
            end = next;
        return end;
    }

    /// <summary>Where the name begins that ends here; the end when none does.</summary>
    public static int StartOf(string folded, int end, int limit)
    {
        int start = StartOfWord(folded, end, limit);
        while (start - 1 > limit && folded[start - 1] == ' ' && StartOfWord(folded, start - 1, limit) is var word && word < start - 1)
            start = word;
        for (; start < end; start = folded.IndexOf(' ', start, end - start) is >= 0 and var blank ? blank + 1 : end)
        {
            if (EndOf(folded, start, end) == end)
                return start;
        }
        return end;
    }

    /// <summary>True for more than one word.</summary>
    public static bool IsLong(string folded, int start, int end) => folded.AsSpan(start, end - start).Contains(' ');

    // The next word of a name has a capital, or one follows "of" and the like.
    static int EndOfNext(string folded, int start, int limit)
    {
        int end = EndOfWord(folded, start, limit);
        bool isJoint = folded.AsSpan(start, end - start) is "of" or "and" or "&" or "de" or "van" or "von" or "der" or "for";
        if (isJoint)
            return end + 1 < limit && folded[end] == ' ' && char.IsUpper(folded[end + 1]) ? EndOfWord(folded, end + 1, limit) : start;
        return end > start && (char.IsUpper(folded[start]) || char.IsAsciiDigit(folded[start])) ? end : start;
    }

    static bool BeginsWord(string folded, int at) => at == 0 || !IsOfWord(folded, at - 1);

    static int EndOfWord(string folded, int start, int limit)
    {
        int end = start;
        while (end < folded.Length && IsOfWord(folded, end))
            end++;
        // The limit cuts no word.
        if (end > limit)
            return start;
        while (end > start && folded[end - 1] is '.' or '-' or '\'')
            end--;
        return end;
    }

    static int StartOfWord(string folded, int end, int limit)
    {
        int start = end;
        while (start > limit && IsOfWord(folded, start - 1))
            start--;
        return start;
    }

    static bool IsOfWord(string folded, int at) => (FoldedText.IsAlphabetic(folded[at]) && !FoldedText.IsHanOrKana(folded[at])) || folded[at] is '&' or '.' or '-' or '\'';
}
