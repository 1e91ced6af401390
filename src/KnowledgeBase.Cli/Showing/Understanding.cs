using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Says how a query was understood, what of it was read differently, and what was widened.</summary>
sealed class Understanding(Names names)
{
    public IEnumerable<string> Of(SearchResults results)
    {
        if (FindWords(results.Understood) is { } understood)
            yield return $"Understood: {understood}";
        foreach (QueryRemark remark in results.Remarks.DistinctBy(remark => remark.Kind))
            yield return RemarkOf(remark);
        foreach (QueryPart.Value unknown in results.UnknownValues)
            yield return $"{names.Of(unknown.Facet)}: no article has {unknown.Text}.";
        foreach (WidenedWord word in results.Widenings)
            yield return $"{word.Word} also: {string.Join("; ", Language.All.Where(word.Forms.ContainsKey).Select(language => $"{string.Join(", ", word.Forms[language])} ({language.Code})"))}";
    }

    /// <summary>A query in words; null when it is free words and nothing else, which need no words about them.</summary>
    public string? FindWords(QueryPart? part) => part is null or QueryPart.Words ? null : Say(part);

    string Say(QueryPart part) => part switch
    {
        QueryPart.Words(var text) => text,
        QueryPart.Phrase(var text, null) => $"“{text}”",
        QueryPart.Phrase(var text, { } between) => string.Create(CultureInfo.InvariantCulture, $"({text}, at most {between} words apart)"),
        QueryPart.Beginning(var text) => $"{text}…",
        QueryPart.InTitle(var inner) => $"in the headline {Say(inner)}",
        QueryPart.Value(var facet, var text, { IsEmpty: true }) => $"{names.Of(facet)} {text}",
        QueryPart.Value(var facet, _, var values) => $"{names.Of(facet)} {string.Join(" or ", values.Select(value => names.Of(facet, value)))}",
        QueryPart.Dates(var from, var to) => $"from {from?.ToString("O", CultureInfo.InvariantCulture) ?? "the beginning"} to {to?.ToString("O", CultureInfo.InvariantCulture) ?? "today"}",
        QueryPart.All(var parts) => string.Join(" and ", parts.Select(Say)),
        QueryPart.Any(var parts) => $"({string.Join(" or ", parts.Select(Say))})",
        QueryPart.Without(var inner) => $"not {Say(inner)}",
        _ => throw new InvalidOperationException($"{part} can't be said."),
    };

    static string RemarkOf(QueryRemark remark) => remark.Kind switch
    {
        QueryRemarkKind.QuotationMark => "A quotation mark without a partner was read as a blank.",
        QueryRemarkKind.Bracket => "A bracket without a partner was left out.",
        QueryRemarkKind.Operator => $"{remark.Text} without words beside it was left out.",
        QueryRemarkKind.Date => $"{remark.Text} is no date and was read as words.",
        QueryRemarkKind.Sentence => "Read as a sentence: its quotation marks, bars and brackets ask for nothing.",
        _ => "The text was too long; its end was left out.",
    };
}
