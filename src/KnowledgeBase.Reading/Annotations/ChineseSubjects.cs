using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the subject before a Chinese reporting verb, past adverbs, times and phrases such as 在接受采访时.</summary>
/// <param name="words">The words of the language.</param>
/// <param name="known">Names the article introduces; a part from their beginning is a name, too.</param>
sealed class ChineseSubjects(HanWords words, IReadOnlySet<string> known)
{
    /// <summary>How many clauses before the verb are looked at (a guess: subject, 在…时, verb).</summary>
    const int MaxClauses = 4;

    /// <summary>A longer description of a speaker is a clause (a guess).</summary>
    const int LongestDescription = 45;

    /// <summary>美国《…》, 日本经济类报纸《…》.</summary>
    const int LongestPlaceBeforeTitle = 10;

    /// <summary>The shortest name that is told by another place of the article alone.</summary>
    const int ShortestKnownName = 2;

    readonly SpeakerDescription _description = new(words);
    readonly ChineseNames _names = new(words);

    /// <summary>How clauses begin and end.</summary>
    public ChineseClauses Clauses { get; } = new(words);

    /// <summary>Speakers that are no persons with a post.</summary>
    public ChineseBodies Bodies { get; } = new(words, new(words), new(words));

    /// <summary>The speaker named between a position and a verb, in the clause of the verb or one before; null when none is.</summary>
    public Attribution? Find(string text, string masked, int start, int verb)
    {
        int end = verb;
        if (Bodies.FindOwnText(text, masked, start, verb) is { } read)
            return read;
        for (int clause = 0; clause < MaxClauses && end > start; clause++)
        {
            while (end > start && ChineseClauses.IsComma(masked[end - 1]))
                end--;
            int comma = ChineseClauses.LastComma(masked, start, end);
            if ((FindInClause(text, masked, comma, end) ?? (clause == 0 ? Bodies.ReadState(masked, Clauses.SkipFillers(masked, comma, end), end) ?? Bodies.ReadPlace(masked, Clauses.SkipFillers(masked, comma, end), end) : null)) is { } found)
                return found;
            end = comma;
        }
        return null;
    }

    /// <summary>The person or pronoun that a sentence without a verb of saying begins with; null when it begins with anything else.</summary>
    public Attribution? FindFirst(string text, string masked, int start, int end)
    {
        int comma = ChineseClauses.EndOfClause(masked, start, end);
        Attribution? first = FindInClause(text, masked, start, comma);
        bool isPerson = first is { Kind: NamingKind.Pronoun } || (first is { Kind: NamingKind.Name, BareName: { } name } && words.OrganizationEndings.LengthEndingAt(name, name.Length, 0) == 0);
        return isPerson ? first : null;
    }

    /// <summary>谈起往事，店长王明打开了话匣子: the first person with a post that a clause begins with; null when none does.</summary>
    public Attribution? FindDescribed(string text, string masked, int start, int end)
    {
        for (int clause = start, comma; clause < end; clause = comma + 1)
        {
            comma = ChineseClauses.EndOfClause(masked, clause, end);
            // ——这是社长村上敬三给出的理由
            if ((masked[clause] == '—' || Clauses.SkipFillers(masked, clause, comma) == clause) && FindFirst(text, masked, clause, comma) is { Kind: NamingKind.Name } person && (person.Post is not null || (person.Named.Start > clause && masked[person.Named.Start - 1] == '的')))
                return person;
        }
        return null;
    }

    /// <summary>The speaker whom a clause is about; null when it is about nobody who speaks.</summary>
    Attribution? FindInClause(string text, string masked, int start, int end)
    {
        if (end > start && masked[end - 1] is ')' or '）' && FindBeforeRemark(text, masked, start, end) is { } remarked)
            return remarked;
        if (ReadPronoun(masked, start, end) is { } early)
            return early;
        start = Clauses.SkipFillers(masked, start, end);
        return start >= end ? null
            : ReadPronoun(masked, start, end) ?? FindWithPost(text, masked, start, end) ?? FindBehindPost(text, masked, start, end) ?? FindHead(text, masked, start, end) ?? FindTail(text, masked, start, end) ?? Bodies.ReadWhole(text, masked, start, end) ?? FindDescribedName(text, masked, start, end);
    }

