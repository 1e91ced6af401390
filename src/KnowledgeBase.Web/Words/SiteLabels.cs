using System.Collections.Frozen;
using System.Reflection;
using KnowledgeBase.Articles;
using YamlDotNet.Serialization;

namespace KnowledgeBase.Web.Words;

/// <summary>The site's own words, one file per language under <c>Labels</c>.</summary>
sealed class SiteLabels(FrozenDictionary<Language, FrozenDictionary<string, string>> labels)
{
    /// <summary>Reads the label files inside the program.</summary>
    public static SiteLabels Read() => new(Language.All.ToFrozenDictionary(language => language, ReadOne));

    /// <summary>The label of a key.</summary>
    /// <exception cref="KeyNotFoundException">The language's file lacks it; a test keeps the files complete.</exception>
    public string In(Language language, string key) =>
        labels[language].TryGetValue(key, out string? label) ? label : throw new KeyNotFoundException($"Labels/{language.Code}.yml has no '{key}'.");

    /// <summary>The label of a key, or null when there is none.</summary>
    public string? Find(Language language, string key) => labels[language].GetValueOrDefault(key);

    /// <summary>Every key of a language.</summary>
    public IEnumerable<string> KeysOf(Language language) => labels[language].Keys;

    static FrozenDictionary<string, string> ReadOne(Language language)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Labels/{language.Code}.yml")
            ?? throw new FileNotFoundException($"There is no label file for {language.Code}.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
