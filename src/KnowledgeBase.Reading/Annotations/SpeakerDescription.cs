using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Takes the words that describe a speaker apart: organisation, post, name, honorific.</summary>
sealed class SpeakerDescription(HanWords words)
{
    /// <summary>Longer names are descriptions (a guess: 12 characters hold every romanised or dotted name of the examples).</summary>
    const int MaxName = 12;

    /// <summary>ジャン・クロード・トリシェ with its parentheses, and some to spare (a guess).</summary>
    const int LongestReading = 24;

    /// <summary>Five characters for a family name of three and a given name of two, and one to spare.</summary>
    public const int LongestHanName = 6;

    readonly PostBounds _bounds = new(words);

    /// <summary>The naming in a stretch; null when it describes nobody.</summary>
    public Attribution? Read(string text, string folded, int start, int end)
    {
        end = BeforeAside(folded, start, end);
        (start, end) = Trim(folded, start, end);
        if (end - start < 1)
            return null;
        if (words.Pronouns.LengthEndingAt(folded, end, start) is > 0 and var pronoun && pronoun == end - start)
            return new(NamingKind.Pronoun, TextSpan.Between(start, end), null);
        if (folded[start] == '同' && words.Posts.LengthAt(folded, start + 1, end) == end - start - 1 && end - start > 2)
            return new(NamingKind.Pronoun, TextSpan.Between(start, end), null);
        int honorific = words.Honorifics.LengthEndingAt(folded, end, start);
        int nameEnd = BeforeReading(folded, start, end - honorific);
        if (honorific == 0 && words.Posts.LengthEndingAt(folded, end, start) is > 0 and var post)
            return ReadNameBeforePost(text, folded, start, end, post);
        int postEnd = LastPostEnd(folded, start, nameEnd);
        int nameStart = postEnd > start ? postEnd : StartAfterOrganization(folded, start, nameEnd);
        (nameStart, _) = Trim(folded, nameStart, nameEnd);
        if (nameStart < nameEnd && folded[nameStart] == 'の')
            nameStart++;
        // 貿易促進委員会: 委員 is no post before a name.
        bool isCut = !words.HasSurnames && honorific == 0 && nameEnd - nameStart < 2;
        if (isCut || !IsName(folded, nameStart, nameEnd, honorific > 0 || postEnd > start))
            return IsOrganization(folded, start, nameEnd) ? new(NamingKind.Name, TextSpan.Between(start, end), null) : null;
        Attribution found = new(NamingKind.Name, TextSpan.Between(nameStart, end), null) { BareName = text[nameStart..nameEnd] };
        return postEnd > start ? WithPost(found, text, folded, start, postEnd) : found with { Organization = OrganizationIn(text, start, nameStart) };
    }

    /// <summary>彭博社（Bloomberg News）: what stands in parentheses at the end in Latin letters is the same name again.</summary>
    static int BeforeAside(string folded, int start, int end)
    {
        int open = end > start && folded[end - 1] == ')' ? folded.LastIndexOf('(', end - 1, end - start) : -1;
        return open > start && LatinRun.EndOf(folded, open + 1, end - 1) == end - 1 ? open : end;
    }

    /// <summary>田中市長 · 神戸市の田中太郎市長 · 外交部发言人 (no name)</summary>
    Attribution ReadNameBeforePost(string text, string folded, int start, int end, int post)
    {
        int postStart = end - post;
        while (words.Posts.LengthEndingAt(folded, postStart, start) is > 0 and var more)
            postStart -= more;
        postStart = _bounds.EndOfForeignName(folded, start, _bounds.StartOfKatakana(folded, start, StartOfScope(folded, start, postStart)));
        int nameEnd = BeforeReading(folded, start, postStart);
        int nameStart = StartAfterOrganization(folded, start, nameEnd);
        // トランプ米大統領
        postStart += nameEnd > start && FoldedText.IsKatakana(folded[nameEnd - 1]) ? words.PostNations.LengthAt(folded, postStart, end) : 0;
        if (ReadNameBeforeDot(text, folded, (start, nameStart), postStart, end) is { } dotted)
            return dotted;
        bool isSurname = nameStart < nameEnd && words.Surnames.LengthAt(folded, nameStart, nameEnd) == nameEnd - nameStart;
        // Canalys分析师: before a Chinese post stands the company, the analyst's name would stand behind it.
        bool isCompany = words.HasSurnames && nameStart < nameEnd && LatinRun.EndOf(folded, nameStart, nameEnd) == nameEnd;
        bool isGeneral = isCompany || !words.HasSurnames && words.SpeakingNouns.Contains(folded.AsSpan(end - post, post));
        if (isGeneral || (!isSurname && !IsName(folded, nameStart, nameEnd, certain: !words.HasSurnames)) || (IsOrganization(folded, nameStart, nameEnd) && !IsFamilyName(folded, nameStart, nameEnd)))
        {
            return new(NamingKind.Noun, TextSpan.Between(start, end), null)
            {
                Post = text[postStart..end],
                Organization = OrganizationIn(text, start, postStart),
            };
        }
        return new(NamingKind.Name, TextSpan.Between(nameStart, end), null)
        {
            BareName = text[nameStart..nameEnd],
            Post = text[postStart..end],
            Organization = OrganizationIn(text, start, nameStart),
        };
    }

