using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Embedded;
using KnowledgeBase.Search.Families;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Fields = KnowledgeBase.Search.Embedded.Fields;

namespace KnowledgeBase.Search.Related;

/// <summary>Finds articles about the same as one of them. Topics, cities, organisations and people have no language, so neither has what is found by them.</summary>
/// <remarks>A value or word weighs the more the rarer it is. How much more a speaker tells than a topic is a guess, not yet measured.</remarks>
sealed class RelatedFinding(TextAnalysis analysis, ContentFolder content, IReadOnlyList<FacetValues> values)
{
    // Below it two articles share no more than everybody does; a guess.
    const float LeastLikeness = 0.1f;

    // A value of more articles than this is surely one of other stories too.
    const int MaxVersions = 50;

    static readonly ImmutableArray<(int Facet, float Weight)> Telling =
    [
        (Facet.Topic.Place, 1), (Facet.City.Place, 1), (Facet.Organization.Place, 1.2f), (Facet.Speaker.Place, 1.5f),
    ];

    readonly TellingTerms _terms = new(analysis, content.Vocabulary);

    /// <summary>The related articles, most alike first, one for each story, without the article's own story; none when the index does not have the article.</summary>
    public ImmutableArray<RelatedArticle> Find(ArticleId id, int most, ArticleSearcher searcher)
    {
        if (FindPlace(id, searcher) is not { } place)
            return [];
        Document document = searcher.ReaderOf(place.Segment).Document(place.Doc);
        float[] weights = WeightsOf(place, searcher);
        var terms = _terms.Of(TextOf(document, Fields.StoredHeadline), TextOf(document, Fields.StoredBody), searcher);
        var stories = new FamilyHits();
        var best = new BestHits(most);
        int family = searcher.Segments[place.Segment].Families[place.Doc];
        float[][] scores = [.. searcher.Segments.Select((segment, i) => ScoresIn(i, segment, weights, terms, searcher))];
        float own = scores[place.Segment][place.Doc];
        for (int i = 0; i < scores.Length; i++)
        {
            IBits? live = searcher.ReaderOf(i).LiveDocs;
            Segment segment = searcher.Segments[i];
            for (int doc = 0; doc < scores[i].Length; doc++)
            {
                if (scores[i][doc] < own * LeastLikeness || scores[i][doc] == 0 || live?.Get(doc) == false || (i == place.Segment && doc == place.Doc) || (family >= 0 && segment.Families[doc] == family))
                    continue;
                var hit = new RankedHit(i, doc, new HitRank(scores[i][doc], 0, (ulong)segment.Ids[doc]));
                if (segment.Families[doc] >= 0)
                    stories.Take(segment.Families[doc], hit);
                else
                    best.Offer(hit);
            }
        }
        stories.OfferTo(best);
        return [.. best.Take().Select(hit => RelatedOf(hit, own, weights, searcher))];
    }

    static (int Segment, int Doc)? FindPlace(ArticleId id, ArticleSearcher searcher)
    {
        for (int i = 0; i < searcher.Segments.Length; i++)
        {
            DocsEnum? docs = searcher.ReaderOf(i).GetTermDocsEnum(new Term(Fields.Id, id.Value));
            for (int doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
            {
                if (searcher.ReaderOf(i).LiveDocs?.Get(doc) != false)
                    return (i, doc);
            }
        }
        return null;
    }

    // For each value, by its number, what it weighs; 0 for what the article does not have.
    float[] WeightsOf((int Segment, int Doc) place, ArticleSearcher searcher)
    {
        float[] weights = new float[values[0].NumbersOfAllFacets];
        foreach ((int facet, float weight) in Telling)
        {
            foreach (int number in searcher.Segments[place.Segment].Facets[facet].Of(place.Doc))
                weights[number] = weight * RarityOf(facet, number, place, searcher);
        }
        return weights;
    }

    // What only the article's own story has relates it to nothing: several speakers of that sort would hide what others share.
    static float RarityOf(int facet, int number, (int Segment, int Doc) place, ArticleSearcher searcher)
    {
        int family = searcher.Segments[place.Segment].Families[place.Doc];
        int count = searcher.Segments.Sum(segment => number < segment.FacetTotals.Length ? segment.FacetTotals[number] : 0);
        int own = 1;
        for (int i = 0; family >= 0 && count <= MaxVersions && i < searcher.Segments.Length; i++)
        {
            Segment segment = searcher.Segments[i];
            for (int doc = 0; doc < segment.Articles; doc++)
                own += segment.Families[doc] == family && (i, doc) != place && segment.Facets[facet].Of(doc).Contains(number) ? 1 : 0;
        }
        return count <= own ? 0 : Rarity.Of(count, searcher.IndexReader.MaxDoc);
    }

    static float[] ScoresIn(int number, Segment segment, float[] weights, IReadOnlyCollection<(Unit Unit, float Weight)> terms, ArticleSearcher searcher)
    {
        float[] scores = new float[segment.Articles];
        foreach ((int facet, _) in Telling)
        {
            FacetColumn column = segment.Facets[facet];
            for (int doc = 0; doc < scores.Length; doc++)
            {
                foreach (int value in column.Of(doc))
                    scores[doc] += value < weights.Length ? weights[value] : 0;
            }
        }
        foreach ((Unit unit, float weight) in terms)
        {
            foreach ((int doc, float frequency) in searcher.PostingsOf(unit, number))
                scores[doc] += weight * frequency / (frequency + 1);
        }
        return scores;
    }

    RelatedArticle RelatedOf(RankedHit hit, float own, float[] weights, ArticleSearcher searcher)
    {
        Document document = searcher.ReaderOf(hit.Segment).Document(hit.Doc);
        List<(float Weight, SharedValue Value)> shared = [];
        foreach ((int facet, _) in Telling)
        {
            foreach (int number in searcher.Segments[hit.Segment].Facets[facet].Of(hit.Doc))
            {
                if (number < weights.Length && weights[number] > 0)
                    shared.Add((weights[number], new(Facet.All[facet], values[facet].ValueOf(number))));
            }
        }
        return new RelatedArticle(
            new ArticleId(TextOf(document, Fields.Id)), TextOf(document, Fields.StoredHeadline), hit.Rank.Score / own,
            [.. shared.OrderByDescending(each => each.Weight).ThenBy(each => each.Value.Value, StringComparer.Ordinal).Select(each => each.Value)]);
    }

    static string TextOf(Document document, string field) => document.Get(field, CultureInfo.InvariantCulture);
}
