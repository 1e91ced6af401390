using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Queries;

/// <summary>The smallest thing an article either holds or does not: terms as the analysis made them.</summary>
/// <param name="Key">Names it; units that the same articles hold have equal keys where that is plain.</param>
/// <param name="IsInHeadline">True when only the headline may hold it.</param>
abstract record Unit(string Key, bool IsInHeadline)
{
    /// <summary>One term of one field of the index: what weighs.</summary>
    public sealed record Term(string Field, string Text) : Unit($"{Field}:{Text}", false);

    /// <summary>A word, by its stem.</summary>
    public sealed record Word(string Stem, bool IsInHeadline = false) : Unit($"{(IsInHeadline ? Fields.Headline : Fields.Words)}:{Stem}", IsInHeadline);

    /// <summary>Han and kana side by side, forms folded. One character alone too.</summary>
    public sealed record Run(string Forms, bool IsInHeadline = false) : Unit(Name(Forms, IsInHeadline), IsInHeadline)
    {
        /// <summary>The field whose single term it is; null when it is several pairs side by side.</summary>
        public string? Field => FieldOf(Forms, IsInHeadline);

        static string? FieldOf(string forms, bool isInHeadline) => forms.Length switch
        {
            _ when forms.Length == 1 || char.IsSurrogate(forms[0]) => isInHeadline ? Fields.HeadlineSingles : Fields.Singles,
            2 => isInHeadline ? Fields.HeadlinePairs : Fields.Pairs,
            _ => null,
        };

        static string Name(string forms, bool isInHeadline) => $"{FieldOf(forms, isInHeadline) ?? Mark(isInHeadline) + "run"}:{forms}";
    }

    /// <summary>Words side by side, by their stems, with the distance of each from the first.</summary>
    public sealed record Sequence(ImmutableArray<string> Stems, ImmutableArray<int> Distances, bool IsInHeadline = false)
        : Unit($"{Mark(IsInHeadline)}sequence:{string.Join('\u001f', Stems.Zip(Distances, (stem, distance) => $"{distance.ToString(CultureInfo.InvariantCulture)} {stem}"))}", IsInHeadline)
    {
        /// <inheritdoc/>
        public bool Equals(Sequence? other) => other?.Key == Key;

        /// <inheritdoc/>
        public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>Words in any order with at most a number of other words between them.</summary>
    public sealed record Near(ImmutableArray<string> Stems, int Between)
        : Unit($"near:{Between.ToString(CultureInfo.InvariantCulture)}:{string.Join('\u001f', Stems)}", false)
    {
        /// <inheritdoc/>
        public bool Equals(Near? other) => other?.Key == Key;

        /// <inheritdoc/>
        public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>The beginning of a word between spaces, as it is written.</summary>
    public sealed record Beginning(string Letters, bool IsInHeadline = false) : Unit($"{Mark(IsInHeadline)}beginning:{Letters}", IsInHeadline);

    static string Mark(bool isInHeadline) => isInHeadline ? "title:" : "";
}
