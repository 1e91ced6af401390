using System.Collections.Frozen;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Links a name to a person of the vocabulary, only when it is a whole name of exactly one person.</summary>
sealed class PersonLinker(ContentFolder content)
{
    readonly FrozenDictionary<string, string?> _idByName = content.Vocabulary.People
        .SelectMany(person => NamesOf(person).Select(name => (Key: KeyOf(name, content.HanVariants), person.Id)).Distinct())
        .GroupBy(name => name.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => same.Count() == 1 ? same.First().Id : null, StringComparer.Ordinal);

    /// <summary>The id of the person, or null when the name is nobody's or several people's.</summary>
    public string? Find(string name) => _idByName.GetValueOrDefault(KeyOf(name, content.HanVariants));

    /// <summary>Every way of writing a person's whole name, the romanised one in both orders.</summary>
    public static IEnumerable<string> NamesOf(Person person) =>
        person.Labels.All.Concat(person.Aliases).SelectMany(InBothOrders).Distinct(StringComparer.Ordinal);

    /// <summary>Case, Han forms, macrons, hyphens and spaces make no difference between names.</summary>
    static string KeyOf(string name, HanVariants variants) =>
        string.Concat(FoldedText.WithoutCase(name, variants).Where(char.IsLetterOrDigit));

    static IEnumerable<string> InBothOrders(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, var last] ? [name, $"{last} {first}"] : [name];
}
