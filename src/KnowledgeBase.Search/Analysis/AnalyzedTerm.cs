namespace KnowledgeBase.Search.Analysis;

/// <summary>A term of one view of a text.</summary>
/// <param name="Text">The term, folded.</param>
/// <param name="Position">Its place among the terms; the next one has the next number unless something lies between them.</param>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="Length">How many characters of the folded text it covers.</param>
/// <param name="IsStopWord">True for a word so frequent that it carries no weight outside a phrase.</param>
readonly record struct AnalyzedTerm(ReadOnlyMemory<char> Text, int Position, int Start, int Length, bool IsStopWord = false);
