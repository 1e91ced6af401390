using System.Collections.Immutable;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Words directly before or behind a name.</summary>
sealed class NeighbourWords(ImmutableArray<string> words, HanVariants variants)
{
    readonly ImmutableArray<string> _words = [.. words.Select(word => FoldedText.Of(word, variants)).OrderByDescending(word => word.Length)];

    public static PhraseTrie<bool> Trie(ImmutableArray<string> words, HanVariants variants)
    {
        var trie = new PhraseTrie<bool>();
        foreach (string word in words)
            trie.Add(FoldedText.Of(word, variants), true);
        return trie;
    }

    /// <summary>True when one of the phrases begins at a position, or behind the space there.</summary>
    public static bool Follows(PhraseTrie<bool> phrases, string folded, int end) => LengthBehind(phrases, folded, end) > 0;

    /// <summary>How many characters behind a position the longest of the phrases takes, with the space before it; 0 when none stands there.</summary>
    public static int LengthBehind(PhraseTrie<bool> phrases, string folded, int end)
    {
        int start = end < folded.Length && folded[end] == ' ' ? end + 1 : end;
        return phrases.FindLongest(folded, start).Length is > 0 and var length ? start + length - end : 0;
    }

    /// <summary>True when one of the words stands before a position.</summary>
    public bool Precede(string folded, int start) => LengthBefore(folded, start) > 0;

    /// <summary>How many characters before a position the longest of the words takes, with the space or full stop behind it; 0 when none stands there.</summary>
    public int LengthBefore(string folded, int start)
    {
        int end = start;
        while (end > 0 && (folded[end - 1] is ' ' or '.'))
            end--;
        foreach (string word in _words)
        {
            int at = end - word.Length;
            // A word at the beginning of a sentence has a capital.
            if (at >= 0 && string.CompareOrdinal(folded, at + 1, word, 1, word.Length - 1) == 0 && char.ToLowerInvariant(folded[at]) == char.ToLowerInvariant(word[0]) && !FoldedText.CutsWord(folded, at))
                return start - at;
        }
        return 0;
    }
}
