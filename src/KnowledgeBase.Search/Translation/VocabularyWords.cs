using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Translation;

/// <summary>The names of the vocabulary in all languages: topics, cities, organisations, people, terms.</summary>
sealed class VocabularyWords
{
    static readonly SourceLanguage Languages = new();

    readonly FrozenDictionary<string, ImmutableArray<Concept>> _concepts;

    public VocabularyWords(Vocabulary vocabulary, WordKeys keys)
    {
        _concepts = ConceptsIn(vocabulary)
            .SelectMany(concept => concept.Names.Select(name => (Key: keys.Of(name.Text), concept)))
            .Where(pair => pair.Key.Length > 0)
            .GroupBy(pair => pair.Key, pair => pair.concept, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>True when a key names something.</summary>
    public bool Has(string key) => _concepts.ContainsKey(key);

    /// <summary>The names in a language of all that a key names.</summary>
    public IEnumerable<string> NamesOf(string key, Language language) => _concepts.TryGetValue(key, out ImmutableArray<Concept> concepts)
        ? concepts.SelectMany(concept => concept.Names).Where(name => name.Language is null || name.Language == language).Select(name => name.Text).Distinct(StringComparer.Ordinal)
        : [];

    static IEnumerable<Concept> ConceptsIn(Vocabulary vocabulary) =>
    [
        .. vocabulary.Topics.Select(topic => Of(topic.Labels, [])),
        .. vocabulary.Cities.Select(city => Of(city.Labels, city.Alternatives)),
        .. vocabulary.Organizations.Select(body => Of(body.Labels, body.Abbreviation is { } short_ ? body.Alternatives.Add(short_) : body.Alternatives)),
        .. vocabulary.People.Select(person => Of(person.Labels, person.Aliases)),
        .. vocabulary.Glossary.Select(term => Of(term.Labels, [], term.Variants)),
    ];

    static Concept Of(Labels labels, ImmutableArray<string> others, ImmutableDictionary<Language, ImmutableArray<string>>? variants = null) => new(
    [
        .. Language.All.Where(language => labels.Find(language) is not null).Select(language => (labels.In(language), (Language?)language)),
        .. others.Select(other => (other, LanguageOf(other))),
        .. variants?.SelectMany(pair => pair.Value.Select(variant => (variant, (Language?)pair.Key))) ?? [],
    ]);

    // Another name in Latin letters is looked for in English texts only; one of Han that both write alike in Chinese and Japanese ones.
    static Language? LanguageOf(string name) => Languages.Of(name) is [var only] ? only : null;

    sealed record Concept(ImmutableArray<(string Text, Language? Language)> Names);
}

/// <summary>Makes the keys by which words are looked up: stems with blanks between them, or folded Han and kana without.</summary>
sealed class WordKeys(TextAnalysis analysis)
{
    /// <summary>The key of a text; empty when it mixes scripts, or is too long for a word.</summary>
    public string Of(string text)
    {
        FoldedText folded = analysis.Fold(text);
        bool hasCjk = folded.Text.Any(Scripts.IsCjk);
        if (hasCjk && folded.Text.Any(Scripts.IsWordLetter))
            return "";
        return hasCjk ? string.Concat(folded.Forms.Where(Scripts.IsCjk)) : string.Join(' ', analysis.SpacedWords(folded).Select(word => word.Text));
    }
}
