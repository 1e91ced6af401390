using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Words in a text without spaces: the longest one that begins or ends at a position.</summary>
sealed class WordList
{
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    readonly FrozenDictionary<char, ImmutableArray<int>> _lengthsByFirst;
    readonly FrozenDictionary<char, ImmutableArray<int>> _lengthsByLast;

    public WordList(IEnumerable<string> words, HanVariants variants)
    {
        HashSet<string> folded = words.Select(word => FoldedText.Of(word, variants)).ToHashSet(StringComparer.Ordinal);
        _words = folded.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengthsByFirst = LengthsBy(word => word[0], folded);
        _lengthsByLast = LengthsBy(word => word[^1], folded);
    }

    /// <summary>True when there is no word in it.</summary>
    public bool IsEmpty => _lengthsByFirst.Count == 0;

    /// <summary>The length of the longest word that ends before a position and does not begin before another one; 0 when there is none.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="end">Where the word ends.</param>
    /// <param name="first">Where it may begin at the earliest.</param>
    /// <param name="shorterThan">How short it must be, to find the shorter words after the longest.</param>
    public int LengthEndingAt(string folded, int end, int first, int shorterThan = int.MaxValue)
    {
        if (end <= first || !_lengthsByLast.TryGetValue(folded[end - 1], out ImmutableArray<int> lengths))
            return 0;
        foreach (int length in lengths)
        {
            if (length < shorterThan && length <= end - first && _words.Contains(folded.AsSpan(end - length, length)))
                return length;
        }
        return 0;
    }

    /// <summary>The length of the longest word that begins at a position and ends before another one; 0 when there is none.</summary>
    public int LengthAt(string folded, int start, int end)
    {
        if (start >= end || !_lengthsByFirst.TryGetValue(folded[start], out ImmutableArray<int> lengths))
            return 0;
        foreach (int length in lengths)
        {
            if (length <= end - start && _words.Contains(folded.AsSpan(start, length)))
                return length;
        }
        return 0;
    }

    /// <summary>True when the word is in the list.</summary>
    public bool Contains(ReadOnlySpan<char> folded) => _words.Contains(folded);

    /// <summary>How long the words are that have a letter in common, longest first: most letters of a text begin or end no word at all.</summary>
    static FrozenDictionary<char, ImmutableArray<int>> LengthsBy(Func<string, char> letterOf, IEnumerable<string> words) =>
        words.Where(word => word.Length > 0).ToLookup(letterOf, word => word.Length)
            .ToFrozenDictionary(lengths => lengths.Key, lengths => lengths.Distinct().OrderDescending().ToImmutableArray());
}
