using System.Collections.Frozen;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Decides by the words around it whether the name of a capital stands for the government that sits there.</summary>
sealed class CapitalRules(LanguageRules rules, HanVariants variants)
{
    /// <summary>So many adverbs stand between a capital and its verb at most.</summary>
    const int MaxAdverbs = 3;

    readonly FrozenSet<string> _capitals = rules.Capitals.ToFrozenSet(StringComparer.Ordinal);
    readonly PhraseTrie<bool> _tails = NeighbourWords.Trie(rules.GovernmentTails, variants);
    readonly NeighbourWords _heads = new(rules.GovernmentHeads, variants);
    readonly PhraseTrie<bool> _verbs = NeighbourWords.Trie([.. rules.GovernmentVerbs.SelectMany(verb => EnglishVerb.FormsOf(verb))], variants);
    readonly PhraseTrie<bool> _adverbs = NeighbourWords.Trie(rules.GovernmentAdverbs, variants);
    readonly PhraseTrie<bool> _subjects = NeighbourWords.Trie(rules.GovernmentSubjects, variants);
    readonly PhraseTrie<bool> _stances = NeighbourWords.Trie(rules.GovernmentStances, variants);
    readonly NeighbourWords _placeHeads = new(rules.CapitalPlaceHeads, variants);
    readonly PhraseTrie<bool> _placeTails = NeighbourWords.Trie([.. rules.CapitalPlaceTails, .. rules.EventTails], variants);
    readonly PhraseTrie<bool> _others = NeighbourWords.Trie(rules.OtherCapitals, variants);
    readonly NeighbourWords _othersBefore = new(rules.OtherCapitals, variants);
    readonly PhraseTrie<bool> _joints = NeighbourWords.Trie(rules.CapitalJoints, variants);
    readonly NeighbourWords _jointsBefore = new(rules.CapitalJoints, variants);

    public bool IsCapital(string cityId) => _capitals.Contains(cityId);

    public bool StandsForGovernment(string cityId, string folded, TextSpan span) => _capitals.Contains(cityId) && IsGovernment(folded, span);

    /// <summary>True when the name of a capital stands for its government. 東京都 and 北京市 are the cities; the bare name may be more.</summary>
    public bool IsGovernment(string folded, TextSpan span)
    {
        if (_others.FindLongest(folded, span.Start).Length != span.Length)
            return false;
        // Tokyo and Beijing agreed; ties between Beijing and Washington.
        int end = EndWithPartner(folded, span.End);
        int start = StartWithPartner(folded, span.Start);
        if (_heads.Precede(folded, span.Start) || _heads.Precede(folded, start))
            return true;
        if (_placeHeads.Precede(folded, start))
            return false;
        if (NeighbourWords.Follows(_tails, folded, span.End) || NeighbourWords.Follows(_tails, folded, end))
            return true;
        if (NeighbourWords.Follows(_placeTails, folded, end))
            return false;
        bool isPair = end > span.End || start < span.Start;
        return isPair || IsBeforeVerb(folded, end) || TakesStance(folded, end);
    }

    /// <summary>Beijing also lifted; 北京此前批评.</summary>
    bool IsBeforeVerb(string folded, int end)
    {
        int at = Blank(folded, end);
        for (int adverbs = 0; adverbs < MaxAdverbs && _adverbs.FindLongest(folded, at).Length is > 0 and var adverb; adverbs++)
            at = Blank(folded, at + adverb);
        return _verbs.FindLongest(folded, at).Length > 0 && !NeighbourWords.Follows(_placeTails, folded, at);
    }

    /// <summary>東京は、…慎重だ: the rest of the sentence says what a government does.</summary>
    bool TakesStance(string folded, int end)
    {
        int subject = _subjects.FindLongest(folded, end).Length;
        if (subject == 0)
            return false;
        for (int i = end + subject; i < folded.Length && folded[i] is not ('。' or '\n' or '」'); i++)
        {
            if (_stances.FindLongest(folded, i).Length > 0)
                return true;
        }
        return false;
    }

    int EndWithPartner(string folded, int end)
    {
        int at = Blank(folded, end);
        int joint = _joints.FindLongest(folded, at).Length;
        if (joint == 0)
            return end;
        at = Blank(folded, at + joint);
        int other = _others.FindLongest(folded, at).Length;
        return other > 0 ? at + other : end;
    }

    int StartWithPartner(string folded, int start)
    {
        int joint = _jointsBefore.LengthBefore(folded, start);
        int other = joint > 0 ? _othersBefore.LengthBefore(folded, start - joint) : 0;
        return other > 0 ? start - joint - other : start;
    }

    static int Blank(string folded, int at) => at < folded.Length && folded[at] == ' ' ? at + 1 : at;
}
