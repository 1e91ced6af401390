using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>One name per language. English is always there; another language may be missing.</summary>
public sealed class Labels(ImmutableDictionary<Language, string> names)
{
    /// <summary>The name in English.</summary>
    public string English => names[Language.English];

    /// <summary>Every name, without repetition.</summary>
    public IEnumerable<string> All => Language.All.Select(Find).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The name in a language, in English where there is none.</summary>
    public string In(Language language) => Find(language) ?? English;

    /// <summary>The name in a language, or null when there is none.</summary>
    public string? Find(Language language) => names.GetValueOrDefault(language);
}
