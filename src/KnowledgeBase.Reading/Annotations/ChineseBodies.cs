using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Reads speakers that are no persons with a post: states, cities, papers, texts, and names that stand alone before the verb.</summary>
sealed class ChineseBodies(HanWords words, ChineseClauses clauses, ChineseNames names)
{
    /// <summary>美国《…》, 日本经济类报纸《…》.</summary>
    const int LongestPlaceBeforeTitle = 10;

    /// <summary>广西壮族自治区南宁市: a province and a city in it (a guess).</summary>
    const int LongestPlace = 12;

    /// <summary>特朗普, 冯德莱恩: shorter ones are words, longer ones have a dot (guesses).</summary>
    const int LeastTranscribed = 3, MostTranscribed = 6;

    /// <summary>神户市: shorter names of places are words.</summary>
    const int ShortestName = 2;

    /// <summary>财务省19日发布的贸易统计显示: the text or the figures that the clause before a verb ends with.</summary>
    public Attribution? FindText(string masked, int start, int verb)
    {
        int clause = clauses.SkipFillers(masked, ChineseClauses.LastComma(masked, start, verb), verb);
        return words.DocumentNouns.LengthEndingAt(masked, verb, clause) > 0 ? new(NamingKind.Noun, TextSpan.Between(clause, verb), null) : null;
    }

    /// <summary>财务省的一份内部文件写道 · 会议通过的决议指出: the text a verb follows directly, where something before it tells what text it is; whose it is where that is a body.</summary>
    public Attribution? FindOwnText(string text, string masked, int start, int verb)
    {
        int end = verb;
        while (words.Adverbs.LengthEndingAt(masked, end, start) is > 0 and var adverb)
            end -= adverb;
        int noun = words.DocumentNouns.LengthEndingAt(masked, end, start);
        int clause = ChineseClauses.LastComma(masked, start, end);
        int de = noun > 0 && end - noun > clause ? masked.LastIndexOf('的', end - noun - 1, end - noun - clause) : -1;
        if (de <= clause)
            return null;
        int owner = clauses.SkipFillers(masked, clause, de);
        bool isOwned = words.OrganizationEndings.LengthEndingAt(masked, de, owner) > 0 && !HoldsPreposition(masked, owner, de);
        return new(NamingKind.Noun, TextSpan.Between(owner, end), null) { Organization = isOwned ? text[owner..de] : null };
    }

    /// <summary>特朗普: a foreign name by its sound, without a first one.</summary>
    public bool IsTranscribed(string masked, int start, int end) =>
        end - start is >= LeastTranscribed and <= MostTranscribed && masked.AsSpan(start, end - start).IndexOfAnyExcept(words.Transcriptions) < 0
        && words.NotNames.LengthAt(masked, start, end) == 0 && words.Generic.LengthAt(masked, start, end) == 0 && words.States.LengthAt(masked, start, end) == 0;

    /// <summary>中国表示 · 日方也强调 · 中国和日本均表示: a state speaks, in the clause of the verb itself.</summary>
    public Attribution? ReadState(string masked, int start, int end)
    {
        int last = start;
        for (int state = words.States.LengthAt(masked, last, end); state > 0; state = last < end && masked[last] is '和' or '与' or '、' ? words.States.LengthAt(masked, last + 1, end) + 1 : 0)
        {
            if (state == 1 && last > start)
                break;
            last += state;
        }
        return last > start && names.IsBoundary(masked, last, end) && !(last < end && masked[last] == '的') ? new(NamingKind.Name, TextSpan.Between(start, last), null) : null;
    }

    /// <summary>日本神户市15日宣布: a city or a province speaks, in the clause of the verb itself; its nation is no part of its name.</summary>
    public Attribution? ReadPlace(string masked, int start, int end)
    {
        int own = start + words.States.LengthAt(masked, start, end);
        for (int i = own + ShortestName + 1; i <= Math.Min(end, own + LongestPlace); i++)
        {
            if (words.Places.LengthEndingAt(masked, i, own) is > 0 and var ending && names.IsBoundary(masked, i, end) && !(i < end && masked[i] == '的') && words.NotCityNames.LengthEndingAt(masked, i, own) <= ending)
                return new(NamingKind.Name, TextSpan.Between(own, i), null);
        }
        return null;
    }

    /// <summary>西阵说：a clause that is nothing but two to four characters and the verb.</summary>
    public Attribution? ReadWhole(string text, string masked, int start, int end)
    {
        // 优衣库中国: a company and where it works.
        bool isBranch = end - start is > 4 and <= LongestPlaceBeforeTitle && words.States.LengthEndingAt(masked, end, start) == 2 && !HoldsPreposition(masked, start, end - 2);
        bool isName = (isBranch || end - start is >= 2 and <= 4) && masked.AsSpan(start, end - start).IndexOfAnyExceptInRange('\u3400', '\u9fff') < 0
            && masked.AsSpan(start, end - start).IndexOfAny(words.NotInNames) < 0 && words.NotNames.LengthAt(masked, start, end) == 0 && words.Generic.LengthAt(masked, start, end) < end - start && (isBranch || words.NotNames.LengthEndingAt(masked, end, start) == 0)
            && words.States.LengthAt(masked, start, end) == 0 && words.Prepositions.LengthAt(masked, start, end) < 2;
        return isName ? new(NamingKind.Name, TextSpan.Between(start, end), null) { BareName = text[start..end] } : null;
    }

    bool HoldsPreposition(string masked, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (words.Prepositions.LengthAt(masked, i, end) > 0 || words.Cues.LengthAt(masked, i, end) > 0 || words.Adverbs.LengthAt(masked, i, end) > 0)
                return true;
        }
        return false;
    }

    /// <summary>《东海新闻》 · 《东海新闻》社论: a paper, or what it printed.</summary>
    public Attribution? ReadTitle(string masked, int start, int end)
    {
        int close = masked.IndexOf('》', start, end - start);
        int open = close > 0 ? masked.IndexOf('《', start, close - start) : -1;
        // 经济产业省发布的《…》: who published it is no part of the title.
        start = open > start && masked[open - 1] == '的' ? open : start;
        bool isTitle = open >= start && open - start <= LongestPlaceBeforeTitle;
        return isTitle ? new(NamingKind.Noun, TextSpan.Between(start, close + 1 + words.SpeakingNouns.LengthAt(masked, close + 1, end)), null) : null;
    }
}
