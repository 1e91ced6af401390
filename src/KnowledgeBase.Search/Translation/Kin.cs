namespace KnowledgeBase.Search.Translation;

/// <summary>English words of one origin whose stems differ: invade and invasion, safe and safety, Korea and Korean.</summary>
/// <remarks>One dictionary explains a verb with "to invade", another the same as a noun with "invasion".</remarks>
sealed class Kin
{
    // What must be left of a word to tell it from others: a guess.
    const int ShortestRoot = 4;

    // What makes one kind of word of another, as it is left in stems, and the consonants in which their stems differ (decid, decis); the longest first.
    static readonly string[] Endings = [.. "ation ition ment ness ship ance ence tit anc enc ism ist ian ial ion ean ese ia er or al an iv if ic it at ti th es ct a c d e i s t z".Split(' ').OrderByDescending(ending => ending.Length)];

    readonly Dictionary<string, List<int>> _byRoot = new(StringComparer.Ordinal);

    public Kin(StringTable words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (FindRoot(words[i]) is not { } root)
                continue;
            if (!_byRoot.TryGetValue(root, out List<int>? numbers))
                _byRoot[root] = numbers = [];
            numbers.Add(i);
        }
    }

    /// <summary>The numbers of the words of a table that have the root of a stem, itself among them.</summary>
    public IReadOnlyList<int> Of(string stem) => FindRoot(stem) is { } root && _byRoot.TryGetValue(root, out List<int>? numbers) ? numbers : [];

    // Null for what is no single word in Latin letters, or too short.
    static string? FindRoot(string stem)
    {
        if (stem.Length < ShortestRoot || stem.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return null;
        foreach (string ending in Endings)
        {
            if (stem.Length - ending.Length >= ShortestRoot && stem.EndsWith(ending, StringComparison.Ordinal))
                return stem[..^ending.Length];
        }
        return stem;
    }
}
