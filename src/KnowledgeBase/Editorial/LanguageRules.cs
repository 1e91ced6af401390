using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>What a language's texts look like: quotation marks, reporting verbs, titles, honorifics. Read from <c>content/languages</c>.</summary>
public sealed record LanguageRules
{
    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>Verbs that report words (said, 表示, と述べた).</summary>
    public ImmutableArray<string> ReportingVerbs { get; init; } = [];
}
