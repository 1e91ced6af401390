using System.Collections.Immutable;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Queries;

/// <summary>Turns the text of a query into terms.</summary>
sealed class QueryAnalysis(TextAnalysis analysis)
{
    /// <summary>Analyses a text.</summary>
    public AnalyzedQuery Analyze(string text)
    {
        QueryText query = QueryText.Parse(text);
        // A query of stop words alone ("to be or not to be") is asked with them.
        bool keepsStopWords = query.Required.SelectMany(alternatives => alternatives).All(wanted => UnitsOf(wanted, keepsStopWords: false).IsEmpty);
        ImmutableArray<Demand> demands =
        [
            .. query.Required
                .Select(alternatives => DemandOf(alternatives, keepsStopWords))
                .Where(demand => !demand.Alternatives.IsEmpty),
        ];
        ImmutableArray<ImmutableArray<Unit>> excluded =
            [.. query.Excluded.Select(wanted => UnitsOf(wanted, keepsStopWords: true)).Where(units => !units.IsEmpty)];
        return new AnalyzedQuery
        {
            Demands = demands,
            Excluded = excluded,
            IsUnanswerable = query.Required.Length > 0 && demands.IsEmpty,
            Terms = TermsOf([.. query.Required.SelectMany(alternatives => alternatives).Select(wanted => wanted.Text)], keepsStopWords),
            Loose = [.. query.Required.Where(IsFree).SelectMany(alternatives => LooseUnitsOf(alternatives[0].Text, keepsStopWords)).Distinct()],
        };
    }

    static bool IsFree(ImmutableArray<Wanted> alternatives) => alternatives is [{ Kind: WantedKind.Words }];

    Demand DemandOf(ImmutableArray<Wanted> alternatives, bool keepsStopWords) =>
        new([.. alternatives.Select(wanted => UnitsOf(wanted, keepsStopWords)).Where(units => !units.IsEmpty)], IsFree(alternatives));

    ImmutableArray<Unit> UnitsOf(Wanted wanted, bool keepsStopWords)
    {
        FoldedText folded = analysis.Fold(wanted.Text);
        IEnumerable<Unit> runs = RunsOf(folded);
        if (wanted.Kind == WantedKind.Phrase)
            return [.. SequencesOf(folded), .. runs];
        List<AnalyzedTerm> words = analysis.SpacedWords(folded);
        ImmutableArray<Unit> beginning = wanted.Kind == WantedKind.Beginning ? [.. BeginningOf(folded)] : [];
        IEnumerable<Unit> whole = words.SkipLast(beginning.Length).Where(word => keepsStopWords || !word.IsStopWord).Select(WordOf);
        return [.. beginning, .. whole, .. runs];
    }

    static Unit WordOf(AnalyzedTerm term) => new Unit.Word(term.Text.ToString());

    static IEnumerable<Unit> RunsOf(FoldedText folded)
    {
        foreach ((int start, int end) in TextAnalysis.CjkRuns(folded.Text))
            yield return new Unit.Run(folded.Forms[start..end]);
        foreach (AnalyzedTerm single in TextAnalysis.Singles(folded).Where(term => term.Length == 2))
            yield return new Unit.Run(single.Text.ToString());
    }

    // Words between spaces that stand side by side; Han and kana between them part them.
    IEnumerable<Unit> SequencesOf(FoldedText folded)
    {
        List<AnalyzedTerm> sequence = [];
        foreach (AnalyzedTerm term in analysis.Words(folded))
        {
            if (Scripts.IsWordLetter(folded.Text[term.Start]))
            {
                sequence.Add(term);
                continue;
            }
            if (sequence.Count > 0)
                yield return SequenceOf(sequence);
            sequence.Clear();
        }
        if (sequence.Count > 0)
            yield return SequenceOf(sequence);
    }

    static Unit SequenceOf(List<AnalyzedTerm> words) => words is [var word]
        ? WordOf(word)
        : new Unit.Sequence([.. words.Select(each => each.Text.ToString())], [.. words.Select(each => each.Position - words[0].Position)]);

    // What stands before the star when it is no letter of a word between spaces (投资*) is found inside words anyway.
    static IEnumerable<Unit> BeginningOf(FoldedText folded) =>
        TextAnalysis.Spellings(folded).TakeLast(1)
            .Where(word => word.Start + word.Length == folded.Text.Length)
            .Select(word => new Unit.Beginning(word.Text.ToString()));

    IEnumerable<Unit> LooseUnitsOf(string text, bool keepsStopWords)
    {
        FoldedText folded = analysis.Fold(text);
        return analysis.Words(folded)
            .Where(term => keepsStopWords || !term.IsStopWord)
            .Select<AnalyzedTerm, Unit>(term => Scripts.IsWordLetter(folded.Text[term.Start]) ? WordOf(term) : new Unit.Run(term.Text.ToString()));
    }

    QueryTerms TermsOf(ImmutableArray<string> texts, bool keepsStopWords)
    {
        FoldedText folded = analysis.Fold(string.Join('\n', texts));
        return new QueryTerms(
            Count(analysis.Words(folded).Where(term => keepsStopWords || !term.IsStopWord)),
            Count(TextAnalysis.Pairs(folded)),
            Count(TextAnalysis.Singles(folded)));
    }

    static ImmutableDictionary<string, int> Count(IEnumerable<AnalyzedTerm> terms) =>
        terms.CountBy(term => term.Text.ToString(), StringComparer.Ordinal).ToImmutableDictionary(StringComparer.Ordinal);
}
