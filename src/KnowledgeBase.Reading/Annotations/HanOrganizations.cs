using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of organisations in a text without spaces by the words they begin or end with.</summary>
sealed class HanOrganizations(LanguageRules rules, ContentFolder content)
{
    /// <summary>No name is longer: 大连华信计算机技术股份有限公司 has 15.</summary>
    const int MaxCharacters = 24;

    /// <summary>A shorter name before an ending is a word (大学, 銀行).</summary>
    const int LeastCharacters = 2;

    readonly WordList _endings = new(rules.Organizations.Endings.Concat(rules.Organizations.FormsAfter), content.HanVariants);
    readonly WordList _sectors = new(rules.CityOrganizationTails, content.HanVariants);
    readonly WordList _branches = new(rules.Organizations.BranchPlaces.Where(place => place != "日本"), content.HanVariants);
    readonly WordList _cities = new(NamesOfCities(rules.Language, content), content.HanVariants);
    readonly WordList _forms = new(rules.Organizations.FormsBefore, content.HanVariants);
    readonly WordList _generic = new(rules.Organizations.Generic, content.HanVariants);
    readonly WordList _borders = new(rules.Organizations.Borders, content.HanVariants);
    readonly WordList _notBefore = new(rules.Organizations.NotBefore, content.HanVariants);
    readonly WordList _nations = new(rules.Organizations.Nations, content.HanVariants);
    readonly WordList _nationalBodies = new(rules.Organizations.NationalBodies, content.HanVariants);
    readonly WordList _introductions = new(rules.Organizations.Introductions, content.HanVariants);
    readonly WordList _notAfterIntroduction = new(rules.Posts.Concat(rules.NotNames), content.HanVariants);

    /// <summary>Two characters behind an introduction are rather a word (企業の買収), but before a bracket.</summary>
    const int LeastIntroduced = 3;

    /// <summary>The bracket with place and date before a company's release is not longer.</summary>
    const int LongestReleaseLine = 40;

    /// <summary>Between a city and the word that says what the company does stand no more (名古屋名西巴士).</summary>
    const int MostBehindCity = 6;

    /// <summary>The names, in the order of their positions; a legal form before a name is no part of it.</summary>
    public List<TextSpan> Find(string folded)
    {
        List<TextSpan> found = [];
        int release = EndOfReleaseLine(folded);
        for (int i = 0; i < folded.Length;)
        {
            int from = found.Count > 0 ? found[^1].End : 0;
            TextSpan? name = (i == release && i > 0 ? FindReleaser(folded, i) : null) ?? FindAfterForm(folded, i) ?? FindAfterIntroduction(folded, i) ?? FindEndingAt(folded, i, found) ?? FindSectorAt(folded, i, from) ?? FindBranchAt(folded, i, from);
            if (name is { } span)
                found.Add(span);
            i = name is { } known ? Math.Max(known.End, i + 1) : i + 1;
        }
        return found;
    }

    /// <summary>【大阪，2025年12月18日】NAMEは: a release begins with the company.</summary>
    TextSpan? FindReleaser(string folded, int start)
    {
        int end = EndOfName(folded, start);
        bool isSubject = end < folded.Length && (!FoldedText.IsHiragana(folded[end]) || folded[end] is 'は' or 'が' or 'と');
        bool isName = isSubject && end - start is > LeastCharacters and < MaxCharacters && !IsGeneric(folded, start, end) && _cities.LengthAt(folded, start, end) < end - start;
        return isName ? TextSpan.Between(start, end) : null;
    }

    static int EndOfReleaseLine(string folded)
    {
        int start = folded.Length - folded.AsSpan().TrimStart(" \n").Length;
        int close = start < folded.Length && folded[start] == '【' ? folded.IndexOf('】', start, Math.Min(LongestReleaseLine, folded.Length - start)) : -1;
        return close > 0 && folded.AsSpan(start, close - start).Contains('年') ? close + 1 : 0;
    }

    /// <summary>株式会社NAME</summary>
    TextSpan? FindAfterForm(string folded, int at)
    {
        int form = _forms.LengthAt(folded, at, folded.Length);
        if (form == 0)
            return null;
        int end = EndOfName(folded, at + form);
        return end - (at + form) >= LeastCharacters ? TextSpan.Between(at + form, end) : null;
    }

