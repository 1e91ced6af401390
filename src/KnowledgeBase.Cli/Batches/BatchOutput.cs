using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Reading;

namespace KnowledgeBase.Cli.Batches;

/// <summary>What was found in one page or text. All positions count UTF-16 code units of <see cref="Text"/>.</summary>
sealed record BatchOutput
{
    public string? Id { get; init; }

    /// <summary>Why there is no text; null when there is one.</summary>
    public string? Error { get; init; }

    /// <summary>The same for the operator, with file and line; null where the line itself was fine and only its page holds no story.</summary>
    [JsonIgnore]
    public string? Mistake { get; init; }

    public string? Lang { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Date { get; init; }

    public string? Text { get; init; }

    /// <summary>Words between quotation marks.</summary>
    public ImmutableArray<BatchQuote>? Quotes { get; init; }

    /// <summary>Reported speech without quotation marks.</summary>
    public ImmutableArray<BatchQuote>? Reported { get; init; }

    public ImmutableArray<BatchMention>? Cities { get; init; }

    public ImmutableArray<BatchMention>? Organizations { get; init; }

    public ImmutableArray<BatchTopic>? Topics { get; init; }

    public ImmutableArray<BatchFigure>? Figures { get; init; }

    public static BatchOutput Of(string id, Extraction found)
    {
        if (found.Refusal is { } reason)
            return new() { Id = id, Error = reason };
        return new()
        {
            Id = id,
            Lang = found.Language?.Code,
            Title = found.Headline,
            Author = found.Byline,
            Date = found.Published?.ToString(),
            Text = found.Body,
            Quotes = [.. found.Quotes.Where(quote => quote.IsDirect).Select(quote => BatchQuote.Of(quote, found.Body))],
            Reported = [.. found.Quotes.Where(quote => !quote.IsDirect).Select(quote => BatchQuote.Of(quote, found.Body))],
            Cities = BatchMention.FirstOfEach(found, MentionKind.City),
            Organizations = BatchMention.FirstOfEach(found, MentionKind.Organization),
            Topics = [.. found.Topics.Select((topic, rank) => new BatchTopic(topic, 1.0 / (rank + 1)))],
            Figures = [.. found.Figures.Select(figure => new BatchFigure(figure.Span.In(found.Body), figure.Value, figure.Unit, figure.Span.Start, figure.Span.End))],
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, PlainJson.Options);
}

/// <summary>Who said what.</summary>
/// <param name="Quote">The words.</param>
/// <param name="Speaker">The speaker in the words of the text: the name beside the quote, else the name its pronoun or post stands for, else that pronoun or post; null when nobody is named.</param>
/// <param name="Named">The speaker as named beside the quote (a surname, a post, a pronoun); null when nobody is.</param>
/// <param name="Resolved">The full name as the text introduces it; null when it does not.</param>
/// <param name="Kind">What speaks: <c>person</c>, <c>organization</c>, <c>place</c> or <c>document</c>; null where the text does not tell.</param>
/// <param name="Person">The id of the speaker in the vocabulary; null when the link is not sure.</param>
/// <param name="Post">The post the text gives.</param>
/// <param name="Organization">The organisation the text gives.</param>
/// <param name="Cue">The reporting verb.</param>
/// <param name="Start">Where the words begin.</param>
/// <param name="End">Where they end.</param>
sealed record BatchQuote(
    string Quote,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Speaker,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Named,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Resolved,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Person,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Post,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Organization,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Cue,
    int Start,
    int End)
{
    public static BatchQuote Of(Quote quote, string body) => new(
        quote.Span.In(body), quote.SpeakerInText, quote.Named, quote.Speaker, quote.SpeakerKind?.ToString().ToLowerInvariant(), quote.PersonId, quote.Post, quote.Organization, quote.Cue, quote.Span.Start, quote.Span.End);
}

/// <summary>A city or organisation that the text speaks of, where it is first named. Datelines, and capitals that stand for governments, don't count.</summary>
/// <param name="Id">Its id in the vocabulary; null when the vocabulary does not know it.</param>
/// <param name="Text">Its name as written there.</param>
/// <param name="Start">Where the name begins.</param>
/// <param name="End">Where it ends.</param>
sealed record BatchMention([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Id, string Text, int Start, int End)
{
    public static ImmutableArray<BatchMention> FirstOfEach(Extraction found, MentionKind kind) =>
    [
        .. found.Mentions.Where(mention => mention.Kind == kind && mention.Role == MentionRole.Text)
            .DistinctBy(mention => mention.Id ?? mention.Span.In(found.Body))
            .Select(mention => new BatchMention(mention.Id, mention.Span.In(found.Body), mention.Span.Start, mention.Span.End)),
    ];
}

/// <summary>What the text is about.</summary>
/// <param name="Id">The topic.</param>
/// <param name="Weight">1 for the strongest topic, ½ for the second, ⅓ for the third and so on: the reader gives an order, not a strength.</param>
sealed record BatchTopic(string Id, double Weight);

/// <summary>An amount of money, a share or a count; a range is two.</summary>
/// <param name="Text">The words.</param>
/// <param name="Value">The number in base units.</param>
/// <param name="Unit">An ISO 4217 code, <c>percent</c>, or what is counted, in English.</param>
/// <param name="Start">Where the words begin.</param>
/// <param name="End">Where they end.</param>
sealed record BatchFigure(string Text, decimal Value, string Unit, int Start, int End);
