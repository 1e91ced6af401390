using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Highlighting;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Reasons;

/// <summary>Says why an article was found: for each thing asked for, in what form it is there.</summary>
sealed class ReasonFinder
{
    // One article may have a word in many forms; three show the way.
    const int MaxForms = 3;

    // A stretch around Han that surely holds the word they are a part of.
    const int WordReach = 24;

    readonly TextAnalysis _analysis;
    readonly ImmutableArray<(Unit Unit, string? Asked)> _wanted;
    readonly Dictionary<string, string> _translated = new(StringComparer.Ordinal);
    readonly ImmutableArray<MatchReason> _values;
    readonly bool _isRelaxed;

    /// <param name="analysis">How texts are compared.</param>
    /// <param name="query">How the query was understood; null when nothing was asked.</param>
    /// <param name="wanted">What may be found in an article.</param>
    /// <param name="translated">The words of the query in other languages.</param>
    /// <param name="isRelaxed">True when most of the words were enough.</param>
    public ReasonFinder(TextAnalysis analysis, QueryPart? query, ImmutableArray<Unit> wanted, ImmutableArray<TranslatedWords> translated, bool isRelaxed)
    {
        var asked = new AskedWords(analysis, query);
        _analysis = analysis;
        _wanted = [.. wanted.Select(unit => (unit, asked.Find(unit)))];
        _values = [.. AskedWords.ValuesOf(query).SelectMany(value => value.Values.Select(id => new MatchReason(MatchReasonKind.Value, value.Text, id) { Facet = value.Facet }))];
        _isRelaxed = isRelaxed;
        foreach (TranslatedWord word in translated.SelectMany(language => language.Words))
        {
            foreach (Unit form in word.Certain.Where(form => form.Key != word.Literal.Key))
                _translated.TryAdd(form.Key, word.Written);
        }
    }

    /// <summary>The reasons, in the order of the query; then what is missing, and not there in translation either.</summary>
    /// <param name="headline">The headline and what was found in it.</param>
    /// <param name="body">The body and what was found in it.</param>
    /// <param name="has">Tells whether the index has a unit for the article: it may stand in the summary, which is not shown.</param>
    /// <param name="valuesOf">The article's values of a facet.</param>
    public ImmutableArray<MatchReason> Find((string Text, List<Found> Found) headline, (string Text, List<Found> Found) body, Func<Unit, bool> has, Func<Facet, IEnumerable<string>> valuesOf)
    {
        List<MatchReason> reasons = [];
        List<MatchReason> missing = [];
        for (int i = 0; i < _wanted.Length; i++)
        {
            List<MatchReason> forms =
            [
                .. FormsIn(headline.Text, headline.Found, i).Select(reason => reason with { IsInHeadline = true }),
                .. _wanted[i].Unit.IsInHeadline ? [] : FormsIn(body.Text, body.Found, i),
            ];
            reasons.AddRange(forms.DistinctBy(reason => (reason.Kind, Plain(reason.Found))).Take(MaxForms));
            if (forms.Count == 0 && _isRelaxed && _wanted[i].Asked is { } asked && !has(_wanted[i].Unit))
                missing.Add(new(MatchReasonKind.Missing, asked, ""));
        }
        List<string> translated = [.. reasons.Where(reason => reason.Kind == MatchReasonKind.Translation).Select(reason => Plain(reason.Asked))];
        reasons.AddRange(missing.Where(reason => !translated.Exists(asked => asked.Contains(Plain(reason.Asked), StringComparison.Ordinal))));
        return [.. reasons.DistinctBy(reason => (reason.Kind, reason.Asked, Plain(reason.Found))), .. _values.Where(value => valuesOf(value.Facet!).Contains(value.Found, StringComparer.Ordinal))];
    }

    IEnumerable<MatchReason> FormsIn(string text, List<Found> found, int unit) => found
        .Where(each => each.Unit == unit).Select(each => each.Span).DistinctBy(span => span.In(text)).Take(MaxForms)
        .Select(span => ReasonOf(_wanted[unit].Unit, _wanted[unit].Asked, text, span));

    MatchReason ReasonOf(Unit unit, string? asked, string text, TextSpan span)
    {
        string found = span.In(text);
        if (asked is null)
            return new(MatchReasonKind.Translation, _translated.GetValueOrDefault(unit.Key, ""), found);
        if (unit is Unit.Beginning)
            return new(MatchReasonKind.Beginning, asked, found);
        bool isAsWritten = Plain(found) == Plain(asked);
        if (unit is not Unit.Run)
            return new(isAsWritten || unit is Unit.Near ? MatchReasonKind.Word : MatchReasonKind.OtherForm, asked, found);
        if (!isAsWritten)
            return new(MatchReasonKind.Variant, asked, found);
        string word = WordAround(text, span);
        return word.Length > found.Length ? new(MatchReasonKind.PartOfWord, asked, word) : new(MatchReasonKind.Word, asked, found);
    }

    // Where Han are cut into words differs from text to text: the word that holds the whole stretch, or the stretch itself.
    string WordAround(string text, TextSpan span)
    {
        int from = Math.Max(0, span.Start - WordReach);
        FoldedText around = _analysis.Fold(text[from..Math.Min(text.Length, span.End + WordReach)]);
        foreach (AnalyzedTerm word in _analysis.Words(around))
        {
            TextSpan whole = TextSpan.Between(from + around.StartOf(word.Start), from + around.EndOf(word.Start + word.Length));
            if (whole.Contains(span))
                return whole.In(text);
        }
        return span.In(text);
    }

    string Plain(string text) => _analysis.Fold(text).Text;
}
