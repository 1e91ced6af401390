using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of organisations in a text without spaces by the words they end with, and by what stands around them.</summary>
sealed class HanOrganizations(LanguageRules rules, ContentFolder content, OrganizationWords words, HanNameBounds bounds, IntroducedOrganizations introduced, ActingOrganizations acting)
{
    const int LeastCharacters = HanNameBounds.LeastCharacters;

    /// <summary>Between a city, or another organisation, and the word that says what the company does stand no more (名古屋名西巴士).</summary>
    const int MostBehindCity = 6;

    /// <summary>A name before the word for a trade, where nothing else shows it, has no more (a guess).</summary>
    const int MostBeforeTrade = 4;

    /// <summary>The state and what its ministry is for: 马来西亚投资贸易及工业 are twelve letters.</summary>
    const int MostOfState = 12;

    /// <summary>So far before the ending a post may begin that holds it: 経済 before 産業大臣.</summary>
    const int LongestPostHead = 4;

    /// <summary>鹿児島 and 和歌山 have three letters, 黑龙江 as well.</summary>
    const int LongestProvince = 3;

    readonly ListedOrganizations _listed = new(rules, content, words, bounds, introduced, acting);
    readonly WordList _weakEndings = new(rules.Organizations.WeakEndings, content.HanVariants);
    readonly WordList _trades = new(rules.Organizations.WeakEndings.Intersect(rules.Organizations.Generic), content.HanVariants);
    readonly WordList _companyFollowers = new(rules.Organizations.CompanyFollowers, content.HanVariants);
    readonly WordList _companyLeads = new(rules.Organizations.CompanyLeads.Concat(rules.Organizations.Descriptions), content.HanVariants);
    readonly WordList _notCities = new(rules.NotCities, content.HanVariants);
    readonly WordList _traderFollowers = new(rules.Organizations.TraderFollowers, content.HanVariants);
    readonly WordList _sectors = new(rules.CityOrganizationTails, content.HanVariants);
    readonly WordList _branches = new(rules.Organizations.BranchPlaces.Except(rules.Organizations.NotBranches), content.HanVariants);
    readonly WordList _notBefore = new(rules.Organizations.NotBefore, content.HanVariants);
    readonly WordList _nationalBodies = new(rules.Organizations.NationalBodies, content.HanVariants);
    readonly WordList _offices = new(rules.Organizations.Offices, content.HanVariants);
    readonly WordList _officeJoints = new(rules.Organizations.OfficeJoints, content.HanVariants);
    readonly WordList _states = new(rules.States.Where(state => state.Length > 1), content.HanVariants);
    readonly WordList _stateBodies = new(rules.Organizations.StateBodies, content.HanVariants);
    readonly WordList _thirdStateBodies = new(rules.Organizations.ThirdStateBodies, content.HanVariants);
    readonly WordList _notOffices = new(rules.Organizations.NotOffices, content.HanVariants);
    readonly WordList _forms = new(rules.Organizations.FormsAfter, content.HanVariants);
    readonly WordList _posts = new(rules.Posts, content.HanVariants);

    /// <summary>The names; a legal form before a name is no part of it.</summary>
    public List<TextSpan> Find(string folded)
    {
        List<TextSpan> found = [];
        int release = introduced.EndOfReleaseLine(folded);
        for (int i = 0; i < folded.Length;)
        {
            int from = found.Count > 0 ? found[^1].End : 0;
            TextSpan? name = (i == release && i > 0 ? introduced.FindReleaser(folded, i) : null) ?? introduced.FindAfter(folded, i)
                ?? FindEndingAt(folded, i, found) ?? FindOfficeAt(folded, i, from) ?? FindSectorAt(folded, i, from) ?? FindTraderAt(folded, i, from) ?? FindBranchAt(folded, i, from) ?? introduced.FindBefore(folded, i, from)
                ?? acting.Find(folded, i);
            name = name is { } part ? FindLongerOffice(folded, part, from) ?? part : null;
            if (name is { } span)
                found.Add(span);
            i = name is { } known ? Math.Max(known.End, i + 1) : i + 1;
        }
        return [.. found, .. _listed.Find(folded, found)];
    }

