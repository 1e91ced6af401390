using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Highlighting;
using KnowledgeBase.Search.Queries;
using KnowledgeBase.Search.Reasons;
using KnowledgeBase.Search.Translation;
using Lucene.Net.Documents;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Answers queries from one state of the index.</summary>
sealed class Answering(TextAnalysis analysis, ContentFolder content, ImmutableArray<DictionaryFile> dictionaries, IReadOnlyList<FacetValues> values)
{
    // Views that only order what is near the top are asked for this many hits: more changed no rank among the first ten.
    const int FinerHits = 300;

    static readonly HashSet<string> IdAlone = [Fields.Id];

    readonly QueryAnalysis _queries = new(analysis, new(content.QuestionWords, analysis));
    readonly FacetNames _names = new(analysis, content);
    readonly Widening _widening = new(analysis, content, dictionaries);

    /// <summary>Answers a query. When too few articles have all its words, whatever is chosen, it is asked again for most of them.</summary>
    public SearchResults Answer(SearchQuery query, ArticleSearcher searcher)
    {
        using RankedAnswer answer = Rank(Prepare(query, searcher), FacetCounting.Sideways, searcher);
        var finder = new UnitFinder(analysis, answer.Wanted);
        var reasons = new ReasonFinder(analysis, answer.Query.Understood, answer.Wanted, answer.Query.Analyzed.Translated, answer.IsRelaxed);
        return new SearchResults(
            answer.Counting.Hits,
            [.. answer.Hits.Skip((PageOf(query) - 1) * SearchQuery.PageSize).Take(SearchQuery.PageSize).Select(hit => HitOf(hit, searcher, finder, reasons))],
            FacetCounts.Of(answer.Counting, values, query),
            LanguagesOf(answer.Counting))
        {
            Stories = answer.Counting.Stories,
            IsRelaxed = answer.IsRelaxed,
            Understood = answer.Query.Understood,
            Remarks = answer.Query.Remarks,
            Widenings = answer.Query.Widenings,
        };
    }

    /// <summary>The best hits without their texts, each article by itself.</summary>
    public ImmutableArray<RankedArticle> Best(SearchQuery query, int most, ArticleSearcher searcher)
    {
        SearchQuery all = query with { IsUnfolded = true, Page = ((most - 1) / SearchQuery.PageSize) + 1 };
        using RankedAnswer answer = Rank(Prepare(all, searcher), FacetCounting.None, searcher);
        return [.. answer.Hits.Take(most).Select(hit => new RankedArticle(IdOf(searcher.ReaderOf(hit.Segment).Document(hit.Doc, IdAlone)), hit.Rank.Score))];
    }

    /// <summary>Takes a query apart and finds its terms.</summary>
    public PreparedQuery Prepare(SearchQuery query, ArticleSearcher searcher)
    {
        QueryText text = QueryText.Parse(query.Text);
        QueryPart? understood = text.Part is null ? null : Resolve(text.Part);
        WidenedQuery widened = _widening.Of(query, understood, searcher);
        return new PreparedQuery(query, understood, _queries.Analyze(understood, widened.Translated), text.Remarks, widened.Shown);
    }

    /// <summary>Finds, counts and orders what answers a query, without looking at the texts of the hits.</summary>
    public RankedAnswer Rank(PreparedQuery prepared, FacetCounting facets, ArticleSearcher searcher)
    {
        (SearchQuery query, AnalyzedQuery analyzed) = (prepared.Query, prepared.Analyzed);
        var scratch = new Scratch();
        (DocSet[] matching, bool isRelaxed) = Find(analyzed, searcher, scratch);
        SearchOrder order = analyzed.Terms.IsEmpty && query.Order == SearchOrder.Relevance ? SearchOrder.Newest : query.Order;
        WeighedTerms terms = order == SearchOrder.Relevance ? analyzed.Terms : WeighedTerms.None;
        var first = new Weighing(terms.First, searcher);
        TranslatedWeights? translated = order != SearchOrder.Relevance || analyzed.Translated.IsEmpty ? null : new TranslatedWeights(analyzed.Translated, first, searcher);
        HitCounting counting = CountingOf(query, order, facets, terms.Second.IsEmpty ? 0 : FinerHits, searcher, scratch);
        Weighing weighing = first.Beside(translated);
        for (int i = 0; i < matching.Length; i++)
            counting.Count(i, matching[i], weighing);
        var others = new OtherLanguages([.. analyzed.Translated.Where(words => !words.HasOwnWords).Select(words => words.Language)], searcher);
        var second = new Weighing(counting.Hits > 0 ? terms.Second : [], searcher);
        List<RankedHit> hits = counting.Best(second.Beside(translated), FinerHits, terms.Second.IsEmpty ? null : new Closeness(terms.First, others, searcher));
        if (translated is not null)
            hits = new Retelling(analysis, _widening, others, searcher).Raise(hits, analyzed.Translated.SelectMany(words => words.Words).Select(word => word.Literal), first.All + second.All);
        return new RankedAnswer(prepared, counting, hits, isRelaxed, isRelaxed ? analyzed.WantedWhenRelaxed : analyzed.Wanted, scratch);
    }

