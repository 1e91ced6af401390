using System.Collections.Immutable;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Queries;

/// <summary>Turns what was asked into terms.</summary>
sealed class QueryAnalysis(TextAnalysis analysis, QuestionWords questions)
{
    /// <summary>Analyses a query whose facet values are ids.</summary>
    /// <param name="part">The query; null when nothing is asked.</param>
    /// <param name="translated">The words of its free text in other languages.</param>
    public AnalyzedQuery Analyze(QueryPart? part, ImmutableArray<TranslatedWords> translated)
    {
        // A query of stop words alone ("to be or not to be") is asked with them.
        bool keepsStopWords = part is not null && MatchOf(part, new(false, true, false)) is null;
        ImmutableArray<QueryPart> parts = PartsOf(part);
        List<QueryPart.Words> free = [.. parts.OfType<QueryPart.Words>()];
        bool hasAlternatives = parts.Any(part => part is QueryPart.Any);
        TextTranslations? translations = hasAlternatives && !translated.IsEmpty ? new(analysis, translated) : null;
        var rules = new Rules(keepsStopWords, !AsksOnly(parts, keepsStopWords), false, translations);
        List<Match> firm = [.. parts.Where(each => each is not QueryPart.Words).Select(each => MatchOf(each, rules)).OfType<Match>()];
        List<Match> words = [.. free.SelectMany(each => UnitsOf(each.Text, rules)).Distinct().Select(unit => new Match.Has(unit))];
        ImmutableArray<Unit> loose = [.. free.SelectMany(each => LooseUnitsOf(each.Text, rules)).Distinct()];
        bool isUnanswerable = part is not null && firm.Count + words.Count == 0 && !parts.All(each => each is QueryPart.Without);
        int count = free.Sum(each => CountWords(analysis.Fold(each.Text)));
        float share = Relaxation.LeastShareOf(count);
        IEnumerable<Unit> forms = translated.SelectMany(language => language.Words).SelectMany(word => word.Certain);
        return new AnalyzedQuery
        {
            Firm = isUnanswerable ? Match.Nothing : Match.AllOf(firm),
            Free = words.Count == 0 ? [] : [new(Match.AllOf(words), AsksForNoLess(loose, words) ? null : new Match.Most(share, [.. loose.Select(UnitGroup.Of)])), .. Translated.Free(translations?.Of(free.Select(each => each.Text)) ?? translated, share)],
            WordCount = count,
            Terms = TermsOf(string.Join('\n', parts.SelectMany(TextsOf)), rules),
            Translated = translated,
            Wanted = [.. UnitsIn(Match.AllOf([.. firm, .. words])).Concat(forms).Distinct()],
            WantedWhenRelaxed = [.. UnitsIn(Match.AllOf(firm)).Concat(loose).Concat(forms).Distinct()],
        };
    }

    /// <summary>The free words of a query, those joined by OR too: what may be widened to other languages. Words in quotation marks, for the headline or excluded are not.</summary>
    public static IEnumerable<string> FreeTextsOf(QueryPart? part) => part switch
    {
        QueryPart.Words(var text) => [text],
        QueryPart.All(var parts) => parts.SelectMany(FreeTextsOf),
        QueryPart.Any(var parts) => parts.SelectMany(FreeTextsOf),
        _ => [],
    };

    static ImmutableArray<QueryPart> PartsOf(QueryPart? part) => part is QueryPart.All(var all) ? all : part is null ? [] : [part];

    // Translations are those of words joined by OR; null where words are asked for as they are.
    readonly record struct Rules(bool KeepsStopWords, bool KeepsQuestionWords, bool IsInHeadline, TextTranslations? Translations = null);

    // Question words are left out where free words are all there is and more is said than them.
    bool AsksOnly(ImmutableArray<QueryPart> parts, bool keepsStopWords) =>
        parts.All(part => part is QueryPart.Words || !TextsOf(part).Any())
        && parts.SelectMany(TextsOf).Any(text => LooseUnitsOf(text, new(keepsStopWords, false, false)).Any());

    static bool AsksForNoLess(ImmutableArray<Unit> loose, List<Match> words) => loose.IsEmpty || (loose is [var unit] && words is [Match.Has(var only)] && only == unit);

