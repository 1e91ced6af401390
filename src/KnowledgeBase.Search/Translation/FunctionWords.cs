using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Translation;

/// <summary>Words that hold a sentence together: they are no subject of a query, and their translations are a list of the editors.</summary>
sealed class FunctionWords
{
    readonly FrozenSet<string> _all;
    readonly FrozenDictionary<(string Key, Language Source, Language Target), ImmutableArray<TranslatedForm>> _forms;

    // A line of signs alone has no key, nor has a stop word where the rules of others find the words.
    public FunctionWords(ImmutableArray<FunctionWord> lines, WordKeys keys)
    {
        _all = lines.SelectMany(line => line.Forms.Values).SelectMany(forms => forms).Where(form => !form.HasMeaning).Select(form => keys.Of(form.Text)).ToFrozenSet(StringComparer.Ordinal);
        _forms = lines.SelectMany(line => line.Forms.Keys.SelectMany(source => line.Forms.Keys.Where(target => target != source).SelectMany(target => line.Forms[source].Select(form => (Key: keys.Of(form.Text), source, target, Others: line.Forms[target])))))
            .GroupBy(each => (each.Key, each.source, each.target), each => each.Others)
            .ToFrozenDictionary(same => same.Key, same => same.SelectMany(others => others).Where(form => keys.Of(form.Text).Length > 0).Select(form => Of(form.Text, keys)).DistinctBy(form => form.Unit.Key).ToImmutableArray());
    }

    /// <summary>True for a word that has no meaning of its own.</summary>
    public bool Has(string key) => _all.Contains(key);

    /// <summary>What stands for a word in another language; empty where nothing does.</summary>
    /// <param name="key">The word, as <see cref="WordKeys"/> makes it.</param>
    /// <param name="sources">The languages it may be from.</param>
    /// <param name="target">The language wanted.</param>
    public ImmutableArray<TranslatedForm> FormsOf(string key, ImmutableArray<Language> sources, Language target) =>
        [.. sources.SelectMany(source => _forms.TryGetValue((key, source, target), out ImmutableArray<TranslatedForm> forms) ? forms : [])];

    static TranslatedForm Of(string written, WordKeys keys) =>
        new(written, keys.Of(written) is var key && Analysis.Scripts.IsCjk(key[0]) ? new Unit.Run(key) : new Unit.Word(key), 1, WideningReason.Vocabulary);
}
