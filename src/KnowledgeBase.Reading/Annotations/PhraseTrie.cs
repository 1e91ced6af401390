namespace KnowledgeBase.Reading.Annotations;

/// <summary>Phrases by their letters: finds the longest phrase that begins at a position.</summary>
/// <remarks>A look-up costs at most as many steps as the longest phrase has letters, whatever the text.</remarks>
sealed class PhraseTrie<T>
{
    // By node and letter in one number: to look a pair up takes three times as long.
    readonly Dictionary<long, int> _next = [];
    readonly List<(bool Ends, T? Value)> _nodes = [(false, default)];

    /// <summary>True when there is no phrase.</summary>
    public bool IsEmpty => _nodes.Count == 1;

    /// <summary>Adds a phrase, unless it is there already.</summary>
    public void Add(string phrase, T value)
    {
        int node = 0;
        foreach (char letter in phrase)
            node = NextOrNew(node, letter);
        if (node > 0 && !_nodes[node].Ends)
            _nodes[node] = (true, value);
    }

    /// <summary>The longest phrase beginning at a position that does not cut a Latin word; length 0 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the phrase begins.</param>
    /// <param name="isBeforeFigure">True where a digit may stand directly behind it: RMB400.</param>
    /// <param name="isAfterFigure">True where a digit may stand directly before it: 5bn.</param>
    public (int Length, T? Value) FindLongest(string text, int start, bool isAfterFigure = false, bool isBeforeFigure = false)
    {
        (int Length, T? Value) longest = default;
        if (FoldedText.CutsWord(text, start) && !(isAfterFigure && char.IsAsciiDigit(text[start - 1]) && !char.IsAsciiDigit(text[start])))
            return longest;
        int node = 0;
        for (int i = start; i < text.Length && _next.TryGetValue(KeyOf(node, text[i]), out node); i++)
        {
            if (_nodes[node].Ends && (!FoldedText.CutsWord(text, i + 1) || (isBeforeFigure && char.IsAsciiDigit(text[i + 1]) && !char.IsAsciiDigit(text[i]))))
                longest = (i + 1 - start, _nodes[node].Value);
        }
        return longest;
    }

    int NextOrNew(int node, char letter)
    {
        if (_next.TryGetValue(KeyOf(node, letter), out int next))
            return next;
        _nodes.Add((false, default));
        return _next[KeyOf(node, letter)] = _nodes.Count - 1;
    }

    static long KeyOf(int node, char letter) => (long)node << 16 | letter;
}
