using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Highlighting;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Documents;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Answers queries from one state of the index.</summary>
sealed class Answering(TextAnalysis analysis, IReadOnlyList<FacetValues> values)
{
    readonly QueryAnalysis _queries = new(analysis);

    /// <summary>Answers a query. When too few articles have all its words, whatever is chosen, it is asked again for most of them.</summary>
    public SearchResults Answer(SearchQuery query, ArticleSearcher searcher)
    {
        AnalyzedQuery analyzed = _queries.Analyze(query.Text);
        HitCollector collected = Collect(query, analyzed, searcher);
        if (analyzed.CanRelax && Relaxation.IsNeeded(analyzed.Loose.Length, collected.Matches))
        {
            analyzed = analyzed.Relax();
            collected = Collect(query, analyzed, searcher);
        }
        IEnumerable<(int Doc, float Score)> page = collected.Best().Skip((PageOf(query) - 1) * SearchQuery.PageSize);
        var finder = new UnitFinder(analysis, analyzed.Wanted);
        return new SearchResults(
            collected.Hits,
            [.. page.Select(hit => HitOf(searcher.Doc(hit.Doc), hit.Score, finder))],
            FacetCounts.Of(collected, values, query),
            LanguagesOf(collected))
        {
            IsRelaxed = analyzed.IsRelaxed && collected.Matches > 0,
        };
    }

    HitCollector Collect(SearchQuery query, AnalyzedQuery analyzed, ArticleSearcher searcher)
    {
        SearchOrder order = analyzed.Terms.Words.IsEmpty && analyzed.Terms.Singles.IsEmpty ? SearchOrder.Newest : query.Order;
        FacetChoice?[] choices = [.. Facet.All.Select((facet, i) => query.ChosenOf(facet) is { IsEmpty: false } chosen ? new FacetChoice(chosen, values[i]) : null)];
        int wanted = Math.Min(PageOf(query) * SearchQuery.PageSize, searcher.IndexReader.MaxDoc);
        var collector = new HitCollector(searcher, values, choices, order, wanted);
        if (!analyzed.IsUnanswerable)
            searcher.Search(order == SearchOrder.Relevance ? QueryTranslation.MatchAndWeigh(analyzed) : QueryTranslation.Match(analyzed), collector);
        return collector;
    }

    static int PageOf(SearchQuery query) => Math.Clamp(query.Page, 1, SearchQuery.MaxPage);

    static Hit HitOf(Document document, float score, UnitFinder finder)
    {
        string headline = document.Get(Fields.StoredHeadline, CultureInfo.InvariantCulture);
        string body = document.Get(Fields.StoredBody, CultureInfo.InvariantCulture);
        ImmutableArray<TextSpan> marks = PassageFinder.MarksIn(finder.FindIn(headline), 0, headline.Length);
        return new Hit(new ArticleId(document.Get(Fields.Id, CultureInfo.InvariantCulture)), score, new MarkedText(headline, marks), PassageFinder.Of(body, finder.FindIn(body)));
    }

    ImmutableDictionary<Language, int> LanguagesOf(HitCollector collected)
    {
        int facet = Facet.All.ToList().IndexOf(Facet.Language);
        int[] counts = collected.HitCounts[facet];
        return Language.All.ToImmutableDictionary(language => language, language => values[facet].Find(language.Code) is var number && number >= 0 && number < counts.Length ? counts[number] : 0);
    }
}
