using System.Collections.Immutable;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The chosen and excluded values of a facet, by number: an article fits when it has a chosen one (if any is chosen) and no excluded one.</summary>
sealed class FacetChoice
{
    readonly bool[] _isChosen;
    readonly bool[] _isExcluded;
    readonly bool _hasChosen;
    readonly bool _hasExcluded;

    public FacetChoice(ImmutableArray<string> chosen, ImmutableArray<string> excluded, FacetValues values)
    {
        (_isChosen, _isExcluded) = (Mark(chosen, values), Mark(excluded, values));
        (_hasChosen, _hasExcluded) = (!chosen.IsEmpty, !excluded.IsEmpty);
    }

    /// <summary>True when an article with these values fits.</summary>
    public bool Fits(ReadOnlySpan<int> numbers) =>
        (!_hasChosen || HasOne(numbers, _isChosen)) && !(_hasExcluded && HasOne(numbers, _isExcluded));

    static bool HasOne(ReadOnlySpan<int> numbers, bool[] marked)
    {
        foreach (int number in numbers)
        {
            if (number < marked.Length && marked[number])
                return true;
        }
        return false;
    }

    static bool[] Mark(ImmutableArray<string> marked, FacetValues values)
    {
        bool[] isMarked = new bool[values.Count];
        foreach (string value in marked)
        {
            int number = values.Find(value);
            if (number >= 0 && number < isMarked.Length)
                isMarked[number] = true;
        }
        return isMarked;
    }
}
