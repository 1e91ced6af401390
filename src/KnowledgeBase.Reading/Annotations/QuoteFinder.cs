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
    }

    /// <summary>The quotes of a body, in the order of their positions.</summary>
    public ImmutableArray<Quote> Find(string body)
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
        return [.. quotes.OrderBy(quote => quote.Span.Start)];
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
