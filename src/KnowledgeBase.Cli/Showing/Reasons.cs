using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Reading;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Tells what an article's annotations rest on, or how far the reader came with a page that is none.</summary>
static class Reasons
{
    /// <summary>So much of the text before and after a name shows what it means there.</summary>
    const int ContextCharacters = 30;

    public static string OfRefusal(Extraction found)
    {
        if (found.Refusal is not null)
            return "";
        var text = new StringBuilder();
        text.Append("headline found: ").AppendLine(found.Headline ?? "none");
        text.Append("story found: ").AppendLine(Count.Of(found.Body.Length, "character"));
        text.Append("language: ").AppendLine(found.Language?.Endonym ?? "none of this knowledge base");
        return text.ToString();
    }

    public static string OfAnnotations(Article article)
    {
        var text = new StringBuilder("\nWhy\n");
        var named = article.Mentions.GroupBy(mention => (mention.Kind, Id: mention.Id ?? $"\"{mention.Span.In(article.Body)}\", not in the vocabulary")).ToList();
        foreach (IGrouping<(MentionKind Kind, string Id), Mention> group in named.OrderBy(group => group.Key.Kind).ThenByDescending(group => group.Count()))
            text.AppendLine(OfMentions(article, group.Key.Kind, group.Key.Id, [.. group]));
        foreach (Quote quote in article.Quotes)
            text.AppendLine(OfQuote(article.Body, quote));
        foreach (Figure figure in article.Figures)
            text.AppendLine(OfFigure(article.Body, figure));
        if (named.Count == 0 && article.Quotes.IsEmpty)
            text.AppendLine("  Nothing of the vocabulary is named in the body, and nobody is quoted.");
        return text.ToString();
    }

    static string OfMentions(Article article, MentionKind kind, string id, Mention[] mentions)
    {
        bool isSubject = kind switch
        {
            MentionKind.City => article.Cities.Contains(id, StringComparer.Ordinal),
            MentionKind.Organization => article.Organizations.Contains(id, StringComparer.Ordinal),
            _ => article.Speakers.Contains(id, StringComparer.Ordinal),
        };
        IEnumerable<string> roles = mentions.GroupBy(mention => mention.Role).OrderBy(role => role.Key).Select(role => $"{role.Count()} {RoleOf(role.Key)}");
        string verdict = isSubject ? "" : "; not a facet value";
        return $"  {kind.ToString().ToLowerInvariant()} {id}: {string.Join(", ", roles)}{verdict}; first: {ContextOf(article.Body, mentions[0].Span)}";
    }

    static string OfQuote(string body, Quote quote)
    {
        string named = quote.NamedSpan is { } span ? $"named at {span.Start}: {ContextOf(body, span)}" : "nobody is named";
        string cue = quote.CueSpan is { } verb ? $"; cue at {verb.Start}: {verb.In(body)}" : "; no cue";
        return $"  quote at {quote.Span.Start}: {named}{cue}";
    }

    static string OfFigure(string body, Figure figure)
    {
        string?[] told = [figure.Bound == FigureBound.Exact ? null : $"{figure.Bound}", figure.Period is { } period ? $"a {period}" : null, figure.Subject, figure.Change?.ToString(), figure.ComparedWith is { } compared ? $"on {compared}" : null];
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  figure {figure.Span.In(body)}: {string.Join(", ", told.OfType<string>().Prepend($"{figure.Value} {figure.Unit}"))}");
    }

    static string RoleOf(MentionRole role) => role switch
    {
        MentionRole.Dateline => "in the dateline",
        MentionRole.Government => "for the government",
        _ => "in the text",
    };

    static string ContextOf(string body, TextSpan span)
    {
        int start = Math.Max(0, span.Start - ContextCharacters), end = Math.Min(body.Length, span.End + ContextCharacters);
        start += start > 0 && char.IsLowSurrogate(body[start]) ? 1 : 0;
        end -= end < body.Length && char.IsLowSurrogate(body[end]) ? 1 : 0;
        string before = body[start..span.Start], after = body[span.End..end];
        return $"{(start > 0 ? "…" : "")}{before}[{span.In(body)}]{after}{(end < body.Length ? "…" : "")}".Replace('\n', ' ');
    }
}
