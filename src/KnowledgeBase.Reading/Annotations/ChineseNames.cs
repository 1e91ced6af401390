namespace KnowledgeBase.Reading.Annotations;

/// <summary>Tells where a name ends that begins after a post or with a family name: Chinese puts nothing between it and what follows.</summary>
sealed class ChineseNames(HanWords words)
{
    /// <summary>Three characters of family name and two of given name; longer names are written with a dot.</summary>
    const int LongestName = 5;

    /// <summary>One character of family name and two of given name.</summary>
    const int LongestChineseName = 3;

    /// <summary>Romanised names with dots.</summary>
    const int LongestDottedName = 16;

    /// <summary>Further than twice the longest name nothing is looked at, so that a text without marks costs no more than another.</summary>
    const int Reach = 2 * LongestDottedName;

    /// <summary>So many places tell enough of a name, so that a text that says it without end costs no more than another.</summary>
    const int MostOccurrences = 20;

    /// <summary>Further away a name is not looked for again, so that a long text costs no more than its length.</summary>
    const int FarthestRepeated = 600;

    /// <summary>Characters before 也 and before 则 in Japanese given names.</summary>
    const string BeforeYe = "和达哲直拓真慎裕淳雅克龙智卓晋信伸敬靖俊友辰晴", BeforeZe = "芳英义秀信忠正克和康";

    /// <summary>A stretch that begins with 在, 对, 就 and the like is about circumstances, unless it is a family name or an organisation.</summary>
    public bool IsPhrase(string masked, int start, int end) =>
        words.Prepositions.LengthAt(masked, start, end) is > 0 and var preposition && words.SpeakingNouns.LengthAt(masked, start, end) == 0
        && (words.Surnames.LengthAt(masked, start, end) < preposition || IsAddressed(masked, start, preposition, end)) && words.NotBorders.LengthAt(masked, start, end) <= preposition && !words.NotPhraseBeginnings.Contains(masked[start]);

    /// <summary>向韩联社证实: who is spoken to, though 向 is a family name, too; a name (向明华) stands in more places than one.</summary>
    bool IsAddressed(string masked, int start, int preposition, int end)
    {
        int to = start + preposition;
        if (words.NotNames.LengthAt(masked, to, end) > 0 || words.SpeakingNouns.LengthAt(masked, to, end) > 0)
            return true;
        int last = HardEnd(masked, start, Math.Min(end, start + Reach));
        return words.OrganizationEndings.LengthEndingAt(masked, last, to + 1) > 0 || (words.Addressing.Contains(masked[start]) && last > to && !IsRepeated(masked, start, last));
    }

    static bool IsRepeated(string masked, int start, int end)
    {
        ReadOnlySpan<char> word = masked.AsSpan(start, end - start);
        return masked.AsSpan(Math.Max(0, start - FarthestRepeated)..start).Contains(word, StringComparison.Ordinal)
            || masked.AsSpan(end..Math.Min(masked.Length, end + FarthestRepeated)).Contains(word, StringComparison.Ordinal);
    }

    /// <summary>True where a name ends that begins after a post: before what is part of no name, or, where nothing tells, after as many letters as most names have.</summary>
    public bool IsEnd(string masked, int start, int nameEnd, int end) =>
        IsBoundary(masked, nameEnd, end)
        || (words.Surnames.LengthAt(masked, start, end) is > 0 and var surname && nameEnd == EndOfUsual(start, surname) && HardEnd(masked, start, Math.Min(end, start + Reach)) - start > LongestName);

    /// <summary>苏建光, 佐藤健一</summary>
    static int EndOfUsual(int start, int surname) => start + surname + 2;

    /// <summary>Where the name ends that begins at a position, honorifics included; the start when there is none.</summary>
    /// <param name="masked">Folded text.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="end">Where the stretch ends.</param>
    /// <param name="isIntroduced">True after a post: then any characters may be a name; otherwise a family name must begin it.</param>
    public int EndOf(string masked, int start, int end, bool isIntroduced)
    {
        if (LatinRun.EndOf(masked, start, end) is var latin && latin > start && (isIntroduced || LatinRun.IsLong(masked, start, latin)))
            return latin + words.Honorifics.LengthAt(masked, latin, end);
        int surname = start < end ? words.Surnames.LengthAt(masked, start, end) : 0;
        // 主任室 is no name, 室伏 begins one; 和田 begins one, 和田中 does not.
        bool isSurname = surname > 1 && words.Surnames.LengthAt(masked, start + 1, end) < 2;
        if (start >= end || words.NotNames.LengthAt(masked, start, end) is > 0 and var notName && !(isSurname && surname > notName))
            return start;
        // 首相在国会表示: what follows the post is where.
        if (isIntroduced && IsPhrase(masked, start, end))
            return start;
        int hard = HardEnd(masked, start, Math.Min(end, start + Reach));
        if (words.Honorifics.LengthAt(masked, hard, end) is > 0 and var honorific && hard - start is >= 1 and <= LongestName)
            return hard + honorific;
        if (masked.AsSpan(start, hard - start).Contains('·'))
            return EndOfDotted(masked, start, hard);
        if (surname == 0 && !isIntroduced)
            return start;
        int name = EndOfHanName(masked, start, hard, isChinese: surname == 1);
        if (surname == 1 && name == start + 2 && GoesOn(masked, start, name))
            name++;
        // 董事长苏建光信心满满: nothing tells where the name ends.
        if (name == start && isIntroduced && surname > 0 && hard - start > LongestName)
            name = EndOfUsual(start, surname);
        bool isAdverb = name - start > 2 && masked[name - 1] == '地';
        // 日企高管: a post is no name, though 高 is one of a family.
        bool isPost = words.Posts.LengthAt(masked, start, name) == name - start || words.Posts.LengthEndingAt(masked, name, start) > 1;
        return name - start is >= 2 and <= LongestName && !isAdverb && !isPost ? name : start;
    }