    // Null when there is nothing in it that could be found.
    Match? MatchOf(QueryPart part, Rules rules) => part switch
    {
        QueryPart.Words(var text) => AllOf(UnitsOf(text, rules)) is { } literal ? Widened(literal, text, rules) : null,
        QueryPart.Phrase(var text, null) => AllOf(PhraseOf(text, rules)),
        QueryPart.Phrase(var text, { } between) => AllOf(NearOf(text, between, rules)),
        QueryPart.Beginning(var text) => AllOf(BeginningOf(text, rules)),
        QueryPart.InTitle(var inner) => MatchOf(inner, rules with { IsInHeadline = true, Translations = null }),
        QueryPart.Value(var facet, _, var values) => new Match.Value(facet, values),
        QueryPart.Dates(var from, var to) => new Match.Days(from?.DayNumber ?? 0, to?.DayNumber ?? int.MaxValue),
        QueryPart.All(var parts) => Some(parts, rules) is { IsEmpty: false } all ? Match.AllOf(all) : null,
        QueryPart.Any(var parts) => Some(parts, rules) is { IsEmpty: false } any ? Match.AnyOf(any) : null,
        QueryPart.Without(var inner) => MatchOf(inner, rules with { KeepsStopWords = true, Translations = null }) is { } not ? new Match.Not(not) : null,
        _ => throw new InvalidOperationException($"{part} can't be analysed."),
    };

    static Match Widened(Match literal, string text, Rules rules) =>
        rules.Translations is null ? literal : Match.AnyOf([literal, .. Translated.Free(rules.Translations.Of([text]), share: 0).Select(words => words.Strict)]);

    ImmutableArray<Match> Some(ImmutableArray<QueryPart> parts, Rules rules) => [.. parts.Select(part => MatchOf(part, rules)).OfType<Match>()];

    static Match? AllOf(IEnumerable<Unit> units) =>
        units.Select(unit => (Match)new Match.Has(unit)).ToImmutableArray() is { IsEmpty: false } all ? Match.AllOf(all) : null;

    // Words between spaces, and whole runs of Han and kana.
    IEnumerable<Unit> UnitsOf(string text, Rules rules)
    {
        FoldedText folded = analysis.Fold(text);
        IEnumerable<Unit> words = analysis.SpacedWords(folded).Where(word => rules.KeepsStopWords || !word.IsStopWord).Select(word => new Unit.Word(word.Text.ToString(), rules.IsInHeadline));
        return words.Concat(RunsOf(folded, rules));
    }

    static IEnumerable<Unit> RunsOf(FoldedText folded, Rules rules)
    {
        foreach ((int start, int end) in TextAnalysis.CjkRuns(folded.Text))
            yield return new Unit.Run(folded.Forms[start..end], rules.IsInHeadline);
        foreach (AnalyzedTerm single in TextAnalysis.Singles(folded).Where(term => term.Length == 2))
            yield return new Unit.Run(single.Text.ToString(), rules.IsInHeadline);
    }

    // Words between spaces that stand side by side; Han and kana between them part them.
    IEnumerable<Unit> PhraseOf(string text, Rules rules)
    {
        FoldedText folded = analysis.Fold(text);
        List<AnalyzedTerm> sequence = [];
        List<Unit> units = [];
        foreach (AnalyzedTerm term in analysis.Words(folded))
        {
            if (Scripts.IsWordLetter(folded.Text[term.Start]))
                sequence.Add(term);
            else
                Close();
        }
        Close();
        return units.Concat(RunsOf(folded, rules));

        void Close()
        {
            if (sequence.Count > 0)
                units.Add(SequenceOf(sequence, rules));
            sequence.Clear();
        }
    }

    static Unit SequenceOf(List<AnalyzedTerm> words, Rules rules) => words is [var word]
        ? new Unit.Word(word.Text.ToString(), rules.IsInHeadline)
        : new Unit.Sequence([.. words.Select(each => each.Text.ToString())], [.. words.Select(each => each.Position - words[0].Position)], rules.IsInHeadline);

    // In the headline, words are near one another anyway.
    IEnumerable<Unit> NearOf(string text, int between, Rules rules)
    {
        ImmutableArray<string> stems = [.. analysis.Words(analysis.Fold(text)).Select(term => term.Text.ToString())];
        return rules.IsInHeadline || stems.Length < 2 ? UnitsOf(text, rules) : [new Unit.Near(stems, between)];
    }

    // What stands before the star when it is no letter of a word between spaces (投资*) is found inside words anyway.
    IEnumerable<Unit> BeginningOf(string text, Rules rules)
    {
        FoldedText folded = analysis.Fold(text);
        AnalyzedTerm? last = TextAnalysis.Spellings(folded).LastOrDefault() is { Length: > 0 } word && word.Start + word.Length == folded.Text.Length ? word : null;
        IEnumerable<Unit> whole = analysis.SpacedWords(folded).SkipLast(last is null ? 0 : 1).Select(each => new Unit.Word(each.Text.ToString(), rules.IsInHeadline));
        IEnumerable<Unit> beginning = last is { } begun ? [new Unit.Beginning(begun.Text.ToString(), rules.IsInHeadline)] : [];
        return [.. whole, .. beginning, .. RunsOf(folded, rules)];
    }

