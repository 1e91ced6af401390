using KnowledgeBase.Articles;

namespace KnowledgeBase.Search;

/// <summary>What somebody who is typing may mean.</summary>
public abstract record Suggestion
{
    Suggestion()
    {
    }

    /// <summary>A topic, city, speaker, organisation or publisher.</summary>
    /// <param name="Facet">The facet.</param>
    /// <param name="Id">The value: an id, or a full name where no person is linked.</param>
    /// <param name="Name">The name that fits what was typed, in whichever language.</param>
    /// <param name="Articles">About how many articles have it.</param>
    public sealed record Value(Facet Facet, string Id, string Name, int Articles) : Suggestion;

    /// <summary>An article by its headline.</summary>
    /// <param name="Id">The article.</param>
    /// <param name="Headline">Its headline.</param>
    /// <param name="Language">The language it is written in; null when the index does not say.</param>
    public sealed record Title(ArticleId Id, string Headline, Language? Language) : Suggestion;
}
