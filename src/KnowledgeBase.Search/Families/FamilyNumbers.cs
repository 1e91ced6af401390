namespace KnowledgeBase.Search.Families;

/// <summary>Numbers stories, once and for as long as the index is open, so that all segments count alike.</summary>
sealed class FamilyNumbers
{
    readonly Lock _lock = new();
    readonly Dictionary<long, int> _numbers = [];

    /// <summary>The numbers of stories; −1 where there is none.</summary>
    public int[] Of(long?[] families)
    {
        int[] numbers = new int[families.Length];
        lock (_lock)
        {
            for (int doc = 0; doc < families.Length; doc++)
                numbers[doc] = families[doc] is { } family ? NumberOf(family) : -1;
        }
        return numbers;
    }

    int NumberOf(long family)
    {
        if (_numbers.TryGetValue(family, out int number))
            return number;
        return _numbers[family] = _numbers.Count;
    }
}
