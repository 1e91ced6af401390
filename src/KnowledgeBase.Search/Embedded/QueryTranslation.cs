using System.Collections.Immutable;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Says a query in Lucene's terms: one part decides what matches, the other only weighs.</summary>
static class QueryTranslation
{
    // The best shared weights of a study of 400 recipes on questions about paragraphs in three languages; the headline's is a guess within .3 to 1.
    const float WordWeight = 1;
    const float PairWeight = 0.5f;
    const float SingleWeight = 0.5f;
    const float HeadlineWeight = 0.5f;

    /// <summary>The query that matches; every match weighs nothing.</summary>
    public static Query Match(AnalyzedQuery query) => query.IsEmpty ? new MatchAllDocsQuery() : Unweighed(Matching(query));

    /// <summary>The query that matches and weighs.</summary>
    public static Query MatchAndWeigh(AnalyzedQuery query) => new BooleanQuery
    {
        { Match(query), Occur.MUST },
        { AnyOf(Fields.Words, query.Terms.Words, WordWeight), Occur.SHOULD },
        { AnyOf(Fields.Pairs, query.Terms.Pairs, PairWeight), Occur.SHOULD },
        { AnyOf(Fields.Singles, query.Terms.Singles, SingleWeight), Occur.SHOULD },
        { AnyOf(Fields.Headline, query.Terms.Words, HeadlineWeight), Occur.SHOULD },
    };

    static ConstantScoreQuery Unweighed(Query query) => new(query) { Boost = 0 };

    static BooleanQuery Matching(AnalyzedQuery query)
    {
        var matching = new BooleanQuery();
        foreach (Demand demand in query.Demands)
            matching.Add(AnyOf(demand.Alternatives.Select(AllOf)), Occur.MUST);
        if (query.IsRelaxed && !query.Loose.IsEmpty)
            matching.Add(MostOf(query.Loose), Occur.MUST);
        if (matching.Clauses.Count == 0)
            matching.Add(new MatchAllDocsQuery(), Occur.MUST);
        foreach (ImmutableArray<Unit> units in query.Excluded)
            matching.Add(AllOf(units), Occur.MUST_NOT);
        return matching;
    }

    static BooleanQuery MostOf(ImmutableArray<Unit> units)
    {
        var most = new BooleanQuery { MinimumNumberShouldMatch = Relaxation.LeastOf(units.Length) };
        foreach (Unit unit in units)
            most.Add(QueryOf(unit), Occur.SHOULD);
        return most;
    }

    static Query AnyOf(IEnumerable<Query> queries) => Joined([.. queries], Occur.SHOULD);

    static Query AllOf(ImmutableArray<Unit> units) => Joined([.. units.Select(QueryOf)], Occur.MUST);

    static Query Joined(ImmutableArray<Query> queries, Occur occur)
    {
        if (queries is [var only])
            return only;
        var joined = new BooleanQuery();
        foreach (Query query in queries)
            joined.Add(query, occur);
        return joined;
    }

    static Query QueryOf(Unit unit) => unit switch
    {
        Unit.Word(var stem) => new TermQuery(TermOf(Fields.Words, stem)),
        Unit.Run(var forms) when forms.Length == 1 || char.IsSurrogate(forms[0]) => new TermQuery(TermOf(Fields.Singles, forms)),
        Unit.Run(var forms) => SideBySide(Fields.Pairs, Enumerable.Range(0, forms.Length - 1).Select(i => (forms.Substring(i, 2), i))),
        Unit.Sequence(var stems, var distances) => SideBySide(Fields.Words, stems.Zip(distances)),
        Unit.Beginning(var letters) => new PrefixQuery(TermOf(Fields.Spellings, letters)),
        _ => throw new InvalidOperationException($"{unit} can't be asked for."),
    };

    static Query SideBySide(string field, IEnumerable<(string Term, int Distance)> terms)
    {
        var phrase = new PhraseQuery();
        foreach ((string term, int distance) in terms)
            phrase.Add(TermOf(field, term), distance);
        return phrase.GetTerms() is [var only] ? new TermQuery(only) : phrase;
    }

    static BooleanQuery AnyOf(string field, ImmutableDictionary<string, int> terms, float weight)
    {
        var any = new BooleanQuery();
        foreach ((string term, int times) in terms)
            any.Add(new TermQuery(TermOf(field, term)) { Boost = weight * times }, Occur.SHOULD);
        return any;
    }

    static Term TermOf(string field, string text) => new(field, text.Length > TermStream.MaxTermLength ? text[..TermStream.MaxTermLength] : text);
}
