using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Editorial;
using Spectre.Console;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Shows an article to a person: what it says it is, what it is about, who said what, how it begins.</summary>
sealed class ArticleView(Desk desk, ContentFolder content)
{
    /// <summary>About ten lines of a terminal.</summary>
    const int MaxLeadCharacters = 800;

    public void Show(Article article)
    {
        var names = new Names(content, article.Language);
        desk.OutputConsole.Write(new Text(article.Headline + "\n", new Style(decoration: Decoration.Bold)));
        desk.Output.WriteLine(string.Join(" · ", Source(article, names)));
        desk.Output.WriteLine(article.Url);
        WriteList("Topics", article.Topics.Select(id => Named(names.Topic(id), id)));
        WriteList("Cities", article.Cities.Select(id => Named(names.City(id), id)));
        WriteList("Organisations", article.Organizations.Select(id => Named(names.Organization(id), id)));
        WriteList("People", article.People.Select(person => Described(Named(names.Person(person.PersonId), person.PersonId), person.Post, null)));
        if (!article.Quotes.IsEmpty)
            desk.Output.WriteLine($"\n{Count.Of(article.Quotes.Length, "quote")}");
        foreach (Quote quote in article.Quotes)
            WriteQuote(quote, article.Body);
        desk.Output.WriteLine();
        desk.Output.WriteLine(LeadOf(article.Body));
    }

    static IEnumerable<string> Source(Article article, Names names)
    {
        yield return article.PublishedAt is { } at ? $"{article.Published} ({at:yyyy-MM-dd HH:mm} UTC)" : article.Published?.ToString() ?? "undated";
        yield return article.Language.Endonym;
        if (article.PublisherId.Length > 0)
            yield return Named(names.Publisher(article.PublisherId), article.PublisherId);
        yield return FacetWords.KindOf(article.Kind, Language.English);
        if (article.Byline is { } byline)
            yield return byline;
        if (article.Page?.Section is { } section)
            yield return section;
        if (article.Page?.Updated is { } updated)
            yield return $"updated {updated}";
        if (article.Page is { IsPaywalled: true })
            yield return "for subscribers: the text may be a part";
        if (article.Page?.Documents.Length is > 0 and var documents)
            yield return $"{Count.Of(documents, "PDF document")} linked and not read";
    }

    void WriteQuote(Quote quote, string body)
    {
        string name = quote.Speaker ?? quote.Named ?? "nobody is named";
        string speaker = Described(quote.PersonId is { } person ? Named(name, person) : name, quote.Post, quote.Organization);
        string named = quote.Named is { } other && other != name ? $" [named: {other}]" : "";
        string kind = quote.SpeakerKind is SpeakerKind.Organization or SpeakerKind.Place or SpeakerKind.Document ? $" [{KindOf(quote.SpeakerKind.Value)}]" : "";
        string cue = quote.Cue is { } verb ? $" [cue: {verb}]" : "";
        desk.Output.WriteLine(quote.IsDirect ? $"  “{quote.Span.In(body)}”" : $"  {quote.Span.In(body)} (reported)");
        desk.Output.WriteLine($"    — {speaker}{kind}{named}{cue}");
    }

    void WriteList(string title, IEnumerable<string> values)
    {
        string list = string.Join(", ", values);
        if (list.Length > 0)
            desk.Output.WriteLine($"{title}: {list}");
    }

    // Only people are speakers by whom one can search; the rest is told apart.
    static string KindOf(SpeakerKind kind) => kind switch
    {
        SpeakerKind.Place => "a country or place",
        SpeakerKind.Document => "a text",
        _ => "an organisation",
    };

    static string Named(string name, string id) => name == id ? id : $"{name} ({id})";

    static string Described(string name, string? post, string? organization) =>
        string.Join(", ", new[] { name, post, organization }.Where(part => !string.IsNullOrEmpty(part)));

    static string LeadOf(string body)
    {
        if (body.Length <= MaxLeadCharacters)
            return body;
        int end = body.LastIndexOf('\n', MaxLeadCharacters);
        end = end > 0 ? end : MaxLeadCharacters - (char.IsHighSurrogate(body[MaxLeadCharacters - 1]) ? 1 : 0);
        return $"{body[..end].TrimEnd()}\n\n… ({Count.Of(body.Length - end, "character")} more)";
    }
}
