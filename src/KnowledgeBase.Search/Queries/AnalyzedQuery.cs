using System.Collections.Immutable;

namespace KnowledgeBase.Search.Queries;

/// <summary>A query in terms: what decides whether an article matches, and what only weighs.</summary>
sealed record AnalyzedQuery
{
    /// <summary>Each must be found: one of its alternatives, of that every unit.</summary>
    public required ImmutableArray<Demand> Demands { get; init; }

    /// <summary>Of none of these may every unit be found.</summary>
    public required ImmutableArray<ImmutableArray<Unit>> Excluded { get; init; }

    /// <summary>The terms that weigh, per view.</summary>
    public required QueryTerms Terms { get; init; }

    /// <summary>True when the text asks for something but holds nothing that could be found: signs, or pictures.</summary>
    public required bool IsUnanswerable { get; init; }

    /// <summary>True when not every free word needs to be found; see <see cref="Loose"/>.</summary>
    public bool IsRelaxed { get; init; }

    /// <summary>The free words one by one, runs of Han and kana cut into words: what a relaxed search asks for most of.</summary>
    public required ImmutableArray<Unit> Loose { get; init; }

    /// <summary>True when every article answers it.</summary>
    public bool IsEmpty => Demands.IsEmpty && Excluded.IsEmpty && Loose.IsEmpty && !IsUnanswerable;

    /// <summary>True when relaxing would ask for less.</summary>
    public bool CanRelax => !IsRelaxed && Loose.Length > 1;

    /// <summary>The same query content with most of the free words. Phrases, beginnings, alternatives and exclusions stay as they are.</summary>
    public AnalyzedQuery Relax() => this with { IsRelaxed = true, Demands = [.. Demands.Where(demand => !demand.IsFree)] };

    /// <summary>Every unit that may be marked in a hit.</summary>
    public IEnumerable<Unit> Wanted => Demands.SelectMany(demand => demand.Alternatives).SelectMany(units => units).Concat(IsRelaxed ? Loose : []).Distinct();
}

/// <summary>Something that must be found, in one of several ways.</summary>
/// <param name="Alternatives">The ways; of each, every unit must be found.</param>
/// <param name="IsFree">True for plain words without alternatives.</param>
sealed record Demand(ImmutableArray<ImmutableArray<Unit>> Alternatives, bool IsFree);

/// <summary>Terms that weigh, each with how often the query names it.</summary>
/// <param name="Words">Words without stop words.</param>
/// <param name="Pairs">Pairs of characters.</param>
/// <param name="Singles">Single characters.</param>
sealed record QueryTerms(ImmutableDictionary<string, int> Words, ImmutableDictionary<string, int> Pairs, ImmutableDictionary<string, int> Singles);
