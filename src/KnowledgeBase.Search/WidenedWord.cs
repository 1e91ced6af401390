using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search;

/// <summary>Where the other forms of a word come from.</summary>
public enum WideningReason
{
    /// <summary>The editors' vocabulary: topics, cities, organisations, people, terms.</summary>
    Vocabulary,

    /// <summary>A general dictionary.</summary>
    Dictionary,

    /// <summary>A dictionary of names, or a name in other letters that sounds alike.</summary>
    Names,
}

/// <summary>A word of the query that was also asked for in other languages.</summary>
/// <param name="Word">The word as it was written.</param>
/// <param name="Reason">Where most certain of its other forms comes from.</param>
/// <param name="Forms">The forms added, per language, the most certain first; only such as some article has.</param>
public sealed record WidenedWord(string Word, WideningReason Reason, ImmutableDictionary<Language, ImmutableArray<string>> Forms);
