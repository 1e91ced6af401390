using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>What kind of words name a speaker.</summary>
enum NamingKind
{
    /// <summary>A name.</summary>
    Name,

    /// <summary>A pronoun, or words that stand for one (同氏).</summary>
    Pronoun,

    /// <summary>A noun without a name (the spokesman, 关系者).</summary>
    Noun,
}

/// <summary>Who is named as the speaker of some words, and how.</summary>
/// <param name="Kind">By what kind of words.</param>
/// <param name="Named">Where the speaker is named.</param>
/// <param name="Cue">Where the reporting verb stands; null when there is none.</param>
sealed record Attribution(NamingKind Kind, TextSpan Named, TextSpan? Cue)
{
    /// <summary>The name without honorific and post, where <see cref="Named"/> holds more; null where it holds just the name.</summary>
    public string? BareName { get; init; }

    /// <summary>Whom a pronoun stands for, where a sentence before begins with a name; null where none does, and for names.</summary>
    public string? Antecedent { get; init; }

    /// <summary>The post the text gives beside the name; null when it gives none.</summary>
    public string? Post { get; init; }

    /// <summary>The organisation the text gives beside the name; null when it gives none.</summary>
    public string? Organization { get; init; }
}
