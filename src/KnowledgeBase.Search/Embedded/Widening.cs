using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;
using KnowledgeBase.Search.Translation;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Widens the free words of a query to other languages, as far as the searcher wants it.</summary>
sealed class Widening
{
    readonly SourceWordFinder _words;
    readonly SoundingNames? _names;
    readonly ConditionalWeakTable<ArticleSearcher, KnownForms> _known = [];
    readonly KnownForms _knownOfTexts = new();

    public Widening(TextAnalysis analysis, ContentFolder content, ImmutableArray<DictionaryFile> dictionaries)
    {
        var translator = new Translator(analysis, content.Vocabulary, dictionaries);
        _words = new(analysis, translator, new(content.FunctionWords, new(analysis)));
        // Without dictionaries every word would be taken for a name.
        _names = dictionaries.Any(file => file.About.Kind != DictionaryKind.Enamdict) ? new(translator.IsPlainWord) : null;
    }

    /// <summary>What a query asks for in other languages.</summary>
    /// <param name="query">Says what is not to be widened.</param>
    /// <param name="understood">What it asks for; words in quotation marks stay as they are.</param>
    /// <param name="searcher">The state of the index: only what some article has is asked for.</param>
    public WidenedQuery Of(SearchQuery query, QueryPart? understood, ArticleSearcher searcher)
    {
        string[] texts = query.IsWidened ? [.. QueryAnalysis.FreeTextsOf(understood)] : [];
        ImmutableArray<SourceWord> words = [.. texts.SelectMany(text => _words.WordsIn(text, searcher.CountOf, searcher.Has, (name, language) => _names?.Like(name, language, searcher) ?? [], _known.GetOrCreateValue(searcher))).Select(word => IsWidened(word, query) ? word : word with { Forms = word.Forms.Clear() })];
        return new(Translated.In(words, [.. texts.SelectMany(text => _words.LanguagesOf(text)).Distinct()]), Translated.Shown(words));
    }

    /// <summary>What a text tells of: its words with all their forms in other languages, whether some article has them or not.</summary>
    public IEnumerable<SourceWord> WordsOf(string text) => _words.WordsIn(text, _ => 0, (_, _) => true, (_, _) => [], _knownOfTexts).Where(word => !word.IsFunctionWord);

    static bool IsWidened(SourceWord word, SearchQuery query) => !query.NotWidened.Contains(word.Written, StringComparer.Ordinal);
}

/// <summary>What a query asks for in other languages.</summary>
/// <param name="Translated">Its words in each of them; empty when nothing is widened.</param>
/// <param name="Shown">What a page shows of it.</param>
sealed record WidenedQuery(ImmutableArray<TranslatedWords> Translated, ImmutableArray<WidenedWord> Shown);