    /// <summary>機械メーカーのNAME（大阪市）: the words before it say that a company follows.</summary>
    TextSpan? FindAfterIntroduction(string folded, int at)
    {
        int introduction = _introductions.LengthAt(folded, at, folded.Length);
        int start = at + introduction;
        if (introduction == 0)
            return null;
        start += start < folded.Length && folded[start] is '“' or '「' or '"' ? 1 : 0;
        int end = EndOfName(folded, start);
        bool isName = end - start >= (end < folded.Length && folded[end] == '(' ? LeastCharacters : LeastIntroduced) && end - start <= MaxCharacters && !IsGeneric(folded, start, end) && _notAfterIntroduction.LengthAt(folded, start, end) == 0 && _notAfterIntroduction.LengthEndingAt(folded, end, start) == 0
            && !char.IsAsciiDigit(folded[start]);
        return isName ? TextSpan.Between(start, end) : null;
    }

    /// <summary>NAME有限公司, NAME研究所: the ending begins here.</summary>
    TextSpan? FindEndingAt(string folded, int at, List<TextSpan> found)
    {
        int from = found.Count > 0 ? found[^1].End : 0;
        int ending = _endings.LengthAt(folded, at, folded.Length);
        if (ending == 0)
            return null;
        int end = EndOfEndings(folded, at + ending);
        if (_borders.LengthEndingAt(folded, end, 0) > ending)
            return null;
        int start = StartOfName(folded, at, Math.Max(from, at - MaxCharacters));
        bool isOfCity = _cities.LengthAt(folded, start, at) is > 1 and var city && start + city < at;
        if (!isOfCity && _notBefore.LengthAt(folded, end, folded.Length) > 0)
            return null;
        if (at - start < LeastCharacters || (IsGeneric(folded, start, at) && !IsNationalBody(folded, start, at, end)))
            return null;
        // 東京大学宇宙線研究所: what follows an organisation directly belongs to it.
        return TextSpan.Between(start == from && from > 0 ? found[^1].Start : start, end);
    }

    /// <summary>全国銀行協会: of generic words, and yet a name.</summary>
    bool IsNationalBody(string folded, int start, int at, int end) =>
        _nations.LengthAt(folded, start, at) is > 0 and var nation && start + nation < at && _nationalBodies.LengthEndingAt(folded, end, at) > 0;

    /// <summary>名古屋名西巴士, 越前镀膜: behind a city's name, the word that says what a company does is enough.</summary>
    TextSpan? FindSectorAt(string folded, int at, int from)
    {
        int sector = _sectors.LengthAt(folded, at, folded.Length);
        int end = EndOfEndings(folded, at + sector);
        if (sector < 2 || _notBefore.LengthAt(folded, end, folded.Length) > 0)
            return null;
        int start = StartOfName(folded, at, Math.Max(from, at - MaxCharacters));
        int city = _cities.LengthAt(folded, start, at);
        // 佐贺县有明电池: what stands behind the prefecture is the name.
        if (city > 1 && start + city < at && folded[start + city] is '县' or '県' or '省' or '市')
            return at - start - city - 1 is >= LeastCharacters and <= MostBehindCity && !IsGeneric(folded, start + city + 1, at) ? TextSpan.Between(start + city + 1, end) : null;
        bool isName = city > 1 && at - start - city <= MostBehindCity && (start + city == at || !IsGeneric(folded, start + city, at));
        return isName ? TextSpan.Between(start, end) : null;
    }

    /// <summary>大瓦气体(中国): the place in the bracket says that a company stands before.</summary>
    TextSpan? FindBranchAt(string folded, int at, int from)
    {
        int place = folded[at] == '(' ? _branches.LengthAt(folded, at + 1, folded.Length) : 0;
        if (place == 0 || at + place + 1 >= folded.Length || folded[at + place + 1] != ')')
            return null;
        int start = StartOfName(folded, at, Math.Max(from, at - MaxCharacters));
        // ダーリエン(大連)市, Soochow(蘇州): the city, read or written otherwise.
        bool isCity = _cities.LengthAt(folded, at + 1, at + 1 + place) == place;
        bool isReading = isCity && (at + place + 2 < folded.Length && folded[at + place + 2] == '市' || folded[start..at].All(char.IsAsciiLetter));
        return at - start >= LeastCharacters && !isReading && !IsGeneric(folded, start, at) && _cities.LengthAt(folded, start, at) != at - start ? TextSpan.Between(start, at) : null;
    }