    // In each language all free words are asked for, or most of them where too few articles have all, whatever is chosen.
    (DocSet[] Matching, bool IsRelaxed) Find(AnalyzedQuery analyzed, ArticleSearcher searcher, Scratch scratch)
    {
        if (analyzed.Free.IsEmpty)
            return (searcher.Find(analyzed.Firm, values, scratch), false);
        DocSet[][] found = [.. analyzed.Free.Select(free => searcher.Find(Match.AllOf([analyzed.Firm, free.Strict]), values, scratch))];
        int[] matches = [.. found.Select(CountOf)];
        bool isFew = matches.Sum() < SearchQuery.PageSize || Relaxation.IsNeeded(analyzed.WordCount, matches[0]);
        bool isRelaxed = false;
        for (int i = 0; i < found.Length; i++)
        {
            if (analyzed.Free[i].Relaxed is not { } most || !(analyzed.Free[i].IsTranslated ? isFew && matches[i] < SearchQuery.PageSize : Relaxation.IsNeeded(analyzed.WordCount, matches[i])))
                continue;
            found[i] = searcher.Find(Match.AllOf([analyzed.Firm, most]), values, scratch);
            isRelaxed |= CountOf(found[i]) > matches[i];
        }
        return ([.. searcher.Segments.Select((segment, i) => DocSet.Or([.. found.Select(sets => sets[i])], segment.Articles, scratch))], isRelaxed);
    }

    static int CountOf(DocSet[] sets) => sets.Sum(set => set.Count());

    HitCounting CountingOf(SearchQuery query, SearchOrder order, FacetCounting facets, int atLeast, ArticleSearcher searcher, Scratch scratch)
    {
        FacetChoice?[] choices = [.. Facet.All.Select((facet, i) => FacetChoice.Of(i, query.ChosenOf(facet), query.ExcludedOf(facet), values[i]))];
        (int, int)? days = query.From is null && query.To is null ? null : (query.From?.FirstDay.DayNumber ?? 0, query.To?.LastDay.DayNumber ?? int.MaxValue);
        int wanted = Math.Min(Math.Max(PageOf(query) * SearchQuery.PageSize, atLeast), searcher.IndexReader.MaxDoc);
        return new HitCounting(searcher, values, choices, days, order, facets, wanted, query.IsUnfolded ? null : new(), query.Reader, scratch);
    }

    QueryPart Resolve(QueryPart part) => part switch
    {
        QueryPart.Value(var facet, var text, _) => new QueryPart.Value(facet, text, _names.ValuesOf(facet, text, values[facet.Place].All)),
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
        return new Hit(IdOf(document), hit.Rank.Score, new MarkedText(headline, marks), PassageFinder.Of(body, inBody))
        {
            Reasons = reasons.Find((headline, inHeadline), (body, inBody), unit => searcher.PostingsOf(unit, hit.Segment).Has(hit.Doc), facet => ValuesOf(facet, hit, searcher)),
        };
    }

    static ArticleId IdOf(Document document) => new(document.Get(Fields.Id, CultureInfo.InvariantCulture));

    string[] ValuesOf(Facet facet, RankedHit hit, ArticleSearcher searcher)
    {
        int column = facet.Place;
        return [.. searcher.Segments[hit.Segment].Facets[column].Of(hit.Doc).ToArray().Select(number => values[column].ValueOf(number))];
    }

    ImmutableDictionary<Language, int> LanguagesOf(HitCounting counting)
    {
        int facet = Facet.Language.Place;
        int[] counts = counting.HitCounts;
        return Language.All.ToImmutableDictionary(language => language, language => values[facet].Find(language.Code) is var number && number >= 0 && number < counting.Numbers ? counts[number] : 0);
    }
}
