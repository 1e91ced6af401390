using System.Collections.Immutable;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The chosen values of a facet, by number: an article fits when it has one of them.</summary>
sealed class FacetChoice
{
    readonly bool[] _isChosen;

    public FacetChoice(ImmutableArray<string> chosen, FacetValues values)
    {
        _isChosen = new bool[values.Count];
        foreach (string value in chosen)
        {
            int number = values.Find(value);
            if (number >= 0 && number < _isChosen.Length)
                _isChosen[number] = true;
        }
    }

    /// <summary>True when one of the article's values is chosen.</summary>
    public bool Fits(ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            if (number < _isChosen.Length && _isChosen[number])
                return true;
        }
        return false;
    }
}
