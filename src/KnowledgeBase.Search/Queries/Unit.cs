using System.Collections.Immutable;

namespace KnowledgeBase.Search.Queries;

/// <summary>The smallest thing an article either holds or does not: terms as the analysis made them.</summary>
abstract record Unit
{
    Unit()
    {
    }

    /// <summary>A word between spaces, by its stem.</summary>
    public sealed record Word(string Stem) : Unit;

    /// <summary>Han and kana side by side, forms folded. One character alone too.</summary>
    public sealed record Run(string Forms) : Unit;

    /// <summary>Words between spaces side by side, by their stems, with the distance of each from the first.</summary>
    public sealed record Sequence(ImmutableArray<string> Stems, ImmutableArray<int> Distances) : Unit;

    /// <summary>The beginning of a word between spaces, as it is written.</summary>
    public sealed record Beginning(string Letters) : Unit;
}
