using System.Buffers;
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

    /// <summary>Characters of pronouns, particles and times, which are part of no name that stands alone.</summary>
    static readonly SearchValues<char> NotInNames = SearchValues.Create("的了是不我们这那有没也说日月年");

    readonly SpeakerDescription _description = new(words);
    readonly ChineseNames _names = new(words);

    /// <summary>The speaker named between a position and a verb, in the clause of the verb or one before; null when none is.</summary>
    public Attribution? Find(string text, string masked, int start, int verb)
    {
        int end = verb;
        for (int clause = 0; clause < MaxClauses && end > start; clause++)
        {
            while (end > start && IsComma(masked[end - 1]))
                end--;
            int comma = LastComma(masked, start, end);
            if ((FindInClause(text, masked, comma, end) ?? (clause == 0 ? ReadState(masked, SkipFillers(masked, comma, end), end) : null)) is { } found)
                return found;
            end = comma;
        }
        return null;
    }

    /// <summary>The person or pronoun that a sentence without a verb of saying begins with; null when it begins with anything else.</summary>
    public Attribution? FindFirst(string text, string masked, int start, int end)
    {
        int comma = start;
        while (comma < end && !IsComma(masked[comma]))
            comma++;
        Attribution? first = FindInClause(text, masked, start, comma);
        bool isPerson = first is { Kind: NamingKind.Pronoun } || (first is { Kind: NamingKind.Name, BareName: { } name } && words.OrganizationEndings.LengthEndingAt(name, name.Length, 0) == 0);
        return isPerson ? first : null;
    }

    /// <summary>The speaker whom a clause is about; null when it is about nobody who speaks.</summary>
    Attribution? FindInClause(string text, string masked, int start, int end)
    {
        if (end > start && masked[end - 1] is ')' or '）' && FindBeforeRemark(text, masked, start, end) is { } remarked)
            return remarked;
        if (ReadPronoun(masked, start, end) is { } early)
            return early;
        start = SkipFillers(masked, start, end);
        return start >= end ? null
            : ReadPronoun(masked, start, end) ?? FindWithPost(text, masked, start, end) ?? FindHead(text, masked, start, end) ?? FindTail(text, masked, start, end) ?? ReadWhole(text, masked, start, end);
    }

    /// <summary>高岛大浩（北京代表处所长）: post and organisation behind the name.</summary>
    Attribution? FindBeforeRemark(string text, string masked, int start, int end)
    {
        int open = masked.AsSpan(start, end - start).LastIndexOfAny('(', '（') + start;
        if (open <= start || FindInClause(text, masked, start, open) is not { Post: null } speaker)
            return null;
        int post = words.Posts.LengthEndingAt(masked, end - 1, open + 1);
        return post == 0 ? speaker : speaker with { Post = text[(end - 1 - post)..(end - 1)], Organization = OrganizationOf(text, masked, open + 1, end - 1 - post) };
    }

    Attribution? ReadPronoun(string masked, int start, int end) =>
        words.Pronouns.LengthAt(masked, start, end) is > 0 and var pronoun && _names.IsBoundary(masked, start + pronoun, end) ? new(NamingKind.Pronoun, new(start, pronoun), null) : null;

    /// <summary>中国表示 · 日方也强调 · 中国和日本均表示: a state speaks, in the clause of the verb itself.</summary>
    Attribution? ReadState(string masked, int start, int end)
    {
        int last = start;
        for (int state = words.States.LengthAt(masked, last, end); state > 0; state = last < end && masked[last] is '和' or '与' or '、' ? words.States.LengthAt(masked, last + 1, end) + 1 : 0)
        {
            if (state == 1 && last > start)
                break;
            last += state;
        }
        return last > start && _names.IsBoundary(masked, last, end) && !(last < end && masked[last] == '的') ? new(NamingKind.Name, TextSpan.Between(start, last), null) : null;
    }

    /// <summary>日本海湾经济研究所所长原口健介在…: the first post that a name or the end of the subject follows.</summary>
    Attribution? FindWithPost(string text, string masked, int start, int end)
    {
        for (int i = start + 1; i <= end; i++)
        {
            if (words.Posts.LengthEndingAt(masked, i, start) is not (> 0 and var post) || IsPartOfLongerPost(masked, i, end))
                continue;
            int description = StartOfDescription(masked, start, i);
            if (i - description > LongestDescription || _names.IsPhrase(masked, description, i))
                continue;
            int nameEnd = _names.EndOf(masked, i, end, isIntroduced: true);
            // 评论员文章: what somebody wrote is not called so.
            bool isText = nameEnd > i && words.DocumentNouns.LengthAt(masked, i, nameEnd) == nameEnd - i;
            if (nameEnd > i && !isText && (_names.IsBoundary(masked, nameEnd, end) || words.Honorifics.LengthEndingAt(masked, nameEnd, i) > 0))
                return WithPost(text, masked, description, i, i, nameEnd);
            bool isPredicate = masked.AsSpan(description, i - description).Contains('是');
            if (!isPredicate && _names.IsBoundary(masked, i, end) && !(i < end && masked[i] is '、' or '的') && _description.Read(text, masked, description, i) is { } holder)
                return holder;
        }
        return null;
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

    /// <summary>海事局长 is the 局长 of the 海事局.</summary>
    string? OrganizationOf(string text, string masked, int start, int postStart)
    {
        bool isShared = postStart + 1 < masked.Length && masked[postStart + 1] == '长' && words.OrganizationEndings.LengthAt(masked, postStart, postStart + 1) > 0
            && words.OrganizationEndings.LengthEndingAt(masked, postStart, start) == 0;
        string organization = text[start..(isShared ? postStart + 1 : postStart)].Trim().Trim('的', '、', '，', '前', '原').Trim();
        return organization.Length > 1 ? organization : null;
    }

    /// <summary>商会主席、德国人约尔格·施密特 · 残留孤儿远藤惠子: a name that ends a description.</summary>
    Attribution? FindTail(string text, string masked, int start, int end)
    {
        for (int i = start + 1; i < end - 1; i++)
        {
            int nameEnd = _names.EndOf(masked, i, end, isIntroduced: false);
            if (words.Posts.LengthAt(masked, Math.Max(start, i - 1), end) > 1)
                continue;
            bool isTold = words.Surnames.LengthAt(masked, i, end) > 1 || masked.AsSpan(i, Math.Max(0, nameEnd - i)).Contains('·') || words.SpeakingNouns.LengthEndingAt(masked, i, start) > 0;
            if (nameEnd > i && isTold && _names.IsBoundary(masked, nameEnd, end) && words.OrganizationEndings.LengthEndingAt(masked, nameEnd, i) == 0)
                return WithPost(text, masked, StartOfDescription(masked, start, EndOfPost(masked, start, i)), EndOfPost(masked, start, i), i, nameEnd);
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

    /// <summary>西阵说：a clause that is nothing but two to four characters and the verb.</summary>
    Attribution? ReadWhole(string text, string masked, int start, int end)
    {
        bool isName = end - start is >= 2 and <= 4 && masked.AsSpan(start, end - start).IndexOfAnyExceptInRange('\u3400', '\u9fff') < 0
            && masked.AsSpan(start, end - start).IndexOfAny(NotInNames) < 0 && words.NotNames.LengthAt(masked, start, end) == 0 && words.NotNames.LengthEndingAt(masked, end, start) == 0
            && words.States.LengthAt(masked, start, end) == 0;
        return isName ? new(NamingKind.Name, TextSpan.Between(start, end), null) { BareName = text[start..end] } : null;
    }

    /// <summary>The shortest beginning of a clause that names somebody and is followed by an adverb, a preposition or the end.</summary>
    Attribution? FindHead(string text, string masked, int start, int end)
    {
        if (ReadTitle(masked, start, end) is { } title)
            return title;
        int own = StartOfDescription(masked, start, Math.Min(end, start + LongestDescription));
        for (int i = start + 1; i <= Math.Min(end, start + LongestDescription); i++)
        {
            // The report of an agency speaks, not the agency.
            if (_names.IsBoundary(masked, i, end) && !(i < end && masked[i] == '的') && ReadHead(text, masked, start, i) is { } found)
                return found;
        }
        return own > start && own < end ? FindHead(text, masked, own, end) : null;
    }

    /// <summary>《东海新闻》 · 《东海新闻》社论: a paper, or what it printed.</summary>
    Attribution? ReadTitle(string masked, int start, int end)
    {
        int close = masked.IndexOf('》', start, end - start);
        int open = close > 0 ? masked.IndexOf('《', start, close - start) : -1;
        // 经济产业省发布的《…》: who published it is no part of the title.
        start = open > start && masked[open - 1] == '的' ? open : start;
        bool isTitle = open >= start && open - start <= LongestPlaceBeforeTitle;
        return isTitle ? new(NamingKind.Noun, TextSpan.Between(start, close + 1 + words.SpeakingNouns.LengthAt(masked, close + 1, end)), null) : null;
    }

    Attribution? ReadHead(string text, string masked, int start, int end)
    {
        if (_names.IsPhrase(masked, start, end))
            return null;
        if (words.SpeakingNouns.LengthEndingAt(masked, end, start) > 0 || words.OrganizationEndings.LengthEndingAt(masked, end, start) is > 0 and var ending && end - start > ending)
            return words.SpeakingNouns.LengthEndingAt(masked, end, start) > 0
                ? new(NamingKind.Noun, TextSpan.Between(start, end), null)
                : new(NamingKind.Name, TextSpan.Between(start, end), null) { BareName = text[start..end] };
        if (_names.EndOf(masked, start, end, isIntroduced: false) == end || IsKnown(text[start..end]))
            return new(NamingKind.Name, TextSpan.Between(start, end), null) { BareName = BareName(text, masked, start, end) };
        return null;
    }

    bool IsKnown(string name) => name.Length >= ShortestKnownName && known.Any(person => person.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Behind the last 的 or 、 and what tells where somebody is from, but for the name of an organisation that an enumeration ends in.</summary>
    int StartOfDescription(string masked, int start, int end)
    {
        int i = end;
        while (i > start && !(masked[i - 1] == '的' && IsClause(masked, start, i - 1)) && masked[i - 1] is not '、')
            i--;
        return SkipFillers(masked, i, end);
    }

    /// <summary>来自…的, 负责…的: a clause before 的, not the organisation of a post.</summary>
    bool IsClause(string masked, int start, int de)
    {
        int from = SkipFillers(masked, start, de);
        return from < de && (masked[from] is '来' or '负' or '正' or '参' or '前' || words.Prepositions.LengthAt(masked, from, de) > 0);
    }

    int SkipFillers(string masked, int start, int end)
    {
        int i = start;
        while (i < end)
        {
            if (IsComma(masked[i]) || masked[i] is ' ' or '、' or '\u3000' or ')' or '(')
                i++;
            else if (words.Adverbs.LengthAt(masked, i, end) is > 0 and var adverb && words.Surnames.LengthAt(masked, i, end) < adverb && words.Posts.LengthAt(masked, i, end) <= adverb && words.SpeakingNouns.LengthAt(masked, i, end) <= adverb)
                i += adverb;
            else if (words.Determiners.LengthAt(masked, i, end) is > 0 and var determiner)
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

    static bool IsComma(char c) => c is ',' or '，' or ':' or '：' || HanSentences.IsBlank(c);

    static int LastComma(string masked, int start, int end)
    {
        int i = end;
        while (i > start && !IsComma(masked[i - 1]))
            i--;
        return i;
    }
}
