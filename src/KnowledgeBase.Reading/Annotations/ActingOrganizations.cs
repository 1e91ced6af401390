using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of organisations in a text without spaces by what only companies do, and by what only gatherers of figures do.</summary>
sealed class ActingOrganizations(LanguageRules rules, ContentFolder content, OrganizationWords words, HanNameBounds bounds, IntroducedOrganizations introduced)
{
    /// <summary>A shorter name is rather a person's.</summary>
    const int LeastCharacters = 4;

    /// <summary>Before what a company trades in stand as many letters at least.</summary>
    const int LeastStem = 2;

    /// <summary>A longer stretch before a verb is rather a clause (a guess: it holds every one of the examples).</summary>
    const int MostBeforeVerb = 8;

    /// <summary>Who gathers figures has longer names.</summary>
    const int MostBetween = 14;

    /// <summary>富山 is a city before a family name: no name of one has a single letter.</summary>
    const int LeastOfCity = 2;

    /// <summary>A family name of one letter and a given name of two.</summary>
    const int LongestChineseName = 3;

    /// <summary>A family name of two letters and a given name of two, or of three.</summary>
    const int LongestJapaneseName = 5;

    readonly WordList _verbs = new(rules.Organizations.CompanyVerbs, content.HanVariants);
    readonly WordList _cityVerbs = new(rules.Organizations.CityVerbs, content.HanVariants);
    readonly WordList _cityLinks = new(rules.Organizations.CityLinks, content.HanVariants);
    readonly WordList _houses = new(rules.Organizations.HouseEndings, content.HanVariants);
    readonly WordList _agentHeads = new(rules.Organizations.AgentHeads, content.HanVariants);
    readonly WordList _agentTails = new(rules.Organizations.AgentTails, content.HanVariants);
    readonly WordList _sourceHeads = new(rules.Organizations.SourceHeads, content.HanVariants);
    readonly WordList _sourceTails = new(rules.Organizations.SourceTails, content.HanVariants);
    readonly WordList _plants = new(rules.Organizations.Plants, content.HanVariants);
    readonly WordList _known = new(
        rules.Organizations.Generic.Concat(rules.Organizations.CommonNouns).Concat(rules.Organizations.Descriptions).Concat(rules.SpeakingNouns).Concat(rules.Posts).Concat(rules.NotNames).Concat(rules.States).Concat(rules.Adverbs).Concat(rules.Determiners)
            .Where(word => word.Length > 1), content.HanVariants);

    /// <summary>The name that begins here, or behind the word here.</summary>
    public TextSpan? Find(string folded, int at) =>
        rules.Organizations.CompanyVerbs.IsEmpty ? null : FindBetween(folded, at, _sourceHeads, _sourceTails, introduced.IsName) ?? FindBetween(folded, at, _agentHeads, _agentTails, IsUnknownName) ?? FindSubject(folded, at);

    /// <summary>据NAME统计 · 由NAME承建</summary>
    TextSpan? FindBetween(string folded, int at, WordList heads, WordList tails, Func<string, int, int, bool> isName)
    {
        // 数据: within another word it is none.
        int head = at > 0 && FoldedText.IsHanOrKana(folded[at - 1]) && heads == _sourceHeads ? 0 : heads.LengthAt(folded, at, folded.Length);
        int start = at + head;
        int end = head > 0 ? bounds.EndOfName(folded, start) : start;
        int last = start + LeastCharacters;
        while (last < end && tails.LengthAt(folded, last, folded.Length) == 0)
            last++;
        bool isTold = head > 0 && last <= end && last - start <= MostBetween && tails.LengthAt(folded, last, folded.Length) > 0;
        return isTold && isName(folded, start, last) && !IsPerson(folded, start, last) ? TextSpan.Between(start, last) : null;
    }

    /// <summary>NAME14日宣布, NAME的合肥工厂, NAME与OTHER签约: at the beginning of a clause, made of no word that is known.</summary>
    TextSpan? FindSubject(string folded, int start)
    {
        if (!FoldedText.IsHanOrKana(folded[start]) || (start > 0 && (FoldedText.IsHanOrKana(folded[start - 1]) || folded[start - 1] is ' ' or '·' || FoldedText.IsAlphabetic(folded[start - 1]))))
            return null;
        int last = Math.Min(bounds.EndOfName(folded, start), start + MostBeforeVerb);
        int end = start + LeastCharacters;
        if (end - 1 <= last && _houses.LengthEndingAt(folded, end - 1, start) > 0 && Acts(folded, end - 1))
            end--;
        while (end < last && !Acts(folded, end))
            end++;
        bool isTold = end <= last && (Acts(folded, end) || HasPartner(folded, end));
        return isTold && IsUnknownName(folded, start, end) && !IsPerson(folded, start, end) ? TextSpan.Between(start, end) : null;
    }

