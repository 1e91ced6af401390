using System.Collections.Concurrent;
using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Translation;

/// <summary>Remembers what words are in other languages, for one state of the index: the next query often has some of the words of the one before.</summary>
sealed class KnownForms
{
    // A word has at most 30 forms: some 50 MB where all have them, and mostly a tenth of it.
    const int MostWords = 10_000;

    readonly ConcurrentDictionary<(string Key, string Sources, Language Target), ImmutableArray<TranslatedForm>> _forms = [];

    /// <summary>The forms of a word, found when they are not remembered.</summary>
    public ImmutableArray<TranslatedForm> Get(string key, ImmutableArray<Language> sources, Language target, Func<ImmutableArray<TranslatedForm>> find)
    {
        (string, string, Language) name = (key, string.Concat(sources.Select(source => source.Code)), target);
        if (_forms.TryGetValue(name, out ImmutableArray<TranslatedForm> known))
            return known;
        if (_forms.Count >= MostWords)
            _forms.Clear();
        return _forms[name] = find();
    }
}
