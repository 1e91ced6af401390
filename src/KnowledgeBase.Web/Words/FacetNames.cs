using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;

namespace KnowledgeBase.Web.Words;

/// <summary>Names of facets and of their values in the visitor's language.</summary>
sealed class FacetNames(ReadingRoom room, Visitor visitor)
{
    /// <summary>The facets that have pages of their own.</summary>
    public static readonly IReadOnlyList<Facet> WithPages = [Facet.Topic, Facet.City, Facet.Speaker, Facet.Organization, Facet.Publisher];

    /// <summary>The facet's name.</summary>
    public string Of(Facet facet) => visitor[$"facet.{facet.Name}"];

    /// <summary>The name of a value; a value that the vocabulary does not know names itself.</summary>
    public string Of(Facet facet, string value) => Of(facet, value, visitor.Language);

    /// <summary>The name of a value in a language.</summary>
    public string Of(Facet facet, string value, Language language) =>
        facet == Facet.Language ? Language.Find(value)?.Endonym ?? value
        : facet == Facet.Kind ? Enum.TryParse(value, ignoreCase: true, out ArticleKind kind) && Enum.IsDefined(kind) ? Of(kind) : value
        : LabelsOf(facet, value)?.In(language) ?? value;

    /// <summary>The name of a kind.</summary>
    public string Of(ArticleKind kind) => visitor[$"kind.{kind.ToString().ToLowerInvariant()}"];

    /// <summary>The value's names; null when it is none of the vocabulary (a year, a speaker who is not linked).</summary>
    public Labels? LabelsOf(Facet facet, string value) => facet.Name switch
    {
        "topic" => room.Content.Vocabulary.FindTopic(value)?.Labels,
        "city" => room.Content.Vocabulary.FindCity(value)?.Labels,
        "speaker" => room.Content.Vocabulary.FindPerson(value)?.Labels,
        "org" => room.Content.Vocabulary.FindOrganization(value)?.Labels,
        "publisher" => room.Content.FindPublisher(value)?.Labels,
        _ => null,
    };

    /// <summary>The address of a value's page, or of the search that it narrows where it has none.</summary>
    public string PageOf(Facet facet, string value) => WithPages.Contains(facet)
        ? visitor.To($"{facet.Name}/{Uri.EscapeDataString(value)}")
        : AddressOf(new SearchQuery().Toggle(facet, value));

    /// <summary>The address of a search.</summary>
    public string AddressOf(SearchQuery query) => visitor.To(query.ToQueryString() is { Length: > 0 } asked ? $"search?{asked}" : "search");

    /// <summary>The address of all values of a facet under a search.</summary>
    /// <param name="query">The search; its page is the page of values.</param>
    /// <param name="facet">The facet.</param>
    /// <param name="beside">What else belongs into the address; empty for nothing.</param>
    public string ValuesOf(SearchQuery query, Facet facet, string beside = "") =>
        visitor.To(string.Join('&', new[] { query.ToQueryString(), beside }.Where(part => part.Length > 0)) is { Length: > 0 } asked ? $"search/{facet.Name}?{asked}" : $"search/{facet.Name}");

    /// <summary>The path of a feed of a search: the search page's address with the format after its name. A feed is always newest first.</summary>
    public string FeedOf(SearchQuery query, string format) =>
        visitor.To((query with { Page = 1, Order = SearchOrder.Relevance }).ToQueryString() is { Length: > 0 } asked ? $"search.{format}?{asked}" : $"search.{format}");
}
