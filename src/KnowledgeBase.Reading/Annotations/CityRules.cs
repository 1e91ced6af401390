using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Decides by the words around it whether the name of a city names the city, and how it is meant.</summary>
sealed class CityRules
{
    /// <summary>A byline stands within the first line.</summary>
    const int MaxBylineReach = 120;

    /// <summary>How far behind a dateline "here" may stand: two sentences. A guess, checked on the development articles.</summary>
    const int MaxHereDistance = 240;

    /// <summary>A shorter word in capitals behind a city's name is a number, a pronoun or a month (a guess, checked on the annotated articles).</summary>
    const int LeastWord = 4;

    /// <summary>The same of words in katakana.</summary>
    const int LeastKatakana = 4;

    readonly PhraseTrie<bool> _otherThings;
    readonly PhraseTrie<bool> _organizationTails;
    readonly PhraseTrie<bool> _otherPlaceTails;
    readonly PhraseTrie<bool> _thingTails;
    readonly PhraseTrie<bool> _passingTails;
    readonly PhraseTrie<bool> _eventTails;
    readonly NeighbourWords _eventHeads;
    readonly WordList _notBefore;
    readonly WordList _trades;
    readonly WordList _companyFollowers;
    readonly WordList _possessives;
    readonly WordList _joints;
    readonly PhraseTrie<bool> _placeNouns;
    readonly PhraseTrie<bool> _here;
    readonly NeighbourWords _placeHeads;
    readonly PhraseTrie<bool> _placeTails;
    readonly NeighbourWords _organizationHeads;
    readonly NeighbourWords _passingHeads;
    readonly Datelines _datelines;
    readonly ImmutableArray<Regex> _bylines;

    public CityRules(LanguageRules rules, HanVariants variants)
    {
        _otherThings = NeighbourWords.Trie(rules.NotCities, variants);
        _organizationTails = NeighbourWords.Trie(rules.CityOrganizationTails, variants);
        _otherPlaceTails = NeighbourWords.Trie(rules.OtherPlaceTails, variants);
        _thingTails = NeighbourWords.Trie(rules.CityThingTails, variants);
        _eventTails = NeighbourWords.Trie(rules.EventTails, variants);
        _eventHeads = new(rules.EventHeads, variants);
        _passingTails = NeighbourWords.Trie(rules.PassingTails, variants);
        _placeHeads = new(rules.Language == Language.English ? rules.DoubtfulCityHeads : rules.CapitalPlaceHeads, variants);
        _placeTails = NeighbourWords.Trie(rules.Language == Language.English ? [] : rules.CapitalPlaceTails, variants);
        _trades = new(rules.Organizations.WeakEndings.Intersect(rules.Organizations.Generic), variants);
        _companyFollowers = new(rules.Organizations.CompanyFollowers, variants);
        _possessives = new(rules.Organizations.Possessives, variants);
        _joints = new(rules.Organizations.ListJoints, variants);
        _notBefore = new(rules.Organizations.NotBefore, variants);
        _placeNouns = NeighbourWords.Trie([.. rules.CityPlaceNouns, .. rules.CityThingTails, .. rules.OtherPlaceTails, .. rules.DistrictTails, .. rules.EventTails, .. rules.PassingTails, .. rules.GovernmentTails], variants);
        _here = NeighbourWords.Trie(rules.HereWords, variants);
        _organizationHeads = new(rules.CityOrganizationHeads, variants);
        _passingHeads = new(rules.PassingHeads, variants);
        _datelines = new(rules);
        _bylines = [.. rules.Bylines.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];
    }

    /// <summary>Where the text proper begins: after the dateline, or 0.</summary>
    public int FindDatelineEnd(string text) => _datelines.FindEnd(text);

    /// <summary>Where the text names its author at the beginning; an empty stretch when it does not.</summary>
    public TextSpan FindByline(string text)
    {
        string start = text[..Math.Min(text.Length, MaxBylineReach)];
        Group? name = _bylines.Select(pattern => pattern.Match(start)).Where(match => match.Success).Select(match => match.Groups[^1]).FirstOrDefault();
        return name is null ? default : new(name.Index, name.Length);
    }

    /// <summary>True when the first sentences say "here": the place of the dateline is the place of the event.</summary>
    public bool SaysHere(string folded, int datelineEnd)
    {
        for (int i = datelineEnd; i < Math.Min(folded.Length, datelineEnd + MaxHereDistance); i++)
        {
            if (_here.FindLongest(folded, i).Length > 0)
                return true;
        }
        return false;
    }