    /// <summary>创业十二年的林佳慧: a name with a family name behind what describes it.</summary>
    Attribution? FindDescribedName(string text, string masked, int start, int end)
    {
        int de = masked.LastIndexOf('的', end - 1, end - start);
        if (de <= start)
            return null;
        int nameEnd = _names.EndOf(masked, de + 1, end, isIntroduced: false);
        return nameEnd > de + 1 && _names.IsBoundary(masked, nameEnd, end) && words.OrganizationEndings.LengthEndingAt(masked, nameEnd, de + 1) == 0
            ? WithPost(text, masked, de + 1, de + 1, de + 1, nameEnd) with { Organization = words.OrganizationEndings.LengthEndingAt(masked, de, start) > 0 ? OrganizationOf(text, masked, Clauses.StartOfDescription(masked, start, de), de) : null } : null;
    }

    /// <summary>第一作者、医学部的三田村朔博士: a name with an honorific behind a post and what else describes it.</summary>
    Attribution? FindBehindPost(string text, string masked, int start, int end)
    {
        int mark = masked.IndexOf('、', start, end - start);
        return mark > start && words.Posts.LengthEndingAt(masked, mark, start) > 0 && FindDescribedName(text, masked, mark + 1, end) is { } found && words.Honorifics.LengthEndingAt(masked, found.Named.End, found.Named.Start) > 0 ? found : null;
    }

    /// <summary>The person or pronoun that the clause before a colon is about; null when it is about nobody.</summary>
    public Attribution? FindBeforeColon(string text, string masked, int start, int colon)
    {
        int comma = ChineseClauses.LastComma(masked, start, colon);
        Attribution? found = FindInClause(text, masked, comma, colon);
        return found is { Kind: NamingKind.Pronoun } || (found is { Kind: NamingKind.Name, BareName: { } name } && words.OrganizationEndings.LengthEndingAt(name, name.Length, 0) == 0) ? found : null;
    }

    /// <summary>高岛大浩（北京代表处所长）: post and organisation behind the name.</summary>
    Attribution? FindBeforeRemark(string text, string masked, int start, int end)
    {
        int open = masked.AsSpan(start, end - start).LastIndexOfAny('(', '（') + start;
        if (open <= start || FindInClause(text, masked, start, open) is not { Post: null } speaker)
            return null;
        int post = words.Posts.LengthEndingAt(masked, end - 1, open + 1);
        // 松下电器（中国）: where it works is part of the name.
        if (words.States.LengthAt(masked, open + 1, end - 1) == end - 2 - open)
            return speaker.Named.End == open ? speaker with { Named = TextSpan.Between(speaker.Named.Start, end), BareName = text[speaker.Named.Start..end] } : speaker;
        return post == 0 ? speaker : speaker with { Post = text[(end - 1 - post)..(end - 1)], Organization = OrganizationOf(text, masked, open + 1, end - 1 - post) };
    }

    Attribution? ReadPronoun(string masked, int start, int end) =>
        words.Pronouns.LengthAt(masked, start, end) is > 0 and var pronoun && !(start + pronoun < end && masked[start + pronoun] == '的') && _names.IsBoundary(masked, start + pronoun, end) ? new(NamingKind.Pronoun, new(start, pronoun), null) : null;

