using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of cities outside the vocabulary: those of a list (Bangkok), and others by their endings (郡山市).</summary>
sealed class UnknownCities
{
    const int LeastCharacters = 1;

    /// <summary>No city of two countries has a longer name before 市, but for transcriptions, which are cut.</summary>
    const int MostCharacters = 4;

    /// <summary>True for a name that needs a word beside it.</summary>
    readonly PhraseTrie<bool> _others = new();
    readonly PhraseTrie<bool> _doubtfulTails;
    readonly NeighbourWords _doubtfulHeads;
    readonly PhraseTrie<bool> _districts;
    readonly WordList _endings;
    readonly WordList _notNames;
    readonly WordList _posts;
    readonly WordList _familyNames;
    readonly WordList _titles;
    readonly WordList _regions;
    readonly WordList _borders;

    public UnknownCities(LanguageRules rules, ContentFolder content)
    {
        HanVariants variants = content.HanVariants;
        _endings = new(rules.CityEndings, variants);
        _notNames = new(rules.NotCityNames, variants);
        _posts = new(rules.CityPosts, variants);
        _familyNames = new(rules.FamilyNamesLikeCities, variants);
        _titles = new(rules.Posts, variants);
        _regions = new(rules.RegionEndings, variants);
        _borders = new(rules.Organizations.Borders, variants);
        _doubtfulTails = NeighbourWords.Trie(rules.DoubtfulCityTails, variants);
        _districts = NeighbourWords.Trie(rules.DistrictTails, variants);
        _doubtfulHeads = new(rules.DoubtfulCityHeads, variants);
        foreach (string name in rules.OtherCities)
            _others.Add(FoldedText.Of(name, variants), false);
        foreach (OtherCity city in content.OtherCities.Where(city => city.NameIn(rules.Language).Length > 0))
        {
            string name = FoldedText.Of(city.NameIn(rules.Language), variants);
            foreach (string ending in rules.CityEndings)
                _others.Add(name + FoldedText.Of(ending, variants), false);
            if (name.Length > 1)
                _others.Add(name, city.IsDoubtfulIn(rules.Language));
        }
    }

    /// <summary>How long the name is that begins at each position.</summary>
    public Dictionary<int, int> Find(string folded)
    {
        Dictionary<int, int> found = [];
        for (int i = LeastCharacters; i < folded.Length; i++)
        {
            int ending = _endings.LengthAt(folded, i, folded.Length);
            int start = ending > 0 ? StartOfName(folded, i) : i;
            if (i - start is >= LeastCharacters and <= MostCharacters && !IsMayor(folded, i + ending) && _notNames.LengthAt(folded, i, folded.Length) == 0 && _notNames.LengthEndingAt(folded, i + ending, 0) == 0 && !IsFamilyName(folded, start, i + ending))
                found[start] = i + ending - start;
        }
        for (int i = 0; i < folded.Length; i++)
        {
            if (_others.FindLongest(folded, i) is ( > 0 and var length, var isDoubtful) && !FoldedText.CutsKatakana(folded, i) && !FoldedText.CutsKatakana(folded, i + length) && !IsDistrict(folded, i + length) && (!isDoubtful || IsBesidePlaceWord(folded, i, i + length)))
                found[i] = length;
        }
        return found;
    }

    /// <summary>True when a stretch is an ending of cities: 市 behind a name that is known without it.</summary>
    public bool IsEnding(string folded, int start, int end) => _endings.Contains(folded.AsSpan(start, end - start));

    /// <summary>Where the reading of a city's name stands in brackets before its ending, 中山(ジョンシャン)市; null when none does.</summary>
    public TextSpan? FindReading(string folded, int start)
    {
        int open = start;
        while (open < folded.Length && open - start <= MostCharacters && FoldedText.IsHanOrKana(folded[open]))
            open++;
        if (open == start || open >= folded.Length || folded[open] != '(')
            return null;
        int close = open + 1;
        while (close < folded.Length && FoldedText.IsKatakana(folded[close]))
            close++;
        return close > open + 1 && close < folded.Length && folded[close] == ')' && _endings.LengthAt(folded, close + 1, folded.Length) > 0 ? TextSpan.Between(open, close + 1) : null;
    }

    /// <summary>仲川市長 is a person, and so may be what stands before any other 市長.</summary>
    bool IsMayor(string folded, int end) => _posts.LengthAt(folded, end, folded.Length) > 0;

    /// <summary>高市早苗, 首相高市, but 日高市: the family name stands alone, or behind a post.</summary>
    bool IsFamilyName(string folded, int start, int end) =>
        _familyNames.LengthEndingAt(folded, end, start) is > 0 and var family && (end - family == start || _titles.LengthEndingAt(folded, end - family, 0) > 0);

    bool IsBesidePlaceWord(string folded, int start, int end) =>
        _doubtfulHeads.Precede(folded, start) || (NeighbourWords.LengthBehind(_doubtfulTails, folded, end) is > 0 and var tail && !IsPossessive(folded, end + tail));

    /// <summary>Ken Saito, Japan's trade minister: the country is said to have somebody, not something to lie there.</summary>
    static bool IsPossessive(string folded, int end) => end + 1 < folded.Length && folded[end] is '\'' or '’' && folded[end + 1] == 's';

    /// <summary>中央区, Chuo Ward: what is named like a city may be a part of one.</summary>
    bool IsDistrict(string folded, int end) => NeighbourWords.Follows(_districts, folded, end);

    int StartOfName(string folded, int end)
    {
        int start = end;
        while (start > 0 && end - start <= MostCharacters && FoldedText.IsHanOrKana(folded[start - 1]) && !FoldedText.IsHiragana(folded[start - 1]) && _borders.LengthEndingAt(folded, start, 0) == 0 && !(start < end && IsBehindRegion(folded, start)))
            start--;
        return start;
    }

    /// <summary>福岛县郡山市: what stands before the city is where it lies.</summary>
    bool IsBehindRegion(string folded, int start) => _regions.LengthEndingAt(folded, start, 0) > 0;
}