    /// <summary>NAME14日宣布 · NAME去年向OTHER采购</summary>
    bool Acts(string folded, int at)
    {
        int behind = bounds.EndOfDate(folded, at);
        return _verbs.LengthAt(folded, behind, folded.Length) > 0 || ActsInCity(folded, behind) || HasPlant(folded, at) || FindBetween(folded, behind + words.Adverbs.LengthAt(folded, behind, folded.Length), _agentHeads, _agentTails, IsUnknownName) is not null;
    }

    /// <summary>NAME落户青岛 · NAME在青岛设立</summary>
    public bool ActsInCity(string folded, int at)
    {
        int verb = _cityVerbs.LengthAt(folded, at, folded.Length);
        int link = verb > 0 ? verb : _cityLinks.LengthAt(folded, at, folded.Length);
        int city = link > 0 ? bounds.Cities.LengthAt(folded, at + link, folded.Length) : 0;
        return city > 0 && (verb > 0 || _verbs.LengthAt(folded, at + link + city, folded.Length) > 0);
    }

    /// <summary>NAME的合肥工厂 · NAME常州工厂</summary>
    bool HasPlant(string folded, int at)
    {
        int possessive = words.Possessives.LengthAt(folded, at, folded.Length);
        int city = bounds.Cities.LengthAt(folded, at + possessive, folded.Length);
        return city > 0 && _plants.LengthAt(folded, at + possessive + city, folded.Length) > 0;
    }

    bool HasPartner(string folded, int at)
    {
        int joint = words.ListJoints.LengthAt(folded, at, folded.Length);
        int start = at + joint;
        int end = joint > 0 ? bounds.EndOfName(folded, start) : start;
        return end - start >= LeastCharacters && words.PartnerVerbs.LengthAt(folded, end, folded.Length) > 0 && IsUnknownName(folded, start, end) && !IsPerson(folded, start, end);
    }

    /// <summary>True when a stretch may be a name and holds no word that is known.</summary>
    public bool IsUnknown(string folded, int start, int end) =>
        !folded.AsSpan(start, end - start).ContainsAnyInRange('0', '9') && !folded.AsSpan(start, end - start).Contains('·') && introduced.IsName(folded, start, end) && !HoldsWord(folded, start, end) && !EndsInCity(folded, start, end);

    /// <summary>南通川崎船舶: the same, but for what a company trades in at the end.</summary>
    public bool IsUnknownName(string folded, int start, int end)
    {
        int stem = end;
        while (words.Trades.LengthEndingAt(folded, stem, Math.Min(stem, start + LeastStem)) is > 0 and var trade)
            stem -= trade;
        return IsUnknown(folded, start, end) || (stem < end && introduced.IsName(folded, start, stem) && !HoldsWord(folded, start, stem));
    }

    /// <summary>True when a known word stands in the name, or it is that of a district (浦东新区).</summary>
    bool HoldsWord(string folded, int start, int end)
    {
        if (words.ProvinceTails.LengthEndingAt(folded, end, start) > 0)
            return true;
        for (int i = start; i < end; i++)
        {
            if (_known.LengthAt(folded, i, end) > 0)
                return true;
        }
        return false;
    }

    bool EndsInCity(string folded, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (bounds.Cities.LengthAt(folded, i, end) == end - i)
                return true;
        }
        return false;
    }

    bool IsPerson(string folded, int start, int end) =>
        bounds.Cities.LengthAt(folded, start, end) < LeastOfCity && words.Surnames.LengthAt(folded, start, end) is var surname && surname > 0 && words.Trades.LengthEndingAt(folded, end, start + surname) == 0 && !(surname > 1 && _houses.LengthEndingAt(folded, end, start + surname) > 0) && end - start <= (surname > 1 ? LongestJapaneseName : LongestChineseName);
}
