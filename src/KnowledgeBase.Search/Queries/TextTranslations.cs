using System.Collections.Immutable;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Highlighting;

namespace KnowledgeBase.Search.Queries;

/// <summary>Knows which translated words of a query belong to which of its texts: those joined by OR are asked for each by itself.</summary>
sealed class TextTranslations
{
    readonly ImmutableArray<TranslatedWords> _translated;
    readonly ImmutableArray<Unit> _literals;
    readonly UnitFinder _finder;

    public TextTranslations(TextAnalysis analysis, ImmutableArray<TranslatedWords> translated)
    {
        _translated = translated;
        _literals = [.. translated.SelectMany(language => language.Words).Select(word => word.Literal).Distinct()];
        _finder = new(analysis, _literals);
    }

    /// <summary>In each language the words of some texts; without languages in which there are none to be found.</summary>
    public ImmutableArray<TranslatedWords> Of(IEnumerable<string> texts)
    {
        HashSet<Unit> said = [.. texts.SelectMany(_finder.FindIn).Select(found => _literals[found.Unit])];
        return
        [
            .. _translated
                .Select(language => new TranslatedWords(language.Language, language.HasOwnWords, [.. language.Words.Where(word => said.Contains(word.Literal))]))
                .Where(language => !language.Wanted.IsEmpty),
        ];
    }
}
