using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of organisations in a text without spaces by the words directly before and behind them.</summary>
sealed class IntroducedOrganizations(LanguageRules rules, ContentFolder content, OrganizationWords words, HanNameBounds bounds)
{
    const int LeastCharacters = HanNameBounds.LeastCharacters;

    /// <summary>Two characters behind an introduction are rather a word (企業の買収), but before a bracket.</summary>
    const int LeastIntroduced = 3;

    /// <summary>A name that only its surroundings show has no more (a guess: ten letters hold every one of the examples).</summary>
    const int MostShown = 10;

    /// <summary>Up to three letters before a post are rather a person (田中社长).</summary>
    const int LeastBeforePost = 4;

    /// <summary>The bracket with place and date before a company's release is not longer.</summary>
    const int LongestReleaseLine = 40;

    /// <summary>林一郎 and 長谷川健太: a family name and a given one.</summary>
    const int LeastFullName = 3, MostOfPerson = 5;

    readonly WordList _titles = new(rules.Posts.Concat(rules.Honorifics), content.HanVariants);
    readonly WordList _forms = new(rules.Organizations.FormsBefore, content.HanVariants);
    readonly WordList _introductions = new(rules.Organizations.Introductions, content.HanVariants);
    readonly WordList _subjectTails = new(rules.Organizations.SubjectTails, content.HanVariants);
    readonly WordList _companyMarks = new(rules.Organizations.CompanyMarks, content.HanVariants);
    readonly WordList _companyTails = new(rules.Organizations.CompanyTails, content.HanVariants);
    readonly WordList _katakanaTails = new(rules.Organizations.KatakanaTails, content.HanVariants);
    readonly WordList _releaserTails = new(rules.Organizations.ReleaserTails, content.HanVariants);
    readonly WordList _releaseMarks = new(rules.Organizations.ReleaseMarks, content.HanVariants);
    readonly WordList _pauses = new(rules.Organizations.Pauses, content.HanVariants);
    readonly WordList _seatHeads = new(rules.Organizations.SeatHeads, content.HanVariants);
    readonly WordList _shareTails = new(rules.Organizations.ShareTails, content.HanVariants);
    readonly WordList _leads = new(rules.Organizations.CompanyLeads, content.HanVariants);
    readonly WordList _followers = new(rules.Organizations.SubjectTails.Concat(rules.Organizations.CompanyFollowers), content.HanVariants);
    readonly WordList _notNames = new(rules.Posts.Concat(rules.NotNames).Concat(rules.Organizations.CommonNouns).Concat(rules.Organizations.Descriptions), content.HanVariants);

    /// <summary>Where the bracket with place and date ends that begins a release; 0 when there is none.</summary>
    public int EndOfReleaseLine(string folded)
    {
        int start = folded.Length - folded.AsSpan().TrimStart(" \n").Length;
        int close = start < folded.Length && folded[start] == '【' ? folded.IndexOf('】', start, Math.Min(LongestReleaseLine, folded.Length - start)) : -1;
        for (int i = start; i < close; i++)
        {
            if (_releaseMarks.LengthAt(folded, i, close) > 0)
                return close + 1;
        }
        return 0;
    }

    /// <summary>True when a short name in capitals stands in a bracket: (NEDO).</summary>
    public static bool HasAbbreviation(string folded, int at)
    {
        int end = at + 1;
        while (at < folded.Length && folded[at] == '(' && end < folded.Length && char.IsAsciiLetterUpper(folded[end]))
            end++;
        return end - at > LeastIntroduced && end < folded.Length && folded[end] == ')';
    }

    /// <summary>【大阪，2025年12月18日】NAMEは: a release begins with the company.</summary>
    public TextSpan? FindReleaser(string folded, int start)
    {
        int end = bounds.EndOfName(folded, start);
        bool isSubject = end < folded.Length && (!FoldedText.IsHiragana(folded[end]) || _releaserTails.LengthAt(folded, end, folded.Length) > 0);
        bool isName = isSubject && end - start is > LeastCharacters and < HanNameBounds.MaxCharacters && !bounds.IsGeneric(folded, start, end) && bounds.Cities.LengthAt(folded, start, end) < end - start;
        return isName ? TextSpan.Between(start, end) : null;
    }

    /// <summary>The name that follows a legal form or words that introduce a company, when they begin here.</summary>
    public TextSpan? FindAfter(string folded, int at) => FindAfterForm(folded, at) ?? FindAfterIntroduction(folded, at) ?? FindAfterSeat(folded, at);

    /// <summary>株式会社NAME</summary>
    TextSpan? FindAfterForm(string folded, int at)
    {
        int form = _forms.LengthAt(folded, at, folded.Length);
        if (form == 0)
            return null;
        int end = bounds.EndOfName(folded, at + form);
        return end - (at + form) >= LeastCharacters ? TextSpan.Between(at + form, end) : null;
    }