    /// <summary>NAME有限公司, NAME研究所: the ending begins here.</summary>
    TextSpan? FindEndingAt(string folded, int at, List<TextSpan> found)
    {
        int from = found.Count > 0 ? found[^1].End : 0;
        int ending = bounds.Endings.LengthAt(folded, at, folded.Length);
        if (ending == 0)
            return null;
        int end = bounds.EndOfKatakana(folded, bounds.EndOfEndings(folded, at + ending));
        if (end == 0 || bounds.IsBorder(folded, end, ending))
            return null;
        int start = BehindDescription(folded, bounds.StartOfName(folded, at, Math.Max(from, at - HanNameBounds.MaxCharacters)), at);
        int whole = WithProvince(folded, start, from, end);
        // 北海 is a city, 北海道 none.
        bool isOfCity = bounds.Cities.LengthAt(folded, start, at) is > 1 and var city && start + city < at && _notCities.LengthAt(folded, start, at) <= city;
        if (IsTrade(folded, start, at, end) || IsWithinPost(folded, at, end))
            return null;
        bool isWhole = _forms.LengthEndingAt(folded, end, at) > 0 || (isOfCity && words.PartnerVerbs.LengthAt(folded, end, folded.Length) > 0);
        if (!isWhole && IsCut(folded, end))
            return null;
        bool isGeneric = whole == start && !(bounds.Cities.LengthAt(folded, start, at) > 1 && words.ProvinceTails.LengthEndingAt(folded, at, start) > 0) && bounds.IsGeneric(folded, start, at);
        // 吉林大学中日联谊医院
        bool isOfOther = start == from && from > 0 && at - start <= MostBehindCity && _trades.LengthEndingAt(folded, end, at) == 0;
        if (!isOfCity && !isOfOther && !IsShown(folded, TextSpan.Between(start, end), at, at + ending))
            return null;
        if (at - whole < LeastCharacters || (isGeneric && !IsBody(folded, start, at, end)))
            return null;
        // 東京大学宇宙線研究所: what follows an organisation directly belongs to it.
        return TextSpan.Between(whole == from && from > 0 ? found[^1].Start : whole, end);
    }

    /// <summary>有村博之経済産業大臣: the ending is a part of a post.</summary>
    bool IsWithinPost(string folded, int at, int end)
    {
        for (int start = Math.Max(0, at - LongestPostHead); start < end; start++)
        {
            if (_posts.LengthAt(folded, start, folded.Length) > end - start && start <= at)
                return true;
        }
        return false;
    }

    /// <summary>大学生, 国际商贸城: what follows makes another word of the ending; 大学学者 is somebody of a university.</summary>
    public bool IsCut(string folded, int end) =>
        _notBefore.LengthAt(folded, end, folded.Length) is > 0 and var length && Math.Max(_posts.LengthAt(folded, end, folded.Length), _companyFollowers.LengthAt(folded, end, folded.Length)) < length;

    /// <summary>保温材料 is a word, 旭光材料表示 a name: what ends on an everyday word is one where something else says so.</summary>
    bool IsShown(string folded, TextSpan name, int at, int endOfFirst) =>
        name.End > endOfFirst || _weakEndings.LengthAt(folded, at, name.End) < endOfFirst - at || char.IsAsciiLetter(folded[name.Start]) || _companyLeads.LengthEndingAt(folded, name.Start, 0) > 0
        || _companyFollowers.LengthAt(folded, name.End, folded.Length) > 0 || bounds.BeginsDate(folded, name.End);


    /// <summary>轴承企业松原轴承: the word that says what the company is stands before its name, and is no part of it.</summary>
    int BehindDescription(string folded, int start, int at)
    {
        for (int behind = at - LeastCharacters; behind > start; behind--)
        {
            if (words.Descriptions.LengthEndingAt(folded, behind, start) > 0 && !bounds.IsGeneric(folded, behind, at))
                return behind;
        }
        return start;
    }

    /// <summary>広東省高級人民法院, 石川県繊維協会: the province belongs to the name of a body, though its last letter else is a border.</summary>
    int WithProvince(string folded, int start, int from, int end)
    {
        int tail = start > from ? words.ProvinceTails.LengthEndingAt(folded, start, from) : 0;
        if (tail == 0 || _nationalBodies.LengthEndingAt(folded, end, start) + _offices.LengthEndingAt(folded, end, start) == 0)
            return start;
        int first = bounds.StartOfName(folded, start - tail, Math.Max(from, start - tail - LongestProvince));
        return start - tail - first >= LeastCharacters && !bounds.IsGenericWord(folded, first, start - tail) ? first : start;
    }

    /// <summary>全国銀行協会, 国際通貨基金(IMF): of generic words, and yet a name.</summary>
    bool IsBody(string folded, int start, int at, int end) =>
        _nationalBodies.LengthEndingAt(folded, end, at) > 0 && ((bounds.Nations.LengthAt(folded, start, at) is > 0 and var nation && start + nation < at) || IntroducedOrganizations.HasAbbreviation(folded, end));

