using System.Collections.Immutable;
using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Queries;

/// <summary>What weighs in the order of hits.</summary>
/// <param name="First">Weighs for every article that matches.</param>
/// <param name="Second">Weighs for the best by <paramref name="First"/> only: it orders what is near the top.</param>
sealed record WeighedTerms(ImmutableArray<WeighedTerm> First, ImmutableArray<WeighedTerm> Second)
{
    /// <summary>Nothing weighs: all articles are equals.</summary>
    public static WeighedTerms None { get; } = new([], []);

    /// <summary>True when nothing weighs.</summary>
    public bool IsEmpty => First.IsEmpty && Second.IsEmpty;
}

/// <summary>A term of a view, or several that stand for one another and weigh as one.</summary>
/// <param name="View">The view whose lengths and weight it has.</param>
/// <param name="Group">The units.</param>
/// <param name="Times">How often the query names it.</param>
sealed record WeighedTerm(View View, UnitGroup Group, float Times);

/// <summary>Units that stand for one another.</summary>
/// <param name="Units">The units, each with its share in the frequency: 1 for the word itself.</param>
sealed record UnitGroup(ImmutableArray<(Unit Unit, float Share)> Units)
{
    /// <summary>A unit by itself.</summary>
    public static UnitGroup Of(Unit unit) => new([(unit, 1)]);
}
