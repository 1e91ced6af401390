using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Highlighting;

/// <summary>A place of a text where something asked for stands.</summary>
/// <param name="Span">Where, in the original text.</param>
/// <param name="Unit">Which of the units asked for.</param>
readonly record struct Found(TextSpan Span, int Unit);
