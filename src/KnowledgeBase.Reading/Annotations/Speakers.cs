using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>What speakers' names tell about other names.</summary>
static class Speakers
{
    /// <summary>The mentions without cities that are part of a speaker's name (Hiroshi Chiba).</summary>
    public static ImmutableArray<Mention> DropNamesakes(ImmutableArray<Mention> mentions, ImmutableArray<Quote> quotes, string body)
    {
        HashSet<string> names = [.. quotes.Where(quote => quote is { Speaker: not null, Named: not null, SpeakerKind: SpeakerKind.Person }).SelectMany(NamesOf)];
        return [.. mentions.Where(mention => mention.Kind != MentionKind.City || !names.Contains(mention.Span.In(body)))];
    }

    static IEnumerable<string> NamesOf(Quote quote) => quote.Speaker!.Contains(' ') ? quote.Speaker.Split(' ')[1..] : [];
}
