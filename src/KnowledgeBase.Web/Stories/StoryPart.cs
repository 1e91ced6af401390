using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Web.Stories;

/// <summary>Blocks that are shown together, with those who speak in them.</summary>
/// <param name="Article">The article.</param>
/// <param name="Blocks">The blocks: one, or the items of a list, or the rows of a table.</param>
sealed record StoryPart(Article Article, ImmutableArray<StoryBlock> Blocks)
{
    /// <summary>Who speaks, in order, each once.</summary>
    public IEnumerable<NamedSpeaker> Speakers =>
        Blocks.SelectMany(block => block.Quotes).Select(quote => quote.SpeakerValue).OfType<string>().Distinct(StringComparer.Ordinal).Select(value => NamedSpeaker.In(Article, value));

    /// <summary>What the text calls those who speak and are linked to no person (China, 白皮书, he), in order, each once.</summary>
    public IEnumerable<string> OnlyNamed =>
        Blocks.SelectMany(block => block.Quotes).Where(quote => quote.SpeakerValue is null).Select(quote => quote.Speaker ?? quote.Named).OfType<string>().Distinct(StringComparer.Ordinal);
}

/// <summary>A speaker and the post held at the time of an article.</summary>
/// <param name="Value">The value of the speaker facet.</param>
/// <param name="Post">The post, with the organisation where only the text gives it; null when neither is known.</param>
sealed record NamedSpeaker(string Value, string? Post)
{
    /// <summary>A speaker of an article. What an editor wrote of the post comes before what was found in the text.</summary>
    public static NamedSpeaker In(Article article, string value)
    {
        string? listed = article.People.FirstOrDefault(person => person.PersonId == value)?.Post;
        Quote? quote = article.Quotes.FirstOrDefault(quote => quote.SpeakerValue == value && (quote.Post ?? quote.Organization) is not null);
        string found = string.Join(article.Language == Language.English ? ", " : " ", new[] { quote?.Organization, quote?.Post }.OfType<string>());
        return new(value, listed ?? (found.Length > 0 ? found : null));
    }
}
