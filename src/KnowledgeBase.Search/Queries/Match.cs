using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Queries;

/// <summary>What decides whether an article answers a query.</summary>
abstract record Match
{
    Match()
    {
    }

    /// <summary>Every article.</summary>
    public static Match Everything { get; } = new All([]);

    /// <summary>No article.</summary>
    public static Match Nothing { get; } = new Any([]);

    /// <summary>The article holds a unit.</summary>
    public sealed record Has(Unit Unit) : Match;

    /// <summary>All parts hold; without parts, always.</summary>
    public sealed record All(ImmutableArray<Match> Parts) : Match;

    /// <summary>One of the parts holds; without parts, never.</summary>
    public sealed record Any(ImmutableArray<Match> Parts) : Match;

    /// <summary>So many of the groups hold one of their units that their weights, each the rarer the greater, make up a share of the weight of all.</summary>
    public sealed record Most(float Share, ImmutableArray<UnitGroup> Groups) : Match;

    /// <summary>The part does not hold.</summary>
    public sealed record Not(Match Part) : Match;

    /// <summary>The article has one of these values of a facet.</summary>
    public sealed record Value(Facet Facet, ImmutableArray<string> Values) : Match;

    /// <summary>The article is in a language.</summary>
    public sealed record In(Language Language) : Match;

    /// <summary>The article is from these days, both included, as day numbers of the proleptic Gregorian calendar.</summary>
    public sealed record Days(int From, int To) : Match;

    /// <summary>All of the parts; a single one by itself.</summary>
    public static Match AllOf(IEnumerable<Match> parts) => parts.ToImmutableArray() is var all && all.Length == 1 ? all[0] : new All(all);

    /// <summary>One of the parts; a single one by itself.</summary>
    public static Match AnyOf(IEnumerable<Match> parts) => parts.ToImmutableArray() is var any && any.Length == 1 ? any[0] : new Any(any);
}
