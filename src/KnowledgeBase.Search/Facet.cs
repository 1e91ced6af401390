using System.Collections.Frozen;

namespace KnowledgeBase.Search;

/// <summary>A way to narrow a search: by topic, city, speaker and so on. One line adds a facet; the index format's number rises with it.</summary>
public sealed class Facet
{
    /// <summary>Ids of topics; a narrower topic counts for its broader ones too.</summary>
    public static readonly Facet Topic = new("topic");

    /// <summary>Ids of cities.</summary>
    public static readonly Facet City = new("city");

    /// <summary>Ids of people, or full names where no person is linked.</summary>
    public static readonly Facet Speaker = new("speaker");

    /// <summary>Ids of organisations.</summary>
    public static readonly Facet Organization = new("org");

    /// <summary>Ids of publishers.</summary>
    public static readonly Facet Publisher = new("publisher");

    /// <summary>Codes of languages: en, zh, ja.</summary>
    public static readonly Facet Language = new("lang");

    /// <summary>Years of publication, four digits.</summary>
    public static readonly Facet Year = new("year");

    /// <summary>Kinds of article: news, policy, release, brief.</summary>
    public static readonly Facet Kind = new("kind");

    /// <summary>Every facet, in the order in which the site shows them.</summary>
    public static IReadOnlyList<Facet> All { get; } = [Topic, City, Speaker, Organization, Publisher, Language, Year, Kind];

    static readonly FrozenDictionary<Facet, int> Places = All.Index().ToFrozenDictionary(each => each.Item, each => each.Index);

    Facet(string name) => Name = name;

    /// <summary>Its name in addresses and in the query language.</summary>
    public string Name { get; }

    /// <summary>Its place in <see cref="All"/>.</summary>
    internal int Place => Places[this];

    /// <summary>The facet with a name, or null.</summary>
    public static Facet? Find(string name) => All.FirstOrDefault(facet => facet.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
