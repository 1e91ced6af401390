namespace KnowledgeBase.Search.Suggestions;

/// <summary>Spellings in alphabetical order, each with what it leads to.</summary>
sealed class NameList
{
    readonly (string Spelling, NameKey Key)[] _spellings;

    public NameList(IEnumerable<(string Spelling, NameKey Key)> spellings) =>
        _spellings = [.. spellings.Where(each => each.Spelling.Length > 0).Distinct().OrderBy(each => each.Spelling, StringComparer.Ordinal)];

    /// <summary>What begins with some letters, at most so many, and whether it is nothing but these letters.</summary>
    public IEnumerable<(NameKey Key, bool IsWhole)> StartingWith(string letters, int most)
    {
        for (int at = FirstFrom(letters); at < _spellings.Length && most-- > 0 && _spellings[at].Spelling.StartsWith(letters, StringComparison.Ordinal); at++)
            yield return (_spellings[at].Key, _spellings[at].Spelling.Length == letters.Length);
    }

    /// <summary>What is spelled exactly so.</summary>
    public IEnumerable<NameKey> Of(string spelling) => StartingWith(spelling, int.MaxValue).TakeWhile(each => each.IsWhole).Select(each => each.Key);

    int FirstFrom(string letters)
    {
        (int low, int high) = (0, _spellings.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(_spellings[middle].Spelling, letters) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

/// <summary>A name and what it names.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Id">The value.</param>
/// <param name="Name">The whole name.</param>
/// <param name="Rank">0 where the spelling is the name from its beginning, 1 from a later word, 2 where it is the sound.</param>
readonly record struct NameKey(Facet Facet, string Id, string Name, int Rank);
