using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Queries;

/// <summary>Finds the values of facets by their names in any language.</summary>
sealed class FacetNames
{
    readonly TextAnalysis _analysis;
    readonly FrozenDictionary<(Facet Facet, string Name), ImmutableArray<string>> _ids;

    public FacetNames(TextAnalysis analysis, ContentFolder content)
    {
        _analysis = analysis;
        _ids = NamesIn(content)
            .Where(name => !string.IsNullOrWhiteSpace(name.Name))
            .GroupBy(name => (name.Facet, Fold(name.Name)))
            .ToFrozenDictionary(group => group.Key, group => group.Select(name => name.Id).Distinct(StringComparer.Ordinal).ToImmutableArray());
    }

    /// <summary>The values a name stands for: ids of the vocabulary, else values of articles that have it as a part; empty when there are none.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="name">A label, another name or an id, in any language and form.</param>
    /// <param name="known">The values articles have.</param>
    public ImmutableArray<string> ValuesOf(Facet facet, string name, IEnumerable<string> known)
    {
        string folded = Fold(name);
        if (_ids.TryGetValue((facet, folded), out ImmutableArray<string> ids))
            return ids;
        return folded.Length == 0 ? [] : [.. known.Where(value => Fold(value) is var each && (facet == Facet.Speaker ? each.Contains(folded, StringComparison.Ordinal) : each == folded))];
    }

    string Fold(string name) => _analysis.Fold(name.Trim()).Forms;

    static IEnumerable<(Facet Facet, string Name, string Id)> NamesIn(ContentFolder content)
    {
        Vocabulary vocabulary = content.Vocabulary;
        return
        [
            .. vocabulary.Topics.SelectMany(topic => All(Facet.Topic, topic.Id, topic.Labels, [])),
            .. vocabulary.Cities.SelectMany(city => All(Facet.City, city.Id, city.Labels, city.Alternatives)),
            .. vocabulary.Organizations.SelectMany(body => All(Facet.Organization, body.Id, body.Labels, [body.Abbreviation ?? "", .. body.Alternatives])),
            .. vocabulary.People.SelectMany(person => All(Facet.Speaker, person.Id, person.Labels, person.Aliases)),
            .. content.Publishers.SelectMany(publisher => All(Facet.Publisher, publisher.Id, publisher.Labels, [])),
            .. Language.All.SelectMany(language => new[] { language.Code, language.Tag, language.Endonym }.Select(name => (Facet.Language, name, language.Code))),
            (Facet.Language, "chinese", "zh"), (Facet.Language, "japanese", "ja"), (Facet.Language, "english", "en"),
        ];
    }

    static IEnumerable<(Facet Facet, string Name, string Id)> All(Facet facet, string id, Labels labels, ImmutableArray<string> others) =>
        others.Add(id).AddRange(labels.All).Select(name => (facet, name, id));
}