    /// <summary>福建省工业和信息化厅: behind province or city, what ends on 厅 or 局 is an office, "and" within its name being no border.</summary>
    TextSpan? FindOfficeAt(string folded, int at, int from)
    {
        int office = _offices.LengthAt(folded, at, folded.Length);
        int end = at + office;
        if (FindStateBodyAt(folded, at, from) is { } body)
            return body;
        if (office == 0 || bounds.IsBorder(folded, end, office) || _notBefore.LengthAt(folded, end, folded.Length) > 0)
            return null;
        for (int start = at; ;)
        {
            int part = bounds.StartOfName(folded, start, Math.Max(from, at - HanNameBounds.MaxCharacters));
            if (HasProvince(folded, part, at))
                return TextSpan.Between(part, end);
            if (words.ProvinceTails.LengthEndingAt(folded, part, from) is > 0 and var tail && at - part >= LeastCharacters)
                return WithProvinceBefore(folded, part, tail, from, end);
            int joint = _officeJoints.LengthEndingAt(folded, part, from);
            if (joint == 0)
                return null;
            start = part - joint;
        }
    }

    /// <summary>浦东新区科技和经济委员会: what ends on an everyday word before "and" may be the beginning of an office.</summary>
    TextSpan? FindLongerOffice(string folded, TextSpan name, int from)
    {
        int joint = _weakEndings.LengthEndingAt(folded, name.End, name.Start) > 0 ? _officeJoints.LengthAt(folded, name.End, folded.Length) : 0;
        int last = Math.Min(folded.Length, name.End + HanNameBounds.MaxCharacters / 2);
        for (int at = name.End + joint; joint > 0 && at < last; at++)
        {
            if (FindOfficeAt(folded, at, from) is { } office && office.Start <= name.Start)
                return office;
        }
        return null;
    }

    /// <summary>韩国环境部, 日本文化厅: with the name of a state before it, what ends on 部 or 厅 is one of its bodies.</summary>
    TextSpan? FindStateBodyAt(string folded, int at, int from)
    {
        int body = Math.Max(_stateBodies.LengthAt(folded, at, folded.Length), _thirdStateBodies.LengthAt(folded, at, folded.Length));
        int end = at + body;
        if (body == 0 || _notOffices.LengthAt(folded, at, folded.Length) > body || _notOffices.LengthEndingAt(folded, end, from) > body || IsCut(folded, end))
            return null;
        int first = bounds.StartOfName(folded, at, Math.Max(from, at - MostOfState));
        for (int start = at - LeastCharacters; start > first; start--)
        {
            if (_states.LengthEndingAt(folded, start, first) is > 0 and var state && _states.LengthAt(folded, start, at) == 0)
                return _stateBodies.LengthAt(folded, at, end) == body || bounds.Nations.LengthAt(folded, start - state, start) < state ? TextSpan.Between(start - state, end) : null;
        }
        return null;
    }

    TextSpan? WithProvinceBefore(string folded, int part, int tail, int from, int end)
    {
        int first = bounds.StartOfName(folded, part - tail, Math.Max(from, part - tail - LongestProvince));
        return part - tail - first >= LeastCharacters && !bounds.IsGenericWord(folded, first, part - tail) ? TextSpan.Between(first, end) : null;
    }

    /// <summary>True when the stretch begins with the name of a province or city and its tail, and something stands behind.</summary>
    bool HasProvince(string folded, int start, int end)
    {
        for (int tailAt = start + LeastCharacters; tailAt <= Math.Min(end - LeastCharacters, start + LongestProvince + 1); tailAt++)
        {
            if (words.ProvinceTails.LengthAt(folded, tailAt, end) is > 0 and var tail && end - tailAt - tail >= LeastCharacters && !bounds.IsGenericWord(folded, start, tailAt))
                return !bounds.IsGeneric(folded, start, end);
        }
        return false;
    }

