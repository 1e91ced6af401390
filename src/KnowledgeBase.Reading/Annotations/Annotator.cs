using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds who said what, where, and about what. Built once from the content folder; may be used by several threads.</summary>
sealed class Annotator(ContentFolder content)
{
    readonly Gazetteer _gazetteer = new(content);

    readonly TopicFinder _topics = new(content);

    readonly FrozenDictionary<Language, QuoteFinder> _quotes =
        Language.All.ToFrozenDictionary(language => language, language => new QuoteFinder(content, language));

    readonly FrozenDictionary<Language, SpeakerKinds> _speakers =
        Language.All.ToFrozenDictionary(language => language, language => new SpeakerKinds(content, content.RulesOf(language)));

    readonly FrozenDictionary<Language, FigureFinder> _figures =
        Language.All.ToFrozenDictionary(language => language, language => new FigureFinder(content.RulesOf(language), content.HanVariants));

    /// <summary>Annotates a body. All spans are stretches of <paramref name="body"/>.</summary>
    /// <exception cref="TimeoutException">It takes longer than it may.</exception>
    public AnnotatedBody Annotate(Language language, string headline, string body, TimeBudget? budget = null)
    {
        TextPlace text = _gazetteer.Open(language, body);
        TextPlace title = _gazetteer.Open(language, headline);
        ImmutableArray<Mention> named = _gazetteer.Find(language, text);
        budget?.Check();
        ImmutableArray<Quote> quotes = ShortNames.Of(named, body).Resolve(_speakers[language].Mark(_quotes[language].Find(body, named), named, body));
        budget?.Check();
        ImmutableArray<Mention> mentions = Speakers.DropNamesakes(named, quotes, body);
        ImmutableArray<Mention> inHeadline = _gazetteer.Find(language, title);
        ImmutableArray<Mention> withSeats = [.. mentions, .. _gazetteer.FindSeatsOfOffices(language, text, mentions)];
        ImmutableArray<Mention> seatsInHeadline = [.. inHeadline, .. _gazetteer.FindSeatsOfOffices(language, title, inHeadline)];
        var prominence = new Prominence(body, Gazetteer.FindLead(text), withSeats, seatsInHeadline, _gazetteer.FindScenes(language, text, mentions));
        budget?.Check();
        return new()
        {
            Quotes = quotes,
            Mentions = mentions,
            Figures = _figures[language].Find(body),
            Topics = _topics.Find(language, headline, NamesIn(inHeadline), body, NamesIn(mentions)),
            Cities = prominence.RankCities(),
            Organizations = prominence.RankOrganizations(),
        };
    }

    /// <summary>A known organisation or a city is itself: what its name is made of says nothing on what the text is about.</summary>
    static ImmutableArray<TextSpan> NamesIn(ImmutableArray<Mention> mentions) =>
        [.. mentions.Where(mention => mention is { Kind: MentionKind.Organization, Id: not null } or { Kind: MentionKind.City }).Select(mention => mention.Span)];
}
