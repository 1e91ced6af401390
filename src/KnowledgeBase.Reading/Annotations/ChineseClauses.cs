namespace KnowledgeBase.Reading.Annotations;

/// <summary>Tells where Chinese clauses end, and what in them is no subject: adverbs, times, determiners and what describes somebody.</summary>
sealed class ChineseClauses(HanWords words)
{
    /// <summary>还, 同时又: nothing but words that stand between a subject and a verb, so that the subject of the sentence before goes on.</summary>
    public bool IsElided(string masked, int start, int verb) => start < verb && words.Adverbs.LengthAt(masked, start, verb) > 0 && SkipFillers(masked, start, verb) >= verb;

    /// <summary>Behind the marks, adverbs, determiners and times that a clause begins with.</summary>
    public int SkipFillers(string masked, int start, int end)
    {
        int i = start;
        while (i < end)
        {
            // “最美职工”的周敏霞
            if (IsComma(masked[i]) || (masked[i] == '的' && i == start) || masked[i] is ' ' or '、' or '\u3000' or ')' or '(' or '—')
                i++;
            else if (words.Adverbs.LengthAt(masked, i, end) is > 0 and var adverb && words.Surnames.LengthAt(masked, i, end) < adverb && words.Posts.LengthAt(masked, i, end) <= adverb && words.SpeakingNouns.LengthAt(masked, i, end) <= adverb)
                i += adverb;
            else if (words.Determiners.LengthAt(masked, i, end) is > 0 and var determiner && words.SpeakingNouns.LengthAt(masked, i, end) <= determiner)
                i += determiner;
            else if (LengthOfDate(masked, i, end) is > 0 and var date)
                i += date;
            else
                break;
        }
        return i;
    }

    static int LengthOfDate(string masked, int start, int end)
    {
        int i = start;
        while (i < end && (char.IsAsciiDigit(masked[i]) || (i > start && masked[i] is '年' or '月' or '日' or '号' or '时' or '点')))
            i++;
        return i > start && !char.IsAsciiDigit(masked[i - 1]) ? i - start : 0;
    }

    /// <summary>True at what parts clauses, a quotation among it.</summary>
    public static bool IsComma(char c) => c is ',' or '，' or ':' or '：' || HanSentences.IsBlank(c);

    /// <summary>Where the clause begins in which a stretch ends.</summary>
    public static int LastComma(string masked, int start, int end)
    {
        int i = end;
        while (i > start && !IsComma(masked[i - 1]))
            i--;
        return i;
    }
    /// <summary>Where the clause ends that begins at a position.</summary>
    public static int EndOfClause(string masked, int start, int end)
    {
        int comma = start;
        while (comma < end && !IsComma(masked[comma]))
            comma++;
        return comma;
    }

    /// <summary>Behind the last 的, 、 or 了 and what tells where somebody is from, but for the name of an organisation that an enumeration ends in.</summary>
    public int StartOfDescription(string masked, int start, int end)
    {
        int i = end;
        while (i > start && !(masked[i - 1] == '的' && IsClause(masked, start, i - 1)) && masked[i - 1] is not ('、' or '了'))
            i--;
        return SkipFillers(masked, i, end);
    }

    /// <summary>来自…的, 负责…的: a clause before 的, not the organisation of a post.</summary>
    bool IsClause(string masked, int start, int de)
    {
        int from = SkipFillers(masked, start, de);
        return from < de && (words.ClauseBeginnings.Contains(masked[from]) || words.Prepositions.LengthAt(masked, from, de) > 0);
    }
}
