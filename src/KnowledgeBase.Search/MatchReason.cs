namespace KnowledgeBase.Search;

/// <summary>In which way an article answers a part of a query.</summary>
public enum MatchReasonKind
{
    /// <summary>It has the words as they were written, whatever their case and width.</summary>
    Word,

    /// <summary>It has another form of the word (invest, investing).</summary>
    OtherForm,

    /// <summary>It has the word in other forms of its characters (投资, 投資).</summary>
    Variant,

    /// <summary>It has the characters as a part of a longer word (国際 in 国際化).</summary>
    PartOfWord,

    /// <summary>It has a word that begins so (<c>invest*</c>).</summary>
    Beginning,

    /// <summary>It has what the query was widened to: a translation or another name.</summary>
    Translation,

    /// <summary>It is about the city, topic and so on that the query names.</summary>
    Value,

    /// <summary>It does not have the word: the query was asked again for some of its words.</summary>
    Missing,
}

/// <summary>Why an article was found, for a reader to understand.</summary>
/// <param name="Kind">In which way it answers.</param>
/// <param name="Asked">What was written in the query: of a translation the word it stands for.</param>
/// <param name="Found">What stands in the article; the id for a value; empty when it is missing.</param>
public sealed record MatchReason(MatchReasonKind Kind, string Asked, string Found)
{
    /// <summary>True when it stands in the headline.</summary>
    public bool IsInHeadline { get; init; }

    /// <summary>The facet of a value; null for everything else.</summary>
    public Facet? Facet { get; init; }
}
