using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>A subject of the controlled vocabulary.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Labels">Its names.</param>
/// <param name="Scope">What an article with this topic is about, and what it is not, in a sentence; null where nobody has written it yet.</param>
/// <param name="Broader">The id of the broader topic; null at the top.</param>
/// <param name="Keywords">Terms that speak for the topic in a text, per language.</param>
public sealed record Topic(string Id, Labels Labels, Labels? Scope, string? Broader, ImmutableDictionary<Language, ImmutableArray<Keyword>> Keywords);

/// <summary>A term that speaks for a topic.</summary>
/// <param name="Term">The term.</param>
/// <param name="Weight">How strongly: 1 is usual, 0.5 weak, 2 strong.</param>
public sealed record Keyword(string Term, double Weight);

/// <summary>A city.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Labels">Its names.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Region">The prefecture or province in English; null where none is given.</param>
/// <param name="Alternatives">Other names, in any language.</param>
/// <param name="Latitude">Decimal degrees north, WGS 84.</param>
/// <param name="Longitude">Decimal degrees east, WGS 84.</param>
public sealed record City(
    string Id, Labels Labels, string Country, string? Region, ImmutableArray<string> Alternatives, double Latitude, double Longitude);

/// <summary>A company, authority, association or institute.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Labels">Its names.</param>
/// <param name="Kind">Government, company and so on; null where none is given.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null for an international body.</param>
/// <param name="Abbreviation">Its abbreviation (JETRO); null where there is none.</param>
/// <param name="Alternatives">Other names, in any language.</param>
public sealed record Organization(
    string Id, Labels Labels, string? Kind, string? Country, string? Abbreviation, ImmutableArray<string> Alternatives);

/// <summary>A person who is quoted or reported on. Posts belong to quotes and articles, not to the person.</summary>
/// <param name="Id">The id.</param>
/// <param name="Labels">The name in each script, as far as it is known.</param>
/// <param name="Aliases">Other spellings, in any script.</param>
public sealed record Person(string Id, Labels Labels, ImmutableArray<string> Aliases);

/// <summary>A term of trade, for translating queries.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Labels">The term.</param>
/// <param name="Variants">Other words for it, per language.</param>
public sealed record GlossaryTerm(string Id, Labels Labels, ImmutableDictionary<Language, ImmutableArray<string>> Variants);

/// <summary>The controlled vocabulary: what articles may be about, by id.</summary>
public sealed class Vocabulary(
    ImmutableArray<Topic> topics,
    ImmutableArray<City> cities,
    ImmutableArray<Organization> organizations,
    ImmutableArray<Person> people,
    ImmutableArray<GlossaryTerm> glossary)
{
    readonly FrozenDictionary<string, Topic> _topics = topics.ToFrozenDictionary(topic => topic.Id, StringComparer.Ordinal);
    readonly FrozenDictionary<string, City> _cities = cities.ToFrozenDictionary(city => city.Id, StringComparer.Ordinal);
    readonly FrozenDictionary<string, Organization> _organizations = organizations.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
    readonly FrozenDictionary<string, Person> _people = people.ToFrozenDictionary(person => person.Id, StringComparer.Ordinal);

    /// <summary>A vocabulary without a word, for tests and empty folders.</summary>
    public static Vocabulary Empty { get; } = new([], [], [], [], []);

    /// <summary>Topics, broader before narrower.</summary>
    public ImmutableArray<Topic> Topics => topics;

    /// <summary>Cities.</summary>
    public ImmutableArray<City> Cities => cities;

    /// <summary>Organisations.</summary>
    public ImmutableArray<Organization> Organizations => organizations;

    /// <summary>People.</summary>
    public ImmutableArray<Person> People => people;

    /// <summary>Terms of trade.</summary>
    public ImmutableArray<GlossaryTerm> Glossary => glossary;

    /// <summary>The topic with an id, or null.</summary>
    public Topic? FindTopic(string id) => _topics.GetValueOrDefault(id);

    /// <summary>The city with an id, or null.</summary>
    public City? FindCity(string id) => _cities.GetValueOrDefault(id);

    /// <summary>The organisation with an id, or null.</summary>
    public Organization? FindOrganization(string id) => _organizations.GetValueOrDefault(id);

    /// <summary>The person with an id, or null.</summary>
    public Person? FindPerson(string id) => _people.GetValueOrDefault(id);
}
