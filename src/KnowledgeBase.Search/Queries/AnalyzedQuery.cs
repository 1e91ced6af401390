using System.Collections.Immutable;

namespace KnowledgeBase.Search.Queries;

/// <summary>A query in terms: what decides whether an article matches, what weighs, and what may be marked.</summary>
sealed record AnalyzedQuery
{
    /// <summary>What an article must be or hold whatever the free words are.</summary>
    public required Match Firm { get; init; }

    /// <summary>The free words: as they are, and in each other language. An article must answer one of these.</summary>
    public required ImmutableArray<FreeWords> Free { get; init; }

    /// <summary>How many free words there are, stop words among them.</summary>
    public required int WordCount { get; init; }

    /// <summary>What weighs.</summary>
    public required WeighedTerms Terms { get; init; }

    /// <summary>What weighs in articles in other languages; empty when nothing is widened.</summary>
    public required ImmutableArray<TranslatedWords> Translated { get; init; }

    /// <summary>Units that may be marked in a hit.</summary>
    public required ImmutableArray<Unit> Wanted { get; init; }

    /// <summary>Units that may be marked in a hit of a relaxed search.</summary>
    public required ImmutableArray<Unit> WantedWhenRelaxed { get; init; }
}

/// <summary>The free words of a query in one language.</summary>
/// <param name="Strict">All of them must be found.</param>
/// <param name="Relaxed">Most of them must be found; null when that would ask for no less.</param>
/// <param name="IsTranslated">True in another language than the query's.</param>
sealed record FreeWords(Match Strict, Match? Relaxed, bool IsTranslated = false);