    /// <summary>劉勁松アジア局長, 垂井元大使: where the field begins that belongs to a post, with a name before it; the post itself else.</summary>
    int StartOfScope(string folded, int start, int postStart)
    {
        // 元駐中国大使: whoever held a post before.
        if (words.PostPrefixes.LengthEndingAt(folded, postStart, start) is > 0 and var prefix && (postStart - prefix == start || postStart - prefix >= start + 2))
            return postStart - prefix;
        int scope = _bounds.StartOfScopes(folded, start, postStart);
        if (scope == postStart)
            return postStart;
        int name = StartAfterOrganization(folded, start, scope);
        bool isForeign = scope > name && FoldedText.IsKatakana(folded[scope - 1]) && folded.AsSpan(name, scope - name).Contains('·');
        bool isName = isForeign || (scope - name is >= 2 and <= LongestHanName && IsAllHan(folded, name, scope) && !words.NotNames.Contains(folded.AsSpan(name, scope - name)));
        return (name == scope && words.States.LengthAt(folded, scope, postStart) == 0) || (isName && (!IsOrganization(folded, name, scope) || IsFamilyName(folded, name, scope))) ? scope : postStart;
    }

    /// <summary>中村知事, 服部部長: of two letters, the last of which else ends the name of a body.</summary>
    bool IsFamilyName(string folded, int start, int end) =>
        end - start == 2 && folded[start] != '同' && words.FamilyNameEndings.LengthEndingAt(folded, end, start) == 1 && !words.NotNames.Contains(folded.AsSpan(start, 2));

    /// <summary>王文涛（ワン・ウェンタオ）商務相: before the reading of a name in parentheses, which holds no Han character.</summary>
    public static int BeforeReading(string folded, int start, int end)
    {
        int open = end > start + 2 && folded[end - 1] == ')' ? folded.LastIndexOf('(', end - 1, Math.Min(end - start, LongestReading)) : -1;
        return open > start && folded.AsSpan(open, end - open).IndexOfAnyInRange('\u3400', '\u9fff') < 0 ? open : end;
    }

    /// <summary>楢崎悟・経団連副会長: the name stands before the dot, organisation and post behind it.</summary>
    Attribution? ReadNameBeforeDot(string text, string folded, (int Whole, int Name) from, int postStart, int end)
    {
        int start = from.Name;
        int dot = words.HasSurnames || postStart <= start ? -1 : folded.IndexOf('·', start, postStart - start);
        int name = dot;
        while (name > start && IsAllHan(folded, name - 1, name))
            name--;
        bool isName = dot - name is >= 2 and <= LongestHanName && (name == start || FoldedText.IsHiragana(folded[name - 1]));
        if (!isName || (dot + 1 < postStart && FoldedText.IsKatakana(folded[dot + 1]) && postStart - dot < 4))
            return null;
        // 山形県の佐久間栄一・商工労働部長
        int scope = _bounds.StartOfScopes(folded, dot + 1, postStart);
        if (scope == dot + 1)
            return new(NamingKind.Name, TextSpan.Between(name, end), null) { BareName = text[name..dot], Post = text[scope..end], Organization = OrganizationIn(text, from.Whole, name) };
        return new(NamingKind.Name, TextSpan.Between(name, dot), null) { BareName = text[name..dot], Post = text[postStart..end], Organization = OrganizationIn(text, dot + 1, postStart) };
    }

    Attribution WithPost(Attribution found, string text, string folded, int start, int postEnd)
    {
        int postStart = StartOfPosts(folded, start, postEnd);
        return found with { Post = text[postStart..postEnd], Organization = OrganizationIn(text, start, postStart) };
    }

    /// <summary>社長兼CEO, 常務執行役員アジア統括: posts with what joins them, and the field of one behind another.</summary>
    public int StartOfPosts(string folded, int start, int end)
    {
        int at = end;
        while (words.Posts.LengthEndingAt(folded, at, start) is > 0 and var length)
        {
            end = at - length;
            at = end;
            while (words.PostScopes.LengthEndingAt(folded, at, start) is > 0 and var scope)
                at -= scope;
            if (at == end && at > start && folded[at - 1] is '兼' or '、' or '·')
                at--;
        }
        // 元駐中国大使
        return StartOfScope(folded, start, end);
    }

    /// <summary>The end of the last post in a stretch, not counting one that begins a name; the start when there is none.</summary>
    int LastPostEnd(string folded, int start, int end)
    {
        for (int i = end; i > start; i--)
        {
            if (words.Posts.LengthEndingAt(folded, i, start) > 0)
                return i;
        }
        return start;
    }

