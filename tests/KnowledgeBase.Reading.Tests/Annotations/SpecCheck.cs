using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Annotations;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Tests.Annotations;

/// <summary>Compares what was annotated with what an example expects.</summary>
sealed class SpecCheck(Spec spec, AnnotatedBody annotated)
{
    Quote? _quote;

    public void Run()
    {
        foreach ((string key, string value) in spec.Expectations)
            Check(key, value);
    }

    void Check(string key, string value)
    {
        switch (key)
        {
            case "quote": _quote = FindQuote(value, isDirect: true); break;
            case "indirect": _quote = FindQuote(value, isDirect: false); break;
            case "quotes": Same(key, value, $"{annotated.Quotes.Count(quote => quote.IsDirect)}"); break;
            case "indirects": Same(key, value, $"{annotated.Quotes.Count(quote => !quote.IsDirect)}"); break;
            case "speaker": Same(key, value, Quoted().Speaker); break;
            case "speaks": Same(key, value, Quoted().SpeakerKind?.ToString().ToLowerInvariant()); break;
            case "facet": Same(key, value, Quoted().SpeakerValue); break;
            case "named": Same(key, value, Quoted().Named); break;
            case "person": Same(key, value, Quoted().PersonId); break;
            case "post": Same(key, value, Quoted().Post); break;
            case "organization": Same(key, value, Quoted().Organization); break;
            case "cue": Same(key, value, Quoted().Cue); break;
            case "provisions": Same(key, value, string.Join(", ", ProvisionFinder.Find(spec.Text).Select(provision => provision.Key))); break;
            case "provision": Same(key, value, Provision(ProvisionFinder.Find(spec.Text))); break;
            case "cities": Same(key, value, string.Join(", ", annotated.Cities)); break;
            case "not-cities": None(key, value, annotated.Cities); break;
            case "organizations": Same(key, value, string.Join(", ", annotated.Organizations)); break;
            case "topics": All(key, value, annotated.Topics); break;
            case "figures": Same(key, value, string.Join("; ", annotated.Figures.Select(Written))); break;
            case "figure-subjects": Same(key, value, string.Join(", ", annotated.Figures.Select(figure => figure.Subject ?? "-"))); break;
            case "figure-changes": Same(key, value, string.Join(", ", annotated.Figures.Select(figure => $"{figure.Change?.ToString() ?? "-"}{(figure.ComparedWith is null ? "" : " on " + figure.ComparedWith)}"))); break;
            case "passing": Same(key, value, string.Join(", ", annotated.Mentions.Where(mention => mention.IsPassing).Select(mention => mention.Id ?? mention.Span.In(spec.Text)))); break;
            case "unknown": Same(key, value, string.Join(", ", annotated.Mentions.Where(mention => mention is { Kind: MentionKind.Organization, Id: null }).Select(mention => mention.Span.In(spec.Text)))); break;
            case "other-cities": Same(key, value, string.Join(", ", annotated.Mentions.Where(mention => mention is { Kind: MentionKind.City, Id: null }).Select(mention => mention.Span.In(spec.Text)))); break;
            case "datelines": Same(key, value, Mentioned(MentionRole.Dateline)); break;
            case "governments": Same(key, value, Mentioned(MentionRole.Government)); break;
            default: Assert.Fail($"{spec}: '{key}' is not an expectation known here."); break;
        }
    }

    // The last one, without the blank lines between its blocks.
    string Provision(ImmutableArray<Provision> provisions) => provisions is [.., var last] ? last.Span.In(spec.Text).Replace("\n\n", " / ", StringComparison.Ordinal) : "";

    static string Written(Figure figure) => string.Create(CultureInfo.InvariantCulture,
        $"{figure.Value} {figure.Unit}{(figure.Bound == FigureBound.Exact ? "" : " " + figure.Bound)}{(figure.Period is null ? "" : " a " + figure.Period)}");

    Quote FindQuote(string words, bool isDirect) =>
        annotated.Quotes.FirstOrDefault(quote => quote.IsDirect == isDirect && quote.Span.In(spec.Text) == words)
        ?? throw new Xunit.Sdk.XunitException($"{spec}: no quote «{words}». Found: {string.Join(" | ", annotated.Quotes.Select(quote => (quote.IsDirect ? "" : "~") + quote.Span.In(spec.Text)))}");

    Quote Quoted() => _quote ?? throw new Xunit.Sdk.XunitException($"{spec}: say 'quote:' or 'indirect:' before what is expected of it.");

    string Mentioned(MentionRole role) =>
        string.Join(", ", annotated.Mentions.Where(mention => mention.Role == role).Select(mention => mention.Id));

    void Same(string key, string expected, string? found) =>
        Assert.True((expected == "none" ? "" : expected) == (found ?? ""), $"{spec}: {key} should be «{expected}» and is «{found}».");

    void None(string key, string ids, IReadOnlyList<string> found) =>
        Assert.True(!ids.Split(", ").Any(found.Contains), $"{spec}: {key} {ids}, found {string.Join(", ", found)}.");

    void All(string key, string ids, IReadOnlyList<string> found) =>
        Assert.True(ids.Split(", ").All(found.Contains), $"{spec}: {key} {ids}, found {string.Join(", ", found)}.");
}
