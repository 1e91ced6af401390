using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Highlighting;
using KnowledgeBase.Search.Queries;
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
        using RankedAnswer answer = Rank(Prepare(query), FacetCounting.Sideways, searcher);
        var finder = new UnitFinder(analysis, answer.Wanted);
        return new SearchResults(
            answer.Counting.Hits,
            [.. answer.Hits.Skip((PageOf(query) - 1) * SearchQuery.PageSize).Take(SearchQuery.PageSize).Select(hit => HitOf(hit, searcher, finder))],
            FacetCounts.Of(answer.Counting, values, query),
            LanguagesOf(answer.Counting))
        {
            IsRelaxed = answer.IsRelaxed,
            Understood = answer.Query.Understood,
            Remarks = answer.Query.Remarks,
        };
    }

    /// <summary>Takes a query apart and finds its terms.</summary>
    public PreparedQuery Prepare(SearchQuery query)
    {
        QueryText text = QueryText.Parse(query.Text);
        QueryPart? understood = text.Part is null ? null : Resolve(text.Part);
        return new PreparedQuery(query, understood, _queries.Analyze(understood), text.Remarks);
    }

    /// <summary>Finds, counts and orders what answers a query, without looking at the texts of the hits.</summary>
    public RankedAnswer Rank(PreparedQuery prepared, FacetCounting facets, ArticleSearcher searcher)
    {
        (SearchQuery query, AnalyzedQuery analyzed) = (prepared.Query, prepared.Analyzed);
        var scratch = new Scratch();
        DocSet[] matching = Find(analyzed.Match, searcher, scratch);
        bool isRelaxed = analyzed.Relaxed is not null && Relaxation.IsNeeded(analyzed.FreeWords, matching.Sum(set => set.Count()));
        if (isRelaxed)
            matching = Find(analyzed.Relaxed!, searcher, scratch);
        SearchOrder order = analyzed.Terms.IsEmpty && query.Order == SearchOrder.Relevance ? SearchOrder.Newest : query.Order;
        WeighedTerms terms = order == SearchOrder.Relevance ? analyzed.Terms : WeighedTerms.None;
        HitCounting counting = CountingOf(query, order, facets, terms.Second.IsEmpty ? 0 : FinerHits, searcher, scratch);
        var weighing = new Weighing(terms.First, searcher);
        for (int i = 0; i < matching.Length; i++)
            counting.Count(i, matching[i], weighing);
        List<RankedHit> hits = counting.Best(new Weighing(counting.Hits > 0 ? terms.Second : [], searcher), FinerHits);
        return new RankedAnswer(prepared, counting, hits, isRelaxed && matching.Any(set => set.Count() > 0), isRelaxed ? analyzed.WantedWhenRelaxed : analyzed.Wanted, scratch);
    }

    // For each segment the articles that match, whatever is chosen.
    DocSet[] Find(Match match, ArticleSearcher searcher, Scratch scratch)
    {
        var found = new DocSet[searcher.Segments.Length];
        for (int i = 0; i < found.Length; i++)
        {
            DocSet set = new Matching(searcher.Segments[i], searcher.ReaderOf(i), values, searcher.RarityOf, scratch).Of(match);
            found[i] = searcher.LiveIn(i) is { } live ? set.And(live, scratch) : set;
        }
        return found;
    }

    HitCounting CountingOf(SearchQuery query, SearchOrder order, FacetCounting facets, int atLeast, ArticleSearcher searcher, Scratch scratch)
    {
        FacetChoice?[] choices = [.. Facet.All.Select((facet, i) => FacetChoice.Of(i, query.ChosenOf(facet), query.ExcludedOf(facet), values[i]))];
        (int, int)? days = query.From is null && query.To is null ? null : (query.From?.FirstDay.DayNumber ?? 0, query.To?.LastDay.DayNumber ?? int.MaxValue);
        int wanted = Math.Min(Math.Max(PageOf(query) * SearchQuery.PageSize, atLeast), searcher.IndexReader.MaxDoc);
        return new HitCounting(searcher, values, choices, days, order, facets, wanted, scratch);
    }

    QueryPart Resolve(QueryPart part) => part switch
    {
        QueryPart.Value(var facet, var text, _) => new QueryPart.Value(facet, text, _names.ValuesOf(facet, text, values[Facet.All.ToList().IndexOf(facet)].All)),
        QueryPart.All(var parts) => new QueryPart.All([.. parts.Select(Resolve)]),
        QueryPart.Any(var parts) => new QueryPart.Any([.. parts.Select(Resolve)]),
        QueryPart.Without(var inner) => new QueryPart.Without(Resolve(inner)),
        _ => part,
    };

    static int PageOf(SearchQuery query) => Math.Clamp(query.Page, 1, SearchQuery.MaxPage);

    static Hit HitOf(RankedHit hit, ArticleSearcher searcher, UnitFinder finder)
    {
        Document document = searcher.ReaderOf(hit.Segment).Document(hit.Doc);
        string headline = document.Get(Fields.StoredHeadline, CultureInfo.InvariantCulture);
        string body = document.Get(Fields.StoredBody, CultureInfo.InvariantCulture);
        ImmutableArray<TextSpan> marks = PassageFinder.MarksIn(finder.FindIn(headline), 0, headline.Length);
        return new Hit(new ArticleId(document.Get(Fields.Id, CultureInfo.InvariantCulture)), hit.Rank.Score, new MarkedText(headline, marks), PassageFinder.Of(body, finder.FindIn(body)));
    }

    ImmutableDictionary<Language, int> LanguagesOf(HitCounting counting)
    {
        int facet = Facet.All.ToList().IndexOf(Facet.Language);
        int[] counts = counting.HitCounts;
        return Language.All.ToImmutableDictionary(language => language, language => values[facet].Find(language.Code) is var number && number >= 0 && number < counting.Numbers ? counts[number] : 0);
    }
}