    /// <summary>How long the phrase is that begins here and is known not to be about a city; 0 when there is none.</summary>
    public int LengthOfOtherThing(string folded, int start) => _otherThings.FindLongest(folded, start).Length;

    /// <summary>True when the name of a city is part of the name of something else: a university, a prefecture, a tower.</summary>
    public bool IsPartOfOther(string folded, TextSpan span) =>
        _organizationHeads.Precede(folded, span.Start) || NeighbourWords.Follows(_otherPlaceTails, folded, span.End) || NeighbourWords.Follows(_thingTails, folded, span.End);

    /// <summary>Where the name of an organisation ends that a city's name begins (Kobe Steel, 大阪ガス); the city's own end when it begins none.</summary>
    public int FindOrganizationEnd(string folded, TextSpan span)
    {
        int start = span.End < folded.Length && folded[span.End] == ' ' ? span.End + 1 : span.End;
        int tail = _organizationTails.FindLongest(folded, start).Length;
        // 東京大 is a university, 東京都大田区 a ward.
        bool isCut = tail == 1 && start + 1 < folded.Length && FoldedText.IsHanOrKana(folded[start + 1]) && !FoldedText.IsHiragana(folded[start + 1]);
        // 苏州工业园区 is a park.
        isCut |= tail > 0 && _notBefore.LengthAt(folded, start + tail, folded.Length) > 0;
        // 合肥集成电路产值 is a trade of the city, 合肥集成电路宣布 a company.
        isCut |= tail > 0 && _trades.LengthAt(folded, start, start + tail) == tail && _companyFollowers.LengthAt(folded, start + tail, folded.Length) == 0;
        return tail > 0 && !isCut ? start + tail : FindEndOfWords(folded, span.End);
    }

    /// <summary>Shenzhen Mindray, 横浜ロボットサービス: words written as part of a name behind a city's are a company, unless they name a place or a thing there.</summary>
    int FindEndOfWords(string folded, int end)
    {
        int at = end;
        while (at + 1 < folded.Length && folded[at] == ' ' && char.IsAsciiLetterUpper(folded[at + 1]))
        {
            int start = at + 1;
            int next = start;
            while (next < folded.Length && FoldedText.IsAlphabetic(folded[next]))
                next++;
            // Words in capitals are another dateline or an abbreviation.
            if (_placeNouns.FindLongest(folded, start).Length > 0 || next - start < LeastWord || char.IsAsciiLetterUpper(folded[start + 1]))
                return end;
            at = next;
        }
        if (at > end)
            return at;
        while (at < folded.Length && FoldedText.IsKatakana(folded[at]))
        {
            if (_placeNouns.FindLongest(folded, at).Length > 0)
                return end;
            at++;
        }
        return at - end >= LeastKatakana && FoldedText.IsHanOrKana(folded[end - 1]) ? at : end;
    }

    /// <summary>True when a word of place stands beside the name: to Kobe, 在滨松, 大津で.</summary>
    public bool IsPlace(string folded, TextSpan span) => _placeHeads.Precede(folded, span.Start) || NeighbourWords.Follows(_placeTails, folded, span.End);

    /// <summary>「青森」: what stands alone between quotation marks is a word that is spoken of, and no place.</summary>
    public static bool IsWord(string folded, TextSpan span) =>
        span.Start > 0 && span.End < folded.Length && (folded[span.Start - 1], folded[span.End]) is ('「', '」') or ('“', '”') or ('『', '』') or ('"', '"');

    /// <summary>True when the city is only the background of something else: the seat of a company, a home, a market.</summary>
    public bool IsPassing(string folded, TextSpan span) =>
        NeighbourWords.Follows(_passingTails, folded, span.End) || _passingHeads.Precede(folded, span.Start);

    /// <summary>True when something takes place there, or is built there; what is 设在常熟的 was there before.</summary>
    public bool IsScene(string folded, TextSpan span) =>
        NeighbourWords.Follows(_eventTails, folded, span.End) || (_eventHeads.Precede(folded, span.Start) && _possessives.LengthAt(folded, span.End, folded.Length) == 0);

    /// <summary>How long the word is that joins the city before it with the next of a list (广州、成都); 0 where none stands there.</summary>
    public int LengthOfJoint(string folded, int at) => _joints.LengthAt(folded, at, folded.Length);
}
