using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>A clause that somebody is reported to have said, without quotation marks.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Attribution">Who is named as the speaker.</param>
sealed record Report(TextSpan Clause, Attribution Attribution);
