using System.Collections.Immutable;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Embedded;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Related;

/// <summary>Finds the words that tell most of an article: frequent in it, rare elsewhere; and what terms of trade are called in the other languages.</summary>
sealed class TellingTerms
{
    // What follows weighs little, and each word costs time.
    const int MaxWords = 16;
    const int MaxTerms = 12;

    // A headline is read first.
    const int TimesInHeadline = 3;

    // Words find their own language only; topics, cities and people, which have none, must count at least as much.
    const float ShareOfWords = 0.5f;

    // Half of all articles about anything have such a word.
    const float LeastRarity = 0.7f;

    readonly TextAnalysis _analysis;
    readonly ImmutableArray<ImmutableArray<string>> _glossary;

    public TellingTerms(TextAnalysis analysis, Vocabulary vocabulary) =>
        (_analysis, _glossary) = (analysis, [.. vocabulary.Glossary.Select(term => term.Labels.All.Concat(term.Variants.Values.SelectMany(words => words)).Distinct(StringComparer.Ordinal).ToImmutableArray())]);

    /// <summary>The units, each with its weight.</summary>
    public IReadOnlyCollection<(Unit Unit, float Weight)> Of(string headline, string body, ArticleSearcher searcher)
    {
        FoldedText foldedHeadline = _analysis.Fold(headline);
        FoldedText foldedBody = _analysis.Fold(body);
        List<AnalyzedTerm> words = _analysis.Words(foldedBody);
        words.AddRange(Enumerable.Repeat(_analysis.Words(foldedHeadline), TimesInHeadline).SelectMany(each => each));
        IEnumerable<(Unit, float)> telling = words.Where(word => !word.IsStopWord && word.Text.Length > 1)
            .CountBy(word => word.Text.ToString(), StringComparer.Ordinal)
            .Select(word => (Unit: (Unit)new Unit.Word(word.Key), Weight: searcher.RarityOf(new Unit.Word(word.Key)) * word.Value / (word.Value + 1f), Times: word.Value))
            .Where(word => word.Weight * (word.Times + 1) / word.Times >= LeastRarity)
            .OrderByDescending(word => word.Weight).Take(MaxWords).Select(word => (word.Unit, word.Weight * ShareOfWords));
        return [.. telling.Concat(TranslationsOf($"{foldedHeadline.Forms}\n{foldedBody.Forms}", searcher)).DistinctBy(each => each.Item1.Key)];
    }

    IEnumerable<(Unit, float)> TranslationsOf(string forms, ArticleSearcher searcher) => _glossary
        .Where(names => names.Any(name => Holds(forms, _analysis.Fold(name).Forms)))
        .SelectMany(names => names.Select(name => _analysis.Fold(name)).Where(name => !Holds(forms, name.Forms)).Select(UnitOf).OfType<Unit>())
        .Select(unit => (unit, searcher.RarityOf(unit) * ShareOfWords)).Where(each => each.Item2 >= LeastRarity * ShareOfWords)
        .OrderByDescending(each => each.Item2).Take(MaxTerms);

    // Words between spaces must be whole ones.
    static bool Holds(string text, string name)
    {
        int at = text.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (!Scripts.IsWordLetter(name[0]) || at == 0 || !Scripts.IsWordLetter(text[at - 1]));
    }

    Unit? UnitOf(FoldedText name)
    {
        if (name.Text.All(Scripts.IsCjk))
            return new Unit.Run(name.Forms);
        List<AnalyzedTerm> words = _analysis.SpacedWords(name);
        return words.Count switch
        {
            0 => null,
            1 => new Unit.Word(words[0].Text.ToString()),
            _ => new Unit.Sequence([.. words.Select(word => word.Text.ToString())], [.. words.Select((_, i) => i)]),
        };
    }
}
