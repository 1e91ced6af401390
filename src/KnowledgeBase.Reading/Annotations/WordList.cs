using System.Collections.Immutable;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Words in a text without spaces: the longest one that begins or ends at a position.</summary>
sealed class WordList
{
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    readonly ImmutableArray<int> _lengths;

    public WordList(IEnumerable<string> words, HanVariants variants)
    {
        HashSet<string> folded = words.Select(word => FoldedText.Of(word, variants)).ToHashSet(StringComparer.Ordinal);
        _words = folded.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. folded.Select(word => word.Length).Distinct().OrderDescending()];
    }

    /// <summary>True when there is no word in it.</summary>
    public bool IsEmpty => _lengths.IsEmpty;

    /// <summary>The length of the longest word that ends before a position and does not begin before another one; 0 when there is none.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="end">Where the word ends.</param>
    /// <param name="first">Where it may begin at the earliest.</param>
    /// <param name="shorterThan">How short it must be, to find the shorter words after the longest.</param>
    public int LengthEndingAt(string folded, int end, int first, int shorterThan = int.MaxValue)
    {
        foreach (int length in _lengths)
        {
            if (length < shorterThan && length <= end - first && _words.Contains(folded.AsSpan(end - length, length)))
                return length;
        }
        return 0;
    }

    /// <summary>The length of the longest word that begins at a position and ends before another one; 0 when there is none.</summary>
    public int LengthAt(string folded, int start, int end)
    {
        foreach (int length in _lengths)
        {
            if (length <= end - start && _words.Contains(folded.AsSpan(start, length)))
                return length;
        }
        return 0;
    }

    /// <summary>True when the word is in the list.</summary>
    public bool Contains(ReadOnlySpan<char> folded) => _words.Contains(folded);
}
