using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Highlighting;
using KnowledgeBase.Search.Queries;
using KnowledgeBase.Search.Reasons;
using Lucene.Net.Documents;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Answers queries from one state of the index.</summary>
sealed class Answering(TextAnalysis analysis, ContentFolder content, IReadOnlyList<FacetValues> values)
{
    // Views that only order what is near the top are asked for this many hits: more changed no rank among the first ten.
    const int FinerHits = 300;

    readonly QueryAnalysis _queries = new(analysis);
    readonly FacetNames _names = new(analysis, content);

    /// <summary>Answers a query. When too few articles have all its words, whatever is chosen, it is asked again for most of them.</summary>
    public SearchResults Answer(SearchQuery query, ArticleSearcher searcher)
    {
        QueryText text = QueryText.Parse(query.Text);
        QueryPart? understood = text.Part is null ? null : Resolve(text.Part);
        AnalyzedQuery analyzed = _queries.Analyze(understood);
        SearchOrder order = analyzed.Terms.IsEmpty && query.Order == SearchOrder.Relevance ? SearchOrder.Newest : query.Order;
        var weighing = new Weighing(order == SearchOrder.Relevance ? analyzed.Terms.First : [], searcher);
        HitCounting counting = Count(query, analyzed.Match, weighing, order, searcher);
        bool isRelaxed = analyzed.Relaxed is not null && Relaxation.IsNeeded(analyzed.FreeWords, counting.Matches);
        if (isRelaxed)
            counting = Count(query, analyzed.Relaxed!, weighing, order, searcher);
        List<RankedHit> hits = counting.Best(new Weighing(order == SearchOrder.Relevance ? analyzed.Terms.Second : [], searcher), FinerHits);
        ImmutableArray<Unit> wanted = isRelaxed ? analyzed.WantedWhenRelaxed : analyzed.Wanted;
        var finder = new UnitFinder(analysis, wanted);
        var reasons = new ReasonFinder(analysis, understood, wanted, isRelaxed);
        return new SearchResults(
            counting.Hits,
            [.. hits.Skip((PageOf(query) - 1) * SearchQuery.PageSize).Take(SearchQuery.PageSize).Select(hit => HitOf(hit, searcher, finder, reasons))],
            FacetCounts.Of(counting, values, query),
            LanguagesOf(counting))
        {
            Stories = counting.Stories,
            IsRelaxed = isRelaxed && counting.Matches > 0,
            Understood = understood,
            Remarks = text.Remarks,
        };
    }

    HitCounting Count(SearchQuery query, Match match, Weighing weighing, SearchOrder order, ArticleSearcher searcher)
    {
        FacetChoice?[] choices = [.. Facet.All.Select((facet, i) => ChoiceOf(query.ChosenOf(facet), query.ExcludedOf(facet), values[i]))];
        (int, int)? days = query.From is null && query.To is null ? null : (query.From?.FirstDay.DayNumber ?? 0, query.To?.LastDay.DayNumber ?? int.MaxValue);
        int wanted = Math.Min(Math.Max(PageOf(query) * SearchQuery.PageSize, FinerHits), searcher.IndexReader.MaxDoc);
        var counting = new HitCounting(searcher, values, choices, days, order, wanted, query.IsUnfolded ? null : new());
        counting.Count(match, weighing);
        return counting;
    }

    static FacetChoice? ChoiceOf(ImmutableArray<string> chosen, ImmutableArray<string> excluded, FacetValues known) =>
        chosen.IsEmpty && excluded.IsEmpty ? null : new FacetChoice(chosen, excluded, known);

    QueryPart Resolve(QueryPart part) => part switch
    {
        QueryPart.Value(var facet, var text, _) => new QueryPart.Value(facet, text, _names.ValuesOf(facet, text, values[Facet.All.ToList().IndexOf(facet)].All)),
        QueryPart.All(var parts) => new QueryPart.All([.. parts.Select(Resolve)]),
        QueryPart.Any(var parts) => new QueryPart.Any([.. parts.Select(Resolve)]),
        QueryPart.Without(var inner) => new QueryPart.Without(Resolve(inner)),
        _ => part,
    };

    static int PageOf(SearchQuery query) => Math.Clamp(query.Page, 1, SearchQuery.MaxPage);

    Hit HitOf(RankedHit hit, ArticleSearcher searcher, UnitFinder finder, ReasonFinder reasons)
    {
        Document document = searcher.ReaderOf(hit.Segment).Document(hit.Doc);
        string headline = document.Get(Fields.StoredHeadline, CultureInfo.InvariantCulture);
        string body = document.Get(Fields.StoredBody, CultureInfo.InvariantCulture);
        List<Found> inHeadline = finder.FindIn(headline);
        List<Found> inBody = finder.FindIn(body);
        ImmutableArray<TextSpan> marks = PassageFinder.MarksIn(inHeadline, 0, headline.Length);
        return new Hit(new ArticleId(document.Get(Fields.Id, CultureInfo.InvariantCulture)), hit.Rank.Score, new MarkedText(headline, marks), PassageFinder.Of(body, inBody))
        {
            Reasons = reasons.Find((headline, inHeadline), (body, inBody), unit => Array.BinarySearch(searcher.PostingsOf(unit, hit.Segment).Docs, hit.Doc) >= 0, facet => ValuesOf(facet, hit, searcher)),
        };
    }

    string[] ValuesOf(Facet facet, RankedHit hit, ArticleSearcher searcher)
    {
        int column = Facet.All.ToList().IndexOf(facet);
        return [.. searcher.Segments[hit.Segment].Facets[column].Of(hit.Doc).ToArray().Select(number => values[column][number])];
    }

    ImmutableDictionary<Language, int> LanguagesOf(HitCounting counting)
    {
        int facet = Facet.All.ToList().IndexOf(Facet.Language);
        int[] counts = counting.HitCounts[facet];
        return Language.All.ToImmutableDictionary(language => language, language => values[facet].Find(language.Code) is var number && number >= 0 && number < counts.Length ? counts[number] : 0);
    }
}
