using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the names of cities outside the vocabulary: those of a list (Bangkok), and others by their endings (郡山市).</summary>
sealed class UnknownCities(LanguageRules rules, HanVariants variants)
{
    const int LeastCharacters = 1;

    /// <summary>No city of two countries has a longer name before 市, but for transcriptions, which are cut.</summary>
    const int MostCharacters = 4;

    readonly PhraseTrie<bool> _others = NeighbourWords.Trie(rules.OtherCities, variants);
    readonly WordList _endings = new(rules.CityEndings, variants);
    readonly WordList _notNames = new(rules.NotCityNames, variants);
    readonly WordList _borders = new(rules.Organizations.Borders, variants);

    /// <summary>How long the name is that begins at each position.</summary>
    public Dictionary<int, int> Find(string folded)
    {
        Dictionary<int, int> found = [];
        for (int i = 0; i < folded.Length; i++)
        {
            if (_others.FindLongest(folded, i).Length is > 0 and var length)
                found[i] = length;
        }
        for (int i = LeastCharacters; i < folded.Length; i++)
        {
            int ending = _endings.LengthAt(folded, i, folded.Length);
            int start = ending > 0 ? StartOfName(folded, i) : i;
            if (i - start is >= LeastCharacters and <= MostCharacters && !IsMayor(folded, i + ending) && _notNames.LengthAt(folded, i, folded.Length) == 0 && _notNames.LengthEndingAt(folded, i + ending, 0) == 0)
                found[start] = i + ending - start;
        }
        return found;
    }

    /// <summary>仲川市長 is a person, and so may be what stands before any other 市長.</summary>
    static bool IsMayor(string folded, int end) => end < folded.Length && folded[end] is '長' or '长';

    int StartOfName(string folded, int end)
    {
        int start = end;
        while (start > 0 && end - start <= MostCharacters && FoldedText.IsHanOrKana(folded[start - 1]) && !FoldedText.IsHiragana(folded[start - 1]) && _borders.LengthEndingAt(folded, start, 0) == 0)
            start--;
        return start;
    }
}
