using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Showing;

/// <summary>The names of ids in one language; an id that the vocabulary does not know is its own name.</summary>
sealed class Names(ContentFolder content, Language language)
{
    public string Topic(string id) => content.Vocabulary.FindTopic(id)?.Labels.In(language) ?? id;

    public string City(string id) => content.Vocabulary.FindCity(id)?.Labels.In(language) ?? id;

    public string Organization(string id) => content.Vocabulary.FindOrganization(id)?.Labels.In(language) ?? id;

    public string Person(string id) => content.Vocabulary.FindPerson(id)?.Labels.In(language) ?? id;

    public string Publisher(string id) => content.FindPublisher(id)?.Labels.In(language) ?? id;

    /// <summary>The name of a facet.</summary>
    public string Of(Facet facet) => FacetWords.Of(facet, language);

    /// <summary>The name of a facet's value.</summary>
    public string Of(Facet facet, string value) => facet.Name switch
    {
        "topic" => Topic(value),
        "city" => City(value),
        "org" => Organization(value),
        "speaker" => Person(value),
        "publisher" => Publisher(value),
        "lang" => Language.Find(value)?.Endonym ?? value,
        "kind" => FacetWords.KindOf(value, language),
        _ => value,
    };
}