    /// <summary>日本海湾经济研究所所长原口健介在…: the first post that a name or the end of the subject follows.</summary>
    Attribution? FindWithPost(string text, string masked, int start, int end)
    {
        for (int i = start + 1; i <= end; i++)
        {
            if (words.Posts.LengthEndingAt(masked, i, start) is not (> 0 and var post) || IsPartOfLongerPost(masked, i, end) || words.OrganizationEndings.LengthAt(masked, i - post, end) > post)
                continue;
            int description = Clauses.StartOfDescription(masked, start, i);
            if (i - description > LongestDescription || _names.IsPhrase(masked, description, i))
                continue;
            int nameEnd = _names.EndOf(masked, i, end, isIntroduced: true);
            // 评论员文章: what somebody wrote is not called so.
            bool isText = nameEnd > i && words.DocumentNouns.LengthAt(masked, i, nameEnd) == nameEnd - i;
            if (nameEnd > i && !isText && (_names.IsEnd(masked, i, nameEnd, end) || words.Honorifics.LengthEndingAt(masked, nameEnd, i) > 0))
                return WithPost(text, masked, description, i, i, nameEnd);
            bool isPredicate = masked.AsSpan(description, i - description).Contains('是') || HoldsPlace(masked, description, i);
            if (!isPredicate && _names.IsBoundary(masked, i, end) && !(i < end && masked[i] is '、' or '的') && _description.Read(text, masked, description, i) is { } holder)
                return holder;
        }
        return null;
    }

    /// <summary>工信部在答复人大代表建议时: what is done to those who hold a post, but not 在华代表 and 所在地代表.</summary>
    bool HoldsPlace(string masked, int start, int end)
    {
        int at = masked.IndexOf('在', start, end - start);
        return at > start + 1 && at + 2 < end && masked[at - 1] != '所' && words.OrganizationEndings.LengthEndingAt(masked, at, start) > 0 && masked[at + 1] is not ('华' or '日' or '京' or '沪' or '港' or '野');
    }

    /// <summary>董事长兼总经理 · 会长助理: another post begins where this one ends, or this one is the beginning of a longer one.</summary>
    bool IsPartOfLongerPost(string masked, int end, int limit)
    {
        if (words.Posts.LengthAt(masked, end, limit) > 0 || (end < limit && masked[end] is '兼'))
            return true;
        for (int start = end - 1; start >= Math.Max(0, end - 6); start--)
        {
            if (words.Posts.LengthAt(masked, start, limit) > end - start)
                return true;
        }
        return false;
    }

    Attribution WithPost(string text, string masked, int description, int postEnd, int nameStart, int nameEnd)
    {
        int postStart = postEnd;
        while (words.Posts.LengthEndingAt(masked, postStart, description) is > 0 and var post)
            postStart -= post + (postStart - post > description && masked[postStart - post - 1] is '兼' ? 1 : 0);
        postStart -= postStart < postEnd ? words.PostPrefixes.LengthEndingAt(masked, postStart, description) : 0;
        return new(NamingKind.Name, TextSpan.Between(nameStart, nameEnd), null)
        {
            BareName = BareName(text, masked, nameStart, nameEnd),
            Post = postStart < postEnd ? text[postStart..postEnd].TrimStart('兼') : null,
            Organization = postStart < postEnd ? OrganizationOf(text, masked, description, postStart) : null,
        };
    }

    /// <summary>The name without honorific; a family name of one character keeps it (陈先生).</summary>
    string BareName(string text, string masked, int start, int end) =>
        end - words.Honorifics.LengthEndingAt(masked, end, start) is var bare && bare - start > 1 ? text[start..bare] : text[start..end];

    /// <summary>海事局长 is the 局长 of the 海事局; 食品社长 is no 食品社's.</summary>
    string? OrganizationOf(string text, string masked, int start, int postStart)
    {
        bool isShared = postStart + 1 < masked.Length && masked[postStart + 1] == '长' && masked[postStart] != '社' && words.OrganizationEndings.LengthAt(masked, postStart, postStart + 1) > 0
            && words.OrganizationEndings.LengthEndingAt(masked, postStart, start) == 0;
        // 来自福冈的游客: a place is no organisation.
        if (words.OriginHeads.LengthEndingAt(masked, start, 0) > 0 && masked[postStart - 1] == '的' && words.OrganizationEndings.LengthEndingAt(masked, postStart - 1, start) == 0)
            return null;
        // 前上海市副市长, but 前田工业社长
        int former = start < postStart && masked[start] is '前' or '原' && words.Surnames.LengthAt(masked, start, postStart) < 2 ? 1 : 0;
        return _description.OrganizationIn(text, start + former, isShared ? postStart + 1 : postStart);
    }

