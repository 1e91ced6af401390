using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Highlighting;

/// <summary>Finds what a query asks for in a text, by the rules of the index, with places in the original: variants of Han, stems and widths too.</summary>
sealed class UnitFinder
{
    readonly TextAnalysis _analysis;
    readonly ImmutableArray<Unit> _units;
    readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);

    public UnitFinder(TextAnalysis analysis, IEnumerable<Unit> units)
    {
        _analysis = analysis;
        _units = [.. units];
        for (int i = 0; i < _units.Length; i++)
        {
            foreach (string stem in _units[i] is Unit.Word(var word, _) ? [word] : _units[i] is Unit.Near(var words, _) ? words : [])
                _stems.TryAdd(stem, i);
        }
    }

    /// <summary>How many different things are looked for.</summary>
    public int Units => _units.Length;

    /// <summary>The places of a text, in order.</summary>
    public List<Found> FindIn(string text)
    {
        if (_units.IsEmpty)
            return [];
        FoldedText folded = _analysis.Fold(text);
        List<AnalyzedTerm> words = _analysis.SpacedWords(folded);
        List<Found> found = [.. WordsIn(folded, words)];
        for (int i = 0; i < _units.Length; i++)
        {
            found.AddRange(_units[i] switch
            {
                Unit.Run(var forms, _) => RunsIn(folded, forms, i),
                Unit.Sequence(var stems, _, _) => SequencesIn(folded, words, stems, i),
                Unit.Beginning(var letters, _) => BeginningsIn(folded, letters, i),
                _ => [],
            });
        }
        found.Sort((left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start) : right.Span.Length.CompareTo(left.Span.Length));
        return found;
    }

    IEnumerable<Found> WordsIn(FoldedText folded, List<AnalyzedTerm> words)
    {
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (AnalyzedTerm word in words)
        {
            if (stems.TryGetValue(word.Text.Span, out int unit))
                yield return At(folded, word.Start, word.Start + word.Length, unit);
        }
    }

    static IEnumerable<Found> RunsIn(FoldedText folded, string forms, int unit)
    {
        for (int at = folded.Forms.IndexOf(forms, StringComparison.Ordinal); at >= 0; at = folded.Forms.IndexOf(forms, at + forms.Length, StringComparison.Ordinal))
            yield return At(folded, at, at + forms.Length, unit);
    }

    static IEnumerable<Found> SequencesIn(FoldedText folded, List<AnalyzedTerm> words, ImmutableArray<string> stems, int unit)
    {
        for (int first = 0; first + stems.Length <= words.Count; first++)
        {
            if (IsAt(words, first, stems))
                yield return At(folded, words[first].Start, words[first + stems.Length - 1].Start + words[first + stems.Length - 1].Length, unit);
        }
    }

    static bool IsAt(List<AnalyzedTerm> words, int first, ImmutableArray<string> stems)
    {
        int same = 0;
        while (same < stems.Length && words[first + same].Text.Span.SequenceEqual(stems[same]))
            same++;
        return same == stems.Length;
    }

    static IEnumerable<Found> BeginningsIn(FoldedText folded, string letters, int unit) =>
        TextAnalysis.Spellings(folded)
            .Where(word => word.Text.Span.StartsWith(letters, StringComparison.Ordinal))
            .Select(word => At(folded, word.Start, word.Start + word.Length, unit));

    static Found At(FoldedText folded, int start, int end, int unit) => new(TextSpan.Between(folded.StartOf(start), folded.EndOf(end)), unit);
}