    IEnumerable<Unit> LooseUnitsOf(string text, Rules rules)
    {
        FoldedText folded = analysis.Fold(text);
        List<AnalyzedTerm> words = analysis.Words(folded);
        Asking asking = AskingIn(folded, words, rules);
        return words
            .Where(term => (rules.KeepsStopWords || !term.IsStopWord) && !asking.Covers(term))
            .Select<AnalyzedTerm, Unit>(term => Scripts.IsWordLetter(folded.Text[term.Start]) ? new Unit.Word(term.Text.ToString()) : new Unit.Run(term.Text.ToString()));
    }

    Asking AskingIn(FoldedText folded, List<AnalyzedTerm> words, Rules rules) => rules.KeepsQuestionWords ? Asking.Nothing : questions.In(folded, words);

    // Three Han or kana are about as long as two words; where ICU cuts them says little of how much was asked.
    int CountWords(FoldedText folded) => analysis.SpacedWords(folded).Count + (TextAnalysis.Singles(folded).Count() * 2 / 3);

    static IEnumerable<Unit> UnitsIn(Match match) => match switch
    {
        Match.Has(var unit) => [unit],
        Match.All(var parts) => parts.SelectMany(UnitsIn),
        Match.Any(var parts) => parts.SelectMany(UnitsIn),
        Match.Most(_, var groups) => groups.SelectMany(group => group.Units).Select(unit => unit.Unit),
        _ => [],
    };

    static IEnumerable<string> TextsOf(QueryPart part) => part switch
    {
        QueryPart.InTitle(var inner) => TextsOf(inner),
        QueryPart.All(var parts) => parts.SelectMany(TextsOf),
        QueryPart.Any(var parts) => parts.SelectMany(TextsOf),
        QueryPart.Words or QueryPart.Phrase or QueryPart.Beginning => [QueryField.TextOf(part)],
        _ => [],
    };

    WeighedTerms TermsOf(string text, Rules rules)
    {
        FoldedText folded = analysis.Fold(text);
        List<AnalyzedTerm> all = analysis.Words(folded);
        Asking asking = AskingIn(folded, all, rules);
        List<AnalyzedTerm> words = [.. all.Where(term => (rules.KeepsStopWords || !term.IsStopWord) && !asking.Covers(term))];
        return new WeighedTerms(
            [
                .. Weigh(View.Words, words, word => new Unit.Word(word)),
                .. Weigh(View.Pairs, TextAnalysis.Pairs(folded).Where(pair => !asking.Touches(pair)), pair => new Unit.Run(pair)),
            ],
            analysis.IsPlain ? [] :
            [
                .. Weigh(View.Singles, TextAnalysis.Singles(folded).Where(single => !asking.Covers(single)), single => new Unit.Run(single)),
                .. Weigh(View.Headline, words, word => new Unit.Word(word, IsInHeadline: true)),
                .. NeighboursOf(all, asking),
                .. Weigh(View.Letters, TextAnalysis.FourLetters([.. TextAnalysis.Spellings(folded).Where(word => !asking.Covers(word))]), letters => new Unit.Term(Fields.Letters, letters)),
            ]);
    }

    // Words side by side. Two stop words ("of the") are in every text: without them English questions found .0004 more (MRR@10), and they would be the slowest to look for.
    static IEnumerable<WeighedTerm> NeighboursOf(List<AnalyzedTerm> words, Asking asking) => words
        .Zip(words.Skip(1))
        .Where(pair => pair.Second.Position == pair.First.Position + 1 && !(pair.First.IsStopWord && pair.Second.IsStopWord) && !asking.Covers(pair.First) && !asking.Covers(pair.Second))
        .CountBy(pair => new Unit.Sequence([pair.First.Text.ToString(), pair.Second.Text.ToString()], [0, 1]))
        .Select(pair => new WeighedTerm(View.Neighbours, UnitGroup.Of(pair.Key), pair.Value));

    static IEnumerable<WeighedTerm> Weigh(View view, IEnumerable<AnalyzedTerm> terms, Func<string, Unit> unitOf) =>
        terms.CountBy(term => term.Text.ToString(), StringComparer.Ordinal).Select(term => new WeighedTerm(view, UnitGroup.Of(unitOf(term.Key)), term.Value));
}