    /// <summary>名古屋名西巴士, 越前镀膜: behind a city's name, the word that says what a company does is enough.</summary>
    TextSpan? FindSectorAt(string folded, int at, int from)
    {
        int sector = _sectors.LengthAt(folded, at, folded.Length);
        int end = at + sector < folded.Length && sector > 1 ? bounds.EndOfEndings(folded, at + sector) : at + sector;
        if (sector < 2 || _notBefore.LengthAt(folded, end, folded.Length) > 0)
            return null;
        int start = bounds.StartOfName(folded, at, Math.Max(from, at - HanNameBounds.MaxCharacters));
        int described = BehindDescription(folded, start, at);
        if (words.Descriptions.LengthEndingAt(folded, described, from) > 0 && at - described is >= LeastCharacters and <= MostBehindCity && !bounds.IsGeneric(folded, described, at))
            return TextSpan.Between(described, end);
        int city = bounds.Cities.LengthAt(folded, start, at);
        // 佐贺县有明电池: what stands behind the prefecture is the name.
        if (city > 1 && words.ProvinceTails.LengthAt(folded, start + city, at) is > 0 and var tail)
        {
            int first = start + city + tail;
            return at - first is >= LeastCharacters and <= MostBehindCity && !bounds.IsGeneric(folded, first, at) ? TextSpan.Between(first, end) : null;
        }
        bool isName = city > 1 && at - start - city <= MostBehindCity && (start + city == at || !bounds.IsGeneric(folded, start + city, at));
        return isName && !IsTrade(folded, start, at, end) ? TextSpan.Between(start, end) : null;
    }

    /// <summary>越川齿轮去年亏损: before what a company makes stands no word that is known, and behind it what is said of companies.</summary>
    TextSpan? FindTraderAt(string folded, int at, int from)
    {
        int trade = words.Trades.LengthAt(folded, at, folded.Length);
        int end = trade > 0 ? bounds.EndOfEndings(folded, at + trade) : at;
        // 新闻发言人: a post.
        if (trade == 0 || IsCut(folded, end) || _posts.LengthAt(folded, at, folded.Length) > trade)
            return null;
        int start = bounds.StartOfName(folded, at, Math.Max(from, at - HanNameBounds.MaxCharacters));
        // 日本津山机工: the nation is no part of the name.
        start += bounds.Nations.LengthAt(folded, start, at);
        int city = bounds.Cities.LengthAt(folded, start, at);
        int stem = city > 1 ? start + city : start;
        bool isCity = city > 1 && stem == at && !bounds.IsGenericWord(folded, at, at + trade);
        if (!isCity && (at - stem is < LeastCharacters or > MostBeforeTrade || !acting.IsUnknown(folded, stem, at)))
            return null;
        bool isSubject = (start == 0 || !FoldedText.IsHanOrKana(folded[start - 1])) && _traderFollowers.LengthAt(folded, end, folded.Length) > 0;
        // 丸红与越川齿轮
        bool isPartner = from > 0 && start > from && words.ListJoints.LengthEndingAt(folded, start, from) == start - from;
        // 收购越川齿轮
        bool isLed = _companyLeads.LengthEndingAt(folded, start, 0) > 0 && (HanNameBounds.EndsClause(folded, end) || _companyFollowers.LengthAt(folded, end, folded.Length) > 0);
        bool isShown = isSubject || isPartner || isLed || acting.ActsInCity(folded, end) || _companyFollowers.LengthAt(folded, end, folded.Length) > 1 || bounds.BeginsDate(folded, end);
        return isShown ? TextSpan.Between(start, end) : null;
    }

    /// <summary>常州新能源汽车产量 is a trade of the city, where nothing says that a company is meant.</summary>
    bool IsTrade(string folded, int start, int at, int end) =>
        bounds.Cities.LengthAt(folded, start, at) is > 1 and var city && _trades.LengthEndingAt(folded, end, at) > 0 && bounds.IsGeneric(folded, start + city, end)
        && _companyLeads.LengthEndingAt(folded, start, 0) == 0 && _companyFollowers.LengthAt(folded, end, folded.Length) == 0 && !bounds.BeginsDate(folded, end);

    /// <summary>大瓦气体(中国): the place in the bracket says that a company stands before.</summary>
    TextSpan? FindBranchAt(string folded, int at, int from)
    {
        int place = folded[at] == '(' ? _branches.LengthAt(folded, at + 1, folded.Length) : 0;
        if (place == 0 || at + place + 1 >= folded.Length || folded[at + place + 1] != ')')
            return null;
        int start = bounds.StartOfName(folded, at, Math.Max(from, at - HanNameBounds.MaxCharacters));
        // ダーリエン(大連)市, Soochow(蘇州): the city, read or written otherwise.
        bool isCity = bounds.Cities.LengthAt(folded, at + 1, at + 1 + place) == place;
        bool isReading = isCity && (words.CityEndings.LengthAt(folded, at + place + 2, folded.Length) > 0 || folded[start..at].All(char.IsAsciiLetter));
        return at - start >= LeastCharacters && !isReading && !bounds.IsGeneric(folded, start, at) && bounds.Cities.LengthAt(folded, start, at) != at - start ? TextSpan.Between(start, at) : null;
    }
}
