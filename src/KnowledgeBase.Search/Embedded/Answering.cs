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

    readonly QueryAnalysis _queries = new(analysis);
    readonly FacetNames _names = new(analysis, content);
    readonly Widening _widening = new(analysis, content.Vocabulary, dictionaries);

    /// <summary>Answers a query. When too few articles have all its words, whatever is chosen, it is asked again for most of them.</summary>
    public SearchResults Answer(SearchQuery query, ArticleSearcher searcher)
    {
        QueryText text = QueryText.Parse(query.Text);
        QueryPart? understood = text.Part is null ? null : Resolve(text.Part);
        WidenedQuery widened = _widening.Of(query, understood, searcher);
        AnalyzedQuery analyzed = _queries.Analyze(understood, widened.Translated);
        SearchOrder order = analyzed.Terms.IsEmpty && query.Order == SearchOrder.Relevance ? SearchOrder.Newest : query.Order;
        (Match match, bool isRelaxed) = Decide(analyzed, searcher);
        var first = new Weighing(order == SearchOrder.Relevance ? analyzed.Terms.First : [], searcher);
        TranslatedWeights? translated = order != SearchOrder.Relevance || analyzed.Translated.IsEmpty ? null : new TranslatedWeights(analyzed.Translated, first, searcher);
        HitCounting counting = Count(query, match, first.Beside(translated), order, searcher);
        List<RankedHit> hits = counting.Best(new Weighing(order == SearchOrder.Relevance ? analyzed.Terms.Second : [], searcher).Beside(translated), FinerHits);
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
            Widenings = widened.Shown,
        };
    }

    // In each language all free words are asked for, or most of them where too few articles have all, whatever is chosen.
    (Match Match, bool IsRelaxed) Decide(AnalyzedQuery analyzed, ArticleSearcher searcher)
    {
        if (analyzed.Free.IsEmpty)
            return (analyzed.Firm, false);
        int[] matches = [.. analyzed.Free.Select(free => Count(Match.AllOf([analyzed.Firm, free.Strict]), searcher))];
        bool isFew = matches.Sum() < SearchQuery.PageSize || Relaxation.IsNeeded(analyzed.WordCount, matches[0]);
        bool[] isRelaxed = [.. analyzed.Free.Select((free, i) => free.Relaxed is not null && (free.IsTranslated ? isFew && matches[i] < SearchQuery.PageSize : Relaxation.IsNeeded(analyzed.WordCount, matches[i])))];
        return (Match.AllOf([analyzed.Firm, Match.AnyOf(analyzed.Free.Select((free, i) => isRelaxed[i] ? free.Relaxed! : free.Strict))]), isRelaxed.Contains(true));
    }

    int Count(Match match, ArticleSearcher searcher)
    {
        int count = 0;
        for (int i = 0; i < searcher.Segments.Length; i++)
        {
            using var scratch = new Scratch();
            count += new Matching(searcher.Segments[i], searcher.ReaderOf(i), values, searcher.RarityOf, scratch).Of(match).Count();
        }
        return count;
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
