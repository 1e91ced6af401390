using System.Collections.Immutable;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Reasons;

/// <summary>Knows which words of a query a unit was made of.</summary>
sealed class AskedWords
{
    readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);
    readonly ImmutableArray<FoldedText> _texts;

    public AskedWords(TextAnalysis analysis, QueryPart? query)
    {
        _texts = query is null ? [] : [.. TextsOf(query).Select(analysis.Fold)];
        foreach (FoldedText text in _texts)
        {
            foreach (AnalyzedTerm word in analysis.SpacedWords(text))
                _spellings.TryAdd(word.Text.ToString(), OriginalOf(text, word.Start, word.Length));
        }
    }

    /// <summary>The words as they were written; null for a unit that does not come from them: the query was widened to it.</summary>
    public string? Find(Unit unit) => unit switch
    {
        Unit.Word(var stem, _) => _spellings.GetValueOrDefault(stem),
        Unit.Run(var forms, _) => FindRun(forms),
        Unit.Sequence(var stems, _, _) => FindAll(stems),
        Unit.Near(var stems, _) => FindAll(stems),
        Unit.Beginning(var letters, _) => letters,
        _ => null,
    };

    /// <summary>The values of facets that a query asks for and every hit must have.</summary>
    public static IEnumerable<QueryPart.Value> ValuesOf(QueryPart? query) => query switch
    {
        QueryPart.Value value => [value],
        QueryPart.All(var parts) => parts.OfType<QueryPart.Value>(),
        _ => [],
    };

    string? FindRun(string forms) => _texts
        .Select(text => (text, at: text.Forms.IndexOf(forms, StringComparison.Ordinal)))
        .Where(each => each.at >= 0).Select(each => OriginalOf(each.text, each.at, forms.Length)).FirstOrDefault();

    string? FindAll(ImmutableArray<string> stems) =>
        stems.Select(stem => _spellings.GetValueOrDefault(stem) ?? FindRun(stem)).ToList() is var words && words.Contains(null) ? null : string.Join(' ', words);

    static string OriginalOf(FoldedText text, int start, int length) => text.Original[text.StartOf(start)..text.EndOf(start + length)];

    static IEnumerable<string> TextsOf(QueryPart part) => part switch
    {
        QueryPart.Words(var text) => [text],
        QueryPart.Phrase(var text, _) => [text],
        QueryPart.Beginning(var text) => [text],
        QueryPart.InTitle(var inner) => TextsOf(inner),
        QueryPart.All(var parts) => parts.SelectMany(TextsOf),
        QueryPart.Any(var parts) => parts.SelectMany(TextsOf),
        _ => [],
    };
}