    /// <summary>商会主席、德国人约尔格·施密特 · 残留孤儿远藤惠子: a name that ends a description.</summary>
    Attribution? FindTail(string text, string masked, int start, int end)
    {
        for (int i = start + 1; i < end - 1; i++)
        {
            int nameEnd = _names.EndOf(masked, i, end, isIntroduced: false);
            if (words.Posts.LengthAt(masked, Math.Max(start, i - 1), end) > 1)
                continue;
            bool isTold = words.Surnames.LengthAt(masked, i, end) > 1 || masked.AsSpan(i, Math.Max(0, nameEnd - i)).Contains('·') || words.SpeakingNouns.LengthEndingAt(masked, i, start) > 0
                || (nameEnd - i > 2 && words.PostLetters.Contains(masked[i - 1]));
            if (nameEnd > i && isTold && _names.IsBoundary(masked, nameEnd, end) && words.OrganizationEndings.LengthEndingAt(masked, nameEnd, i) == 0)
                return WithPost(text, masked, Clauses.StartOfDescription(masked, start, EndOfPost(masked, start, i)), EndOfPost(masked, start, i), i, nameEnd);
        }
        return null;
    }

    /// <summary>The end of the last post before a name that a remark (、德国人) parts from it; the start of the name when there is none.</summary>
    int EndOfPost(string masked, int start, int name)
    {
        for (int i = name; i > start; i--)
        {
            if (words.Posts.LengthEndingAt(masked, i, start) > 0)
                return i;
        }
        return name;
    }

    /// <summary>The shortest beginning of a clause that names somebody and is followed by an adverb, a preposition or the end.</summary>
    Attribution? FindHead(string text, string masked, int start, int end)
    {
        if (Bodies.ReadTitle(masked, start, end) is { } title)
            return title;
        int own = Clauses.StartOfDescription(masked, start, Math.Min(end, start + LongestDescription));
        for (int i = start + 1; i <= Math.Min(end, start + LongestDescription); i++)
        {
            // The report of an agency speaks, not the agency.
            if (_names.IsBoundary(masked, i, end) && !(i < end && masked[i] == '的') && !_names.IsGivenName(masked, start, i, end) && !IsBracket(masked, i, end) && ReadHead(text, masked, start, i) is { } found)
                return found;
        }
        return own > start && own < end ? FindHead(text, masked, own, end) : null;
    }

    /// <summary>松下电器（中国）有限公司: a bracket within a name.</summary>
    bool IsBracket(string masked, int at, int end)
    {
        int close = at < end && masked[at] is '(' or '（' ? masked.AsSpan(at, Math.Min(end - at, LongestPlaceBeforeTitle)).IndexOfAny(')', '）') : -1;
        return close > 0 && !_names.IsBoundary(masked, at + close + 1, end);
    }

    Attribution? ReadHead(string text, string masked, int start, int end)
    {
        if (_names.IsPhrase(masked, start, end))
            return null;
        int noun = words.SpeakingNouns.LengthEndingAt(masked, end, start);
        int ending = words.OrganizationEndings.LengthEndingAt(masked, end, start);
        if (noun > 0 || (ending > 0 && end - start > ending))
            return noun > 0 && !(ending >= noun && words.OwnsName(masked, start, end - ending))
                ? new(NamingKind.Noun, TextSpan.Between(start, end), null)
                : new(NamingKind.Name, TextSpan.Between(start, end), null) { BareName = text[start..end] };
        if (_names.EndOf(masked, start, end, isIntroduced: false) == end || IsKnown(text[start..end]) || Bodies.IsTranscribed(masked, start, end))
            return new(NamingKind.Name, TextSpan.Between(start, end), null) { BareName = BareName(text, masked, start, end) };
        return null;
    }

    bool IsKnown(string name) => name.Length >= ShortestKnownName && known.Any(person => person.StartsWith(name, StringComparison.Ordinal));

}
