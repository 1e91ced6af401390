using System.Collections.Frozen;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Decides by the words around it whether the name of a city is a person's: 福岡さん, Mr. Chiba, Haruka Chiba, 宮崎太郎社長.</summary>
sealed class SurnameRules(LanguageRules rules, HanVariants variants)
{
    /// <summary>No given name in Han characters is longer.</summary>
    const int LongestGivenName = 3;

    readonly FrozenSet<string> _surnames = rules.CitySurnames.ToFrozenSet(StringComparer.Ordinal);
    /// <summary>On a shorter word a person's name ends too (司, 社).</summary>
    const int LeastEnding = 2;

    readonly WordList _organizationEndings = new(rules.OrganizationEndings.Concat(rules.Organizations.Endings).Where(ending => ending.Length >= LeastEnding && FoldedText.IsHanOrKana(ending[0])), variants);
    readonly PhraseTrie<bool> _honorifics = NeighbourWords.Trie(rules.Honorifics, variants);
    readonly WordList _titlesAfter = new(rules.Honorifics.Concat(rules.Posts), variants);
    readonly WordList _cityEndings = new(rules.CityEndings, variants);
    readonly WordList _cues = new(rules.Language == Language.Chinese ? rules.Cues.Select(cue => cue.Word) : [], variants);
    readonly NeighbourWords _titlesBefore = new([.. rules.Titles, .. rules.Posts], variants);
    readonly NeighbourWords _placeHeads = new([.. rules.CapitalPlaceHeads.Where(head => head.Any(FoldedText.IsHanOrKana))], variants);
    readonly WordList _notGiven = new(rules.NotGivenNames, variants);
    readonly FrozenSet<string> _notNames = rules.NotNames.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when a word of politeness stands behind: 津村氏 is a person, whatever company has the name; 南通大学教授 is one of a university.</summary>
    public bool HasHonorific(string folded, TextSpan span) =>
        _honorifics.FindLongest(folded, span.End).Length > 0 && _organizationEndings.LengthEndingAt(folded, span.End, span.Start) == 0;

    /// <summary>True when the name belongs to a person here.</summary>
    /// <param name="kind">What the name may name otherwise.</param>
    /// <param name="id">The id of that city or organisation.</param>
    /// <param name="folded">The text.</param>
    /// <param name="span">Where the name stands.</param>
    public bool IsSurname(MentionKind kind, string id, string folded, TextSpan span)
    {
        if (HasHonorific(folded, span))
            return true;
        if (!_surnames.Contains(id) || (FoldedText.IsHanOrKana(folded[span.Start]) && _placeHeads.Precede(folded, span.Start)))
            return false;
        // 本田社長 may lead Honda; 本田哲会長 is a person.
        int leastGiven = kind == MentionKind.Organization ? 1 : 0;
        return FoldedText.IsHanOrKana(folded[span.Start]) ? IsBeforeTitle(folded, span, leastGiven) || IsBehindTitle(folded, span) : IsBehindGivenName(folded, span.Start);
    }

    /// <summary>The names that belong to a person somewhere in a text: there, the bare name is the person everywhere.</summary>
    public HashSet<string> FindAll(IEnumerable<Mention> mentions, TextPlace place)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (string name in mentions.Where(mention => mention is { Kind: MentionKind.City, Id: { } id } && _surnames.Contains(id)).Select(mention => mention.Span.In(place.Folded)).Distinct(StringComparer.Ordinal))
        {
            for (int at = place.Folded.IndexOf(name, StringComparison.Ordinal); at >= 0; at = place.Folded.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var span = new TextSpan(at, name.Length);
                bool isPerson = FoldedText.IsHanOrKana(name[0]) ? _honorifics.FindLongest(place.Folded, span.End).Length > 0 || IsBeforeTitle(place.Folded, span, 0) : IsBehindGivenName(place.Folded, at);
                if (isPerson || (at >= place.Byline.Start && span.End <= place.Byline.End))
                    found.Add(name);
            }
        }
        return found;
    }

    /// <summary>宮崎社長, 宮崎太郎氏, 佐贺敦说; 千葉市長 holds the name 千葉市.</summary>
    bool IsBeforeTitle(string folded, TextSpan span, int leastGiven)
    {
        // 大分市副市长, 新潟市宣布: nobody is called so.
        if (_cityEndings.LengthEndingAt(folded, span.End, span.Start) > 0)
            return false;
        for (int given = 0; given <= LongestGivenName && span.End + given < folded.Length; given++)
        {
            if ((given > 0 && !IsNameCharacter(folded, span.End + given - 1)) || _notGiven.LengthAt(folded, span.End, folded.Length) > 0)
                return false;
            if (given >= leastGiven && (_titlesAfter.LengthAt(folded, span.End + given, folded.Length) > 1 || (given < LongestGivenName && _cues.LengthAt(folded, span.End + given, folded.Length) > 0)))
                return true;
        }
        return false;
    }

    /// <summary>会长本田哲, 82岁的宫崎菊: a post, and a given name behind.</summary>
    bool IsBehindTitle(string folded, TextSpan span) => _titlesBefore.LengthBefore(folded, span.Start) > 1 && IsNameCharacter(folded, span.End);

    bool IsNameCharacter(string folded, int at) => at < folded.Length && FoldedText.IsHanOrKana(folded[at]) && _notGiven.LengthAt(folded, at, folded.Length) == 0 && !FoldedText.IsHiragana(folded[at]);

    bool IsBehindGivenName(string folded, int start)
    {
        if (_titlesBefore.Precede(folded, start))
            return true;
        int end = start - 1;
        if (end < 1 || folded[end] != ' ' || !char.IsLetter(folded[end - 1]))
            return false;
        int first = end;
        while (first > 0 && FoldedText.IsAlphabetic(folded[first - 1]))
            first--;
        string before = folded[first..end];
        return char.IsUpper(before[0]) && before.Any(char.IsLower) && !_notNames.Contains(before);
    }
}