    /// <summary>Where a name in Latin letters begins; else after the last の or 的, else after the last ending of an organisation's name.</summary>
    int StartAfterOrganization(string folded, int start, int end)
    {
        if (LatinRun.StartOf(folded, end, start) is var latin && latin < end)
            return latin;
        for (int i = end; i > start; i--)
        {
            if ((folded[i - 1] == 'の' && !IsWithinHiragana(folded, i - 1, start, end)) || folded[i - 1] is '的' or ' ' or '「' or '」' or '“' or '”')
                return i;
        }
        for (int i = end - 1; i > start + 1; i--)
        {
            // 西村明美: what ends family names too ends no organisation here.
            if (words.OrganizationEndings.LengthEndingAt(folded, i, start) is > 0 and var length && i - length >= start + 2
                && !(length == 1 && (words.FamilyNameEndings.LengthEndingAt(folded, i, start) == 1 || words.NotBehindEndings.LengthAt(folded, i, end) > 0)))
                return i;
        }
        return start;
    }

    /// <summary>ひので銀行: the の of a name in hiragana.</summary>
    static bool IsWithinHiragana(string folded, int at, int start, int end) =>
        at > start && at + 1 < end && FoldedText.IsHiragana(folded[at - 1]) && FoldedText.IsHiragana(folded[at + 1]);

    bool IsName(string folded, int start, int end, bool certain)
    {
        int length = end - start;
        if (length > MaxName && length <= LongestReading && IsDottedKatakana(folded, start, end))
            return true;
        if (length is < 1 or > MaxName || words.NotNames.Contains(folded.AsSpan(start, length)) || !folded.AsSpan(start, length).ContainsAnyExceptInRange('\0', '\u2fff'))
            return length is > 1 and <= 30 && start < end && char.IsAsciiLetterUpper(folded[start]) && IsNameLike(folded, start, end);
        if (IsAllHan(folded, start, end) && length > LongestHanName)
            return false;
        return IsNameLike(folded, start, end) && (certain || folded.AsSpan(start, length).Contains('·') || FoldedText.IsKatakana(folded[start]) || HasSurname(folded, start, end));
    }

    /// <summary>At most four characters that begin with a family name.</summary>
    bool HasSurname(string folded, int start, int end) =>
        end - start is >= 2 and <= 6 && words.Surnames.LengthAt(folded, start, end) is > 0 and var surname && end - start - surname <= 3;

    bool IsOrganization(string folded, int start, int end) => end - start >= 2 && words.OrganizationEndings.LengthEndingAt(folded, end, start) > 0;

    static bool IsNameLike(string folded, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            bool hiragana = folded[i] is >= 'ぁ' and <= 'ゖ';
            if (!(FoldedText.IsHanOrKana(folded[i]) || FoldedText.IsAlphabetic(folded[i]) || folded[i] is '·' or ' ' or '.' or '-' or '\'') || (hiragana && folded[i] is 'は' or 'が' or 'を' or 'に' or 'で' or 'と'))
                return false;
        }
        return true;
    }

    /// <summary>ジャン・クロード・トリシェ</summary>
    static bool IsDottedKatakana(string folded, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!FoldedText.IsKatakana(folded[i]) && folded[i] != '·')
                return false;
        }
        return folded.AsSpan(start, end - start).Contains('·');
    }

    public static bool IsAllHan(string folded, int start, int end) => folded.AsSpan(start, end - start).IndexOfAnyExceptInRange('\u3400', '\u9fff') < 0;

    public string? OrganizationIn(string text, int start, int end)
    {
        // 韩国产业部一位不愿透露姓名的官员: who has no name belongs to no organisation's name.
        int one = words.NamelessOnes.Select(word => text.IndexOf(word, start, end - start, StringComparison.Ordinal)).Where(at => at > start).DefaultIfEmpty(end).Min();
        string organization = text[start..one].Trim().Trim('の', '的', '、', '，', '・', '兼', '「', '」', '“', '”').Trim();
        return organization.Length > 1 ? organization : null;
    }

    /// <summary>Takes adverbs, dates and marks off both ends.</summary>
    public (int Start, int End) Trim(string folded, int start, int end)
    {
        while (start < end)
        {
            if (IsFiller(folded[start]))
                start++;
            else if (words.Adverbs.LengthAt(folded, start, end) is > 0 and var leading && leading < end - start && words.Posts.LengthAt(folded, start, end) <= leading)
                start += leading;
            else if (LengthOfDate(folded, start, end) is > 0 and var date)
                start += date;
            else
                break;
        }
        while (end > start && IsFiller(folded[end - 1]))
            end--;
        return (start, end);
    }

    static bool IsFiller(char c) => char.IsWhiteSpace(c) || c is '，' or '、' or ',' or '。' or ':' or '：' or ';' or '；' or ')' or '(' or '\u3000' or '!' or '?';

    /// <summary>12日, 2023年9月15日, 午前10時: digits and the units after them.</summary>
    static int LengthOfDate(string folded, int start, int end)
    {
        int i = start;
        while (i < end && char.IsAsciiDigit(folded[i]))
            i++;
        return i > start && i < end && folded[i] is '年' or '月' or '日' or '时' or '時' or '点' or '分' ? i + 1 - start : 0;
    }
}
