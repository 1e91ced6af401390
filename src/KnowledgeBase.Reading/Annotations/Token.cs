using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>A word, a punctuation mark, or a whole quotation, which counts as one.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its letters; empty for a quotation.</param>
/// <param name="Quotation">Which quotation it is; -1 for a word or mark.</param>
readonly record struct Token(TextSpan Span, string Text, int Quotation)
{
    /// <summary>True for a family name that is written like a pronoun.</summary>
    public bool IsSurname { get; init; }

    public bool IsQuotation => Quotation >= 0;

    public bool IsWord => Text.Length > 0 && char.IsLetterOrDigit(Text[0]);

    public bool IsCapitalized => Text.Length > 0 && char.IsUpper(Text[0]);

    public bool IsLowercase => Text.Length > 0 && char.IsLower(Text[0]);

    public bool IsPossessive => Text.EndsWith("'s", StringComparison.Ordinal) || Text.EndsWith("’s", StringComparison.Ordinal) || Text.EndsWith("s’", StringComparison.Ordinal);

    public bool Is(string text) => Text == text;
}