    /// <summary>周启正在会上: where the text has 周启正 before other words, too, and 周启 before nothing else, the name is the longer one.</summary>
    static bool GoesOn(string masked, int start, int end)
    {
        if (end + 1 >= masked.Length || !IsNameCharacter(masked[end]))
            return false;
        string name = masked[start..(end + 1)];
        int seen = 0;
        bool isFollowedByOther = false;
        for (int at = masked.IndexOf(name[..^1], StringComparison.Ordinal); at >= 0 && seen < MostOccurrences; at = masked.IndexOf(name[..^1], at + 1, StringComparison.Ordinal), seen++)
        {
            if (at + name.Length >= masked.Length || masked[at + name.Length - 1] != name[^1])
                return false;
            isFollowedByOther |= masked[at + name.Length] != masked[end + 1];
        }
        return isFollowedByOther;
    }

    /// <summary>The whole stretch where it is no longer than a name; else up to a preposition: the first one after a Chinese family name, the last one within the length of a Japanese name.</summary>
    int EndOfHanName(string masked, int start, int hard, bool isChinese)
    {
        int longest = isChinese ? LongestChineseName : LongestName;
        bool endsInPreposition = hard - start > 2 && words.NameBreaks.Contains(masked[hard - 1]);
        int end = endsInPreposition ? hard - 1 : hard;
        if (end - start <= longest)
            return end;
        int best = 0;
        for (int i = start + 2; i <= Math.Min(start + longest, hard); i++)
        {
            if (words.Prepositions.LengthAt(masked, i, hard) > 0 && (best == 0 || !isChinese) && !(i > start + 2 && best == i - 1) && !IsGivenName(masked, start, i, hard))
                best = i;
        }
        return best > 0 ? best : isChinese ? EndOfHanName(masked, start, hard, isChinese: false) : end - start <= LongestName ? end : start;
    }

    /// <summary>True where something begins that is part of no name.</summary>
    public bool IsBoundary(string masked, int at, int end) =>
        at >= end || !IsNameCharacter(masked[at]) || words.Cues.LengthAt(masked, at, end) > 0 || words.Adverbs.LengthAt(masked, at, end) > 0 || words.Prepositions.LengthAt(masked, at, end) > 0
        || words.NameStops.Contains(masked[at]) || IsManner(masked, at, end);

    /// <summary>谦虚地说, 核查后认为: how and when somebody speaks.</summary>
    bool IsManner(string masked, int at, int end) =>
        at + 2 < end && masked[at + 2] is '地' or '后' or '时' && words.Adverbs.LengthAt(masked, at + 1, end) < 2 && (at + 3 == end || words.Cues.LengthAt(masked, at + 3, end) > 0 || words.NameBreaks.Contains(masked[at + 3]));

    /// <summary>田中由纪子, 田中和彦: what looks like a preposition begins a given name, which ends as Japanese ones do.</summary>
    public bool IsGivenName(string masked, int start, int at, int end)
    {
        if (at - start < 2 || at + 1 >= end || !words.GivenNameBeginnings.Contains(masked[at]) || words.Surnames.LengthAt(masked, start, at) != at - start)
            return false;
        int last = at + 2 < end && words.GivenNameEndings.Contains(masked[at + 2]) ? at + 2 : at + 1;
        return words.GivenNameEndings.Contains(masked[last]) && IsBoundary(masked, last + 1, end);
    }

    /// <summary>户田和也, 宫本芳则: what looks like an adverb ends a given name of two characters.</summary>
    bool IsGivenNameEnd(string masked, int start, int at) =>
        words.Surnames.LengthAt(masked, start, at) is > 1 and var surname && at == start + surname + 1
        && ((masked[at] == '也' && BeforeYe.Contains(masked[at - 1])) || (masked[at] == '则' && BeforeZe.Contains(masked[at - 1])));

    int HardEnd(string masked, int start, int end)
    {
        int i = start;
        while (i < end && IsNameCharacter(masked[i]) && !(i > start && words.Honorifics.LengthAt(masked, i, end) > 0)
            && !(i >= start + 2 && !IsGivenNameEnd(masked, start, i) && (words.Cues.LengthAt(masked, i, end) > 0 || words.Adverbs.LengthAt(masked, i, end) > 0 || words.NameStops.Contains(masked[i]) || IsManner(masked, i, end)))
            && !(i < start + 2 && Math.Max(words.Cues.LengthAt(masked, i, end), words.Adverbs.LengthAt(masked, i, end)) >= 2))
            i++;
        return i;
    }

    int SoftEnd(string masked, int start, int end)
    {
        int i = Math.Min(start + 2, end);
        while (i < end && words.Prepositions.LengthAt(masked, i, end) == 0)
            i++;
        return i;
    }

    int EndOfDotted(string masked, int start, int hard)
    {
        int dot = masked.LastIndexOf('·', hard - 1, hard - start);
        int end = SoftEnd(masked, dot, hard);
        // 德国人约尔格: what stands before 人 is a people, and no transcription is written with it.
        bool isName = end - start <= LongestDottedName && end > dot + 1 && !masked.AsSpan(start, end - start).Contains('人');
        return isName ? end : start;
    }

    static bool IsNameCharacter(char c) => (FoldedText.IsHanOrKana(c) && c != '的') || c == '·';
}
