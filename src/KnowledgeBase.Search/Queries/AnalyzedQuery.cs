using System.Collections.Immutable;

namespace KnowledgeBase.Search.Queries;

/// <summary>A query in terms: what decides whether an article matches, what weighs, and what may be marked.</summary>
sealed record AnalyzedQuery
{
    /// <summary>What an article must hold.</summary>
    public required Match Match { get; init; }

    /// <summary>What it must hold when too few hold everything: most of the free words. Null when that would ask for no less.</summary>
    public required Match? Relaxed { get; init; }

    /// <summary>How many free words there are, stop words among them.</summary>
    public required int FreeWords { get; init; }

    /// <summary>What weighs.</summary>
    public required WeighedTerms Terms { get; init; }

    /// <summary>Units that may be marked in a hit.</summary>
    public required ImmutableArray<Unit> Wanted { get; init; }

    /// <summary>Units that may be marked in a hit of a relaxed search.</summary>
    public required ImmutableArray<Unit> WantedWhenRelaxed { get; init; }
}