    /// <summary>精密机械有限公司: behind one ending others may follow, with words between that name no one.</summary>
    int EndOfEndings(string folded, int end)
    {
        for (int at = end; at < folded.Length;)
        {
            int ending = _endings.LengthAt(folded, at, folded.Length);
            int length = Math.Max(ending, _generic.LengthAt(folded, at, folded.Length));
            if (length == 0)
                return end;
            at += length;
            end = ending > 0 ? at : end;
        }
        return end;
    }

    int StartOfName(string folded, int end, int first)
    {
        int start = end;
        while (start > first && (IsNameCharacter(folded[start - 1]) || IsBracket(folded, start - 1)) && !EndsInBorder(folded, start, first) && !EndsInNumber(folded, start))
            start--;
        while (start < end && (folded[start] is ')' or '(' or '·' or '-' or '&' or '.' || char.IsAsciiDigit(folded[start])))
            start++;
        // 300家医院 are so many, and no name.
        return start < end && EndsInNumber(folded, start) ? end : start;
    }

    static bool EndsInNumber(string folded, int position) =>
        position > 0 && position < folded.Length && char.IsAsciiDigit(folded[position - 1]) && FoldedText.IsHanOrKana(folded[position]);

    bool EndsInBorder(string folded, int position, int first) => _borders.LengthEndingAt(folded, position, first) is > 0 and var length
        // 上 is a border, and the beginning of 上海.
        && !(length == 1 && _cities.LengthAt(folded, position - 1, folded.Length) > 1)
        // 同 is a border, and the end of 合同.
        && !(length == 1 && _generic.LengthEndingAt(folded, position, first) > 1)
        // 5月13日 ends a date; 日本 begins with a letter of it.
        && !(length == 1 && folded[position - 1] is '年' or '月' or '日' && (position < 2 || !char.IsAsciiDigit(folded[position - 2])));

    int EndOfName(string folded, int start)
    {
        int end = start;
        while (end < folded.Length && end - start < MaxCharacters && IsNameCharacter(folded[end]) && !BeginsBorder(folded, end, start))
            end++;
        return end;
    }

    /// <summary>日 is a border behind a figure, and else a part of 日立 and 日本, as 本 is; where a name begins only borders of more than one letter count.</summary>
    bool BeginsBorder(string folded, int at, int start) =>
        _borders.LengthAt(folded, at, folded.Length) is > 0 and var length && (length > 1 || (at > start && (folded[at] is not ('年' or '月' or '日') || char.IsAsciiDigit(folded[at - 1])) && _nations.LengthAt(folded, at - 1, at + 1) < 2));

    /// <summary>松下电器(中国)有限公司: a bracket within a name holds a place.</summary>
    bool IsBracket(string folded, int at) => folded[at] switch
    {
        ')' => at >= 3 && folded.LastIndexOf('(', at, Math.Min(at, 8)) is > 0 and var open && FoldedText.IsHanOrKana(folded[open - 1]) && IsPlace(folded, open + 1, at) && at + 1 < folded.Length && FoldedText.IsHanOrKana(folded[at + 1]),
        '(' => folded.IndexOf(')', at, Math.Min(8, folded.Length - at)) is > 0 and var close && IsPlace(folded, at + 1, close) && close + 1 < folded.Length && FoldedText.IsHanOrKana(folded[close + 1]),
        _ => false,
    };

    bool IsPlace(string folded, int start, int end) =>
        Math.Max(_branches.LengthAt(folded, start, end), _cities.LengthAt(folded, start, end)) == end - start || folded.AsSpan(start, end - start) is "日本";

    bool IsGeneric(string folded, int start, int end)
    {
        while (start < end && Math.Max(_generic.LengthAt(folded, start, end), _endings.LengthAt(folded, start, end)) is > 0 and var length)
            start += length;
        return start == end;
    }

    static IEnumerable<string> NamesOfCities(Language language, ContentFolder content) =>
        content.Vocabulary.Cities.SelectMany(city => city.Labels.All.Concat(city.Alternatives)).Concat(content.OtherCities.Select(city => city.NameIn(language))).Where(name => name.Length > 1 && FoldedText.IsHanOrKana(name[0]));

    static bool IsNameCharacter(char c) => (FoldedText.IsHanOrKana(c) && !FoldedText.IsHiragana(c)) || char.IsAsciiLetterOrDigit(c) || c is '·' or 'ー' or '&' or '-' or '.';
}
