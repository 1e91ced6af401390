namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the subject before a Chinese reporting verb, past adverbs, times and phrases such as 在接受采访时.</summary>
sealed class ChineseSubjects(HanWords words)
{
    /// <summary>How many clauses before the verb are looked at (a guess: subject, 在…时, verb).</summary>
    const int MaxClauses = 3;

    /// <summary>Words that begin a phrase between subject and verb.</summary>
    const string PhraseBeginnings = "在对向就与针受通以于从据接出面谈回随当作因为结举";

    const string PhraseEndings = "时中上后里会前间";

    readonly SpeakerDescription _description = new(words);

    /// <summary>The speaker named between a position and a verb; null when none is.</summary>
    public Attribution? Find(string text, string masked, int start, int verb)
    {
        int end = verb;
        for (int clause = 0; clause < MaxClauses && end > start; clause++)
        {
            int comma = LastComma(masked, start, end);
            if (FindInClause(text, masked, comma, end) is { } found)
                return found;
            end = comma - 1;
        }
        return null;
    }

    /// <summary>Cuts adverbs and phrases off the end of a clause until a speaker is left.</summary>
    Attribution? FindInClause(string text, string masked, int start, int end)
    {
        end = TrimEnd(masked, start, end);
        if (FindBeforePhrase(text, masked, start, end) is { } before)
            return before;
        if (end > start && !IsPhrase(masked, start, end) && _description.Read(text, masked, start, end) is { } whole)
            return whole;
        return FindBeforeLastPhrase(text, masked, start, end);
    }

    /// <summary>田中在接受采访时: a phrase that ends with 时, 中, 上 or 后 is cut where it begins.</summary>
    Attribution? FindBeforePhrase(string text, string masked, int start, int end)
    {
        if (end - start < 4 || !PhraseEndings.Contains(masked[end - 1]))
            return null;
        int begin = masked.IndexOf('在', start + 1, end - start - 1);
        begin = begin < 0 ? masked.IndexOf("接受", start + 1, end - start - 1, StringComparison.Ordinal) : begin;
        int cut = begin < 0 ? start : TrimEnd(masked, start, begin);
        return cut > start && !IsPhrase(masked, start, cut) ? _description.Read(text, masked, start, cut) : null;
    }

    Attribution? FindBeforeLastPhrase(string text, string masked, int start, int end)
    {
        for (int i = end - 1; i > start; i--)
        {
            if (!PhraseBeginnings.Contains(masked[i]))
                continue;
            int cut = TrimEnd(masked, start, i);
            if (cut > start && !IsPhrase(masked, start, cut) && _description.Read(text, masked, start, cut) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>A clause that begins with 在, 对, 就 and the like is about circumstances.</summary>
    bool IsPhrase(string masked, int start, int end)
    {
        int first = start;
        while (first < end && words.Adverbs.LengthAt(masked, first, end) is > 0 and var adverb)
            first += adverb;
        return first < end && PhraseBeginnings.Contains(masked[first]) && words.Surnames.LengthAt(masked, first, end) == 0;
    }

    int TrimEnd(string masked, int start, int end)
    {
        while (end > start)
        {
            if (masked[end - 1] is ' ' or '，' or ',' or '：' or ':' || HanSentences.IsBlank(masked[end - 1]))
                end--;
            else if (words.Adverbs.LengthEndingAt(masked, end, start) is > 0 and var adverb)
                end -= adverb;
            else if (StartOfDate(masked, start, end) is var date && date < end)
                end = date;
            else
                break;
        }
        return end;
    }

    /// <summary>田中19日表示: the date between subject and verb.</summary>
    static int StartOfDate(string masked, int start, int end)
    {
        int i = end;
        while (i > start && (char.IsAsciiDigit(masked[i - 1]) || (masked[i - 1] is '年' or '月' or '日' or '号' or '时' or '点' && i - 2 >= start && char.IsAsciiDigit(masked[i - 2]))))
            i--;
        return i;
    }

    static int LastComma(string masked, int start, int end)
    {
        int i = end;
        while (i > start && !(masked[i - 1] is '，' or ',' || HanSentences.IsBlank(masked[i - 1])))
            i--;
        return i;
    }
}
