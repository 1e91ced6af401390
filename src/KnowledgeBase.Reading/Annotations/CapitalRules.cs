using System.Collections.Frozen;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Decides by the words around it whether the name of a capital stands for the government that sits there.</summary>
sealed class CapitalRules(LanguageRules rules, HanVariants variants)
{
    readonly FrozenSet<string> _capitals = rules.Capitals.ToFrozenSet(StringComparer.Ordinal);
    readonly PhraseTrie<bool> _tails = NeighbourWords.Trie(rules.GovernmentTails, variants);
    readonly NeighbourWords _heads = new(rules.GovernmentHeads, variants);
    readonly PhraseTrie<bool> _others = NeighbourWords.Trie(rules.OtherCapitals, variants);
    readonly NeighbourWords _othersBefore = new(rules.OtherCapitals, variants);
    readonly PhraseTrie<bool> _joints = NeighbourWords.Trie(rules.CapitalJoints, variants);
    readonly NeighbourWords _jointsBefore = new(rules.CapitalJoints, variants);

    public bool IsCapital(string cityId) => _capitals.Contains(cityId);

    /// <summary>True when the name of a capital outside the vocabulary stands for its government.</summary>
    public bool IsOtherGovernment(string folded, TextSpan span) =>
        _others.FindLongest(folded, span.Start).Length == span.Length && IsGovernment(folded, span);

    public bool StandsForGovernment(string cityId, string folded, TextSpan span) => _capitals.Contains(cityId) && IsGovernment(folded, span);

    bool IsGovernment(string folded, TextSpan span)
    {
        // Tokyo and Beijing agreed; ties between Beijing and Washington.
        int end = EndWithPartner(folded, span.End);
        int start = StartWithPartner(folded, span.Start);
        return NeighbourWords.Follows(_tails, folded, span.End) || NeighbourWords.Follows(_tails, folded, end)
            || _heads.Precede(folded, span.Start) || _heads.Precede(folded, start);
    }

    int EndWithPartner(string folded, int end)
    {
        int at = end < folded.Length && folded[end] == ' ' ? end + 1 : end;
        int joint = _joints.FindLongest(folded, at).Length;
        if (joint == 0)
            return end;
        at += joint;
        at += at < folded.Length && folded[at] == ' ' ? 1 : 0;
        int other = _others.FindLongest(folded, at).Length;
        return other > 0 ? at + other : end;
    }

    int StartWithPartner(string folded, int start)
    {
        int joint = _jointsBefore.LengthBefore(folded, start);
        int other = joint > 0 ? _othersBefore.LengthBefore(folded, start - joint) : 0;
        return other > 0 ? start - joint - other : start;
    }
}
