using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds who said what in one language.</summary>
sealed class QuoteFinder
{
    readonly QuotationFinder _quotations;
    readonly DialogueTurns _turns;
    readonly TurnFinder _transcripts;
    readonly IAttributor _attributor;
    readonly PersonLinker _people;
    readonly SameCompany _companies;

    public QuoteFinder(ContentFolder content, Language language)
    {
        LanguageRules rules = content.RulesOf(language);
        _quotations = new(rules.QuotationMarks);
        _turns = new(rules, content.HanVariants);
        _transcripts = new(rules, content.HanVariants);
        _attributor = language == Language.English ? new EnglishAttributor(rules)
            : language == Language.Chinese ? new ChineseAttributor(rules, content.HanVariants)
            : new JapaneseAttributor(rules, content.HanVariants);
        _people = new(content);
        _companies = new(rules);
    }

    /// <summary>The quotes of a body, in the order of their positions.</summary>
    /// <param name="body">The body.</param>
    /// <param name="named">The cities and organisations named in it.</param>
    public ImmutableArray<Quote> Find(string body, ImmutableArray<Mention> named)
    {
        List<Quotation> quotations = _transcripts.AddTo(_turns.Join(body, _quotations.Find(body)), body);
        Attribution?[] attributions = _attributor.Attribute(body, quotations);
        IArticleNames names = _attributor.OpenNames(body, quotations);
        var quotes = ImmutableArray.CreateBuilder<Quote>();
        string? lastSpeaker = null;
        for (int i = 0; i < quotations.Count; i++)
        {
            if (!_attributor.IsSpeech(body, quotations[i], attributions[i]))
                continue;
            string? speaker = attributions[i] is { } attribution ? names.Resolve(attribution, lastSpeaker) : null;
            quotes.Add(ToQuote(body, quotations[i].Inner, attributions[i], speaker));
            lastSpeaker = speaker ?? lastSpeaker;
        }
        foreach (Report report in _attributor.FindReports(body, quotations))
            quotes.Add(ToQuote(body, report.Clause, report.Attribution, names.Resolve(report.Attribution, LastSpeakerBefore(quotes, report.Clause.Start))) with { IsDirect = false });
        Quote[] ordered = [.. quotes.OrderBy(quote => quote.Span.Start)];
        AddPosts(ordered, names, named, body);
        return [.. ordered.Select(quote => _companies.Find(quote, named, body) is { } company ? quote with { Speaker = company } : quote)];
    }

    // Who is introduced with a post before speaking holds it in the first quote.
    static void AddPosts(Quote[] quotes, IArticleNames names, ImmutableArray<Mention> named, string body)
    {
        HashSet<string> told = [.. quotes.Where(quote => quote.Post is not null).Select(quote => quote.Speaker).OfType<string>()];
        for (int i = 0; i < quotes.Length; i++)
        {
            if (quotes[i].Speaker is not { } speaker || !told.Add(speaker) || names.FindIntroduction(speaker) is not { } introduction)
                continue;
            TextSpan? owner = named.Where(mention => mention.Span.End == introduction.OwnerEnd && mention.Kind is MentionKind.Organization or MentionKind.City).OrderByDescending(mention => mention.Span.Length).Select(mention => (TextSpan?)mention.Span).FirstOrDefault();
            quotes[i] = quotes[i] with { Post = introduction.Post, Organization = quotes[i].Organization ?? introduction.Organization ?? owner?.In(body) };
        }
    }

    static string? LastSpeakerBefore(IEnumerable<Quote> quotes, int position) =>
        quotes.Where(quote => quote.Span.Start < position).MaxBy(quote => quote.Span.Start)?.Speaker;

    Quote ToQuote(string body, TextSpan span, Attribution? attribution, string? speaker) => new()
    {
        Span = span,
        IsDirect = true,
        Named = attribution?.Named.In(body),
        NamedSpan = attribution?.Named,
        Name = attribution is { Kind: NamingKind.Name } name ? name.BareName ?? NamedPerson.WithoutPossessive(name.Named.In(body)) : null,
        Speaker = speaker,
        PersonId = speaker is null ? null : _people.Find(speaker),
        Post = attribution?.Post,
        Organization = attribution?.Organization,
        Cue = attribution?.Cue?.In(body),
        CueSpan = attribution?.Cue,
    };
}