    /// <summary>機械メーカーのNAME（大阪市）, 化妆品巨头NAME宣布: the words before it say that a company follows.</summary>
    TextSpan? FindAfterIntroduction(string folded, int at)
    {
        int introduction = _introductions.LengthAt(folded, at, folded.Length);
        int start = at + introduction;
        if (introduction == 0)
            return null;
        start += start < folded.Length && folded[start] is '“' or '「' or '"' ? 1 : 0;
        int end = bounds.EndOfEndings(folded, bounds.EndOfName(folded, start));
        // 企業の約3割
        if (IsPerson(folded, start, end) || (end - start > 1 && folded[start] is '约' && char.IsAsciiDigit(folded[start + 1])))
            return null;
        // 日资企业…: where the word may as well be part of what is said, more must show that a name follows.
        bool isDescription = words.Descriptions.LengthAt(folded, at, start) == introduction;
        if (isDescription && introduction < LeastIntroduced && at - bounds.StartOfName(folded, at, Math.Max(0, at - LeastBeforePost)) < LeastCharacters)
            return null;
        // 设立子公司NAME，: founded or bought, it has its name directly behind.
        bool isMade = isDescription && end - start >= LeastIntroduced && end < folded.Length && folded[end] is ',' or '。' && _leads.LengthEndingAt(folded, at, 0) > 0;
        bool hasBracket = isMade || (end < folded.Length && folded[end] == '(');
        bool isName = end - start >= (hasBracket ? LeastCharacters : LeastIntroduced) && end - start <= HanNameBounds.MaxCharacters && IsName(folded, start, end)
            && (hasBracket || !(isDescription || _pauses.LengthEndingAt(folded, at + introduction, at) > 0) || _subjectTails.LengthAt(folded, end, folded.Length) > 0 || (end < folded.Length && char.IsAsciiDigit(folded[end])));
        return isName ? TextSpan.Between(start, end) : null;
    }

    /// <summary>商社の福岡一郎社長: of the length of a full name, in Han characters only and before a post; where family names are listed (Chinese), they tell.</summary>
    bool IsPerson(string folded, int start, int end) =>
        words.Surnames.IsEmpty && end - start is >= LeastFullName and <= MostOfPerson && folded.AsSpan(start, end - start).IndexOfAnyExceptInRange('\u3400', '\u9fff') < 0
        && _titles.LengthAt(folded, end, folded.Length) > 0 && bounds.Endings.LengthEndingAt(folded, end, start) == 0;

    /// <summary>总部位于杭州的NAME今日宣布: behind its seat and before what it does stands a company.</summary>
    TextSpan? FindAfterSeat(string folded, int at)
    {
        int head = _seatHeads.LengthAt(folded, at, folded.Length);
        int city = head > 0 ? bounds.Cities.LengthAt(folded, at + head, folded.Length) : 0;
        int place = at + head + city;
        place += city > 0 ? words.CityEndings.LengthAt(folded, place, folded.Length) : 0;
        int tail = city > 0 ? words.Possessives.LengthAt(folded, place, folded.Length) : 0;
        int start = place + tail;
        int end = tail > 0 ? bounds.EndOfName(folded, start) : start;
        bool isName = end - start is >= LeastIntroduced and <= MostShown && IsName(folded, start, end) && (_followers.LengthAt(folded, end, folded.Length) > 1 || bounds.BeginsDate(folded, end));
        return isName ? TextSpan.Between(start, end) : null;
    }

    /// <summary>NAME的51%股权: what stands before a share is a company.</summary>
    bool IsBeforeShare(string folded, int end)
    {
        int possessive = words.Possessives.LengthAt(folded, end, folded.Length);
        int at = end + possessive;
        while (at < folded.Length && (char.IsAsciiDigit(folded[at]) || folded[at] is '.' or '%'))
            at++;
        return possessive > 0 && _shareTails.LengthAt(folded, at, folded.Length) > 0;
    }

    /// <summary>The name that ends here, when what follows is said of companies only: NAME（本社・大阪市）, NAMEの社長, カタカナ社.</summary>
    public TextSpan? FindBefore(string folded, int end, int from)
    {
        bool isMarked = folded[end] == '(' && _companyMarks.LengthAt(folded, end + 1, folded.Length) > 0;
        bool isTailed = _companyTails.LengthAt(folded, end, folded.Length) > 0 || (end > 0 && !IsHan(folded[end - 1]) && _katakanaTails.LengthAt(folded, end, folded.Length) > 0);
        isTailed |= IsBeforeShare(folded, end);
        if (end == 0 || (!isMarked && !isTailed))
            return null;
        int start = bounds.StartOfName(folded, end, Math.Max(from, end - MostShown));
        bool isPerson = start < end && words.Surnames.LengthAt(folded, start, end) > 0;
        int least = isMarked || (!isPerson && !words.Surnames.IsEmpty) || FoldedText.IsHiragana(folded[end]) || !IsHan(folded[end - 1]) ? LeastIntroduced : LeastBeforePost;
        return end - start >= least && IsName(folded, start, end) && bounds.Cities.LengthAt(folded, start, end) < end - start ? TextSpan.Between(start, end) : null;
    }

    static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';

    /// <summary>True when a stretch may be a name: neither made of generic words nor begun or ended by a common noun.</summary>
    public bool IsName(string folded, int start, int end) =>
        !bounds.IsGeneric(folded, start, end) && !BeginsOrEndsCommon(folded, start, end) && !char.IsAsciiDigit(folded[start]);

    /// <summary>ネット is a noun, and no part of ネットイーズ; one letter is a noun only behind others (消費者).</summary>
    bool BeginsOrEndsCommon(string folded, int start, int end) =>
        (_notNames.LengthAt(folded, start, end) is > 1 and var first && !FoldedText.CutsKatakana(folded, start + first))
        || (_notNames.LengthEndingAt(folded, end, start) is > 0 and var last && words.Trades.LengthEndingAt(folded, end, start) <= last && !FoldedText.CutsKatakana(folded, end - last));
}
