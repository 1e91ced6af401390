using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Understands the values an operator writes: ids, or names in any language.</summary>
static class FacetValues
{
    /// <summary>The id that is meant; what names nothing of the vocabulary stands for itself.</summary>
    public static string IdOf(Facet facet, string value, ContentFolder content)
    {
        List<(string Id, IEnumerable<string> Names)> known = [.. Known(facet, content)];
        if (known.Exists(entry => entry.Id == value))
            return value;
        return known.Find(entry => entry.Names.Contains(value, StringComparer.OrdinalIgnoreCase)).Id ?? value;
    }

    /// <summary>Says that a value names nothing of the vocabulary, and what to do; null when it does, or when the facet has no vocabulary.</summary>
    public static string? FindMistake(Facet facet, string value, ContentFolder content)
    {
        List<(string Id, IEnumerable<string> Names)> known = [.. Known(facet, content)];
        if (known.Count == 0 || facet == Facet.Speaker || known.Exists(entry => entry.Id == value))
            return null;
        string choices = known.Count <= 10 ? $" Known: {string.Join(", ", known.Select(entry => entry.Id))}." : $" The ids stand in the files of {content.Path}.";
        return $"Nothing was found, and there is no {FacetWords.Of(facet, Language.English).ToLowerInvariant()} '{value}'.{choices}";
    }

    static IEnumerable<(string Id, IEnumerable<string> Names)> Known(Facet facet, ContentFolder content) => facet.Name switch
    {
        "topic" => content.Vocabulary.Topics.Select(topic => (topic.Id, topic.Labels.All)),
        "city" => content.Vocabulary.Cities.Select(city => (city.Id, city.Labels.All.Concat(city.Alternatives))),
        "org" => content.Vocabulary.Organizations.Select(organization => (organization.Id, organization.Labels.All.Concat(organization.Alternatives).Append(organization.Abbreviation ?? ""))),
        "speaker" => content.Vocabulary.People.Select(person => (person.Id, person.Labels.All.Concat(person.Aliases))),
        "publisher" => content.Publishers.Select(publisher => (publisher.Id, publisher.Labels.All)),
        "lang" => Language.All.Select(language => (language.Code, (IEnumerable<string>)[language.Tag, language.Endonym])),
        "kind" => Enum.GetValues<ArticleKind>().Select(kind => (kind.ToString().ToLowerInvariant(), Language.All.Select(language => FacetWords.KindOf(kind, language)))),
        _ => [],
    };
}
