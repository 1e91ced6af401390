using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>What speakers' names tell about other names.</summary>
static class Speakers
{
    /// <summary>The mentions without cities that are part of a speaker's name (Hiroshi Chiba).</summary>
    public static ImmutableArray<Mention> DropNamesakes(ImmutableArray<Mention> mentions, ImmutableArray<Quote> quotes, string body)
    {
        HashSet<string> names = [.. quotes.Where(quote => quote.Speaker is not null && quote.Named is not null).SelectMany(NamesOf)];
        return [.. mentions.Where(mention => mention.Kind != MentionKind.City || !names.Contains(mention.Span.In(body)))];
    }

    /// <summary>The quotes, where a city speaks named as it is, but not as a person.</summary>
    public static ImmutableArray<Quote> WithoutCities(ImmutableArray<Quote> quotes, ImmutableArray<Mention> mentions, string body)
    {
        HashSet<string> cities = [.. mentions.Where(mention => mention.Kind == MentionKind.City).Select(mention => mention.Span.In(body))];
        return [.. quotes.Select(quote => quote.PersonId is null && quote.Speaker is { } speaker && cities.Contains(speaker) ? quote with { Speaker = null } : quote)];
    }

    static IEnumerable<string> NamesOf(Quote quote) => quote.Speaker!.Contains(' ') ? quote.Speaker.Split(' ')[1..] : [];
}
