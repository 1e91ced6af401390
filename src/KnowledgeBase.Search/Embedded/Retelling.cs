using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Highlighting;
using KnowledgeBase.Search.Queries;
using KnowledgeBase.Search.Translation;
using Lucene.Net.Documents;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Raises hits in other languages that tell what the best hit in the query's own language tells: a query has few words, and that article says what they mean.</summary>
/// <remarks>
/// A query widened in its own language before it is translated (Ballesteros and Croft, Phrasal Translation and Query Expansion Techniques for Cross-Language Information Retrieval, 1997), but for the order of the first hits alone:
/// what the article's words are in another language is looked for in the texts of those hits, so that no word is looked up in the index for it. What counts is the share of its words, beside those of the query, that a hit has.
/// The better the best hit answers the query the more it counts. Where it tells the same story it is nearly all of the answer; where the story is not there in the query's language it is another one, which would raise its own versions:
/// weighed alike in both cases, headlines in other languages won .056 of MRR@10 where the story was there, and lost .21 where it was hidden from this class; as it is they win .039 and lose .010, and a quarter of the questions in another language win .104 and .005.
/// The rarity of words, in the index or among the hits, told no more than their number; three best hits instead of one lost .002 and .009.
/// </remarks>
/// <param name="analysis">The way texts are cut.</param>
/// <param name="widening">Finds what words are in other languages.</param>
/// <param name="others">The languages in which hits are raised.</param>
/// <param name="searcher">The state of the index.</param>
sealed class Retelling(TextAnalysis analysis, Widening widening, OtherLanguages others, ArticleSearcher searcher)
{
    // Of the hits in other languages so many: 60 were as good.
    const int Raised = 30;

    // What an article tells stands at its beginning. In letters; a Han or kana tells as much as two. 1,500 and 3,000 letters were .001 to .007 worse.
    const int LettersOfBest = 600;
    const int LettersOfOthers = 1200;
    const int LettersOfCharacter = 2;

    // The score of the best hit as a share of what all words weigh: below the first it need not be about what is asked, at the second it surely is.
    // The middle half of right answers lay between .7 and 1 (headlines) and .6 and .8 (questions), of wrong ones between .2 and .4 and between .35 and .6.
    const float LeastAnswer = 0.4f;
    const float WholeAnswer = 1;

    // The share of its words that the query does not have: a text that says no more than the query adds nothing but noise. Sentences asked for by themselves lost .014 to .026 without this;
    // of news and paragraphs it is .8 and more.
    const float LeastNew = 0.4f;
    const float MostlyNew = 0.7f;

    static readonly HashSet<string> Texts = [Fields.StoredHeadline, Fields.StoredBody];

    /// <summary>The hits in their new order.</summary>
    /// <param name="hits">The hits, best first.</param>
    /// <param name="asked">The words of the query: how a hit answers them its score tells.</param>
    /// <param name="all">What they weigh together.</param>
    public List<RankedHit> Raise(List<RankedHit> hits, IEnumerable<Unit> asked, float all)
    {
        RankedHit[] raised = [.. hits.Where(others.Have).Take(Raised)];
        if (raised.Length < 2 || hits.Find(hit => !others.Have(hit)) is not { Rank.Score: > 0 } best)
            return hits;
        float trust = Between(LeastAnswer, WholeAnswer, best.Rank.Score / all);
        if (trust == 0)
            return hits;
        SourceWord[] told = [.. widening.WordsOf(TextOf(best, LettersOfBest)).DistinctBy(word => word.Literal.Key)];
        SourceWord[] added = [.. told.ExceptBy(asked.Select(unit => unit.Key), word => word.Literal.Key)];
        trust *= Between(LeastNew, MostlyNew, added.Length / (float)Math.Max(1, told.Length));
        return trust == 0 ? hits : Raise(hits, raised, trust, SharesOf(added, raised));
    }

    static float Between(float none, float whole, float value) => Math.Clamp((value - none) / (whole - none), 0, 1);

    // Their best keeps its distance to the best in the query's own language.
    List<RankedHit> Raise(List<RankedHit> hits, RankedHit[] raised, float trust, float[] shares)
    {
        float most = shares.Max();
        if (most == 0)
            return hits;
        float best = raised[0].Rank.Score;
        float[] scores = [.. raised.Select((hit, i) => hit.Rank.Score + (trust * best * shares[i] / most))];
        float level = best / scores.Max();
        Dictionary<(int, int), float> changed = raised.Select((hit, i) => (Place: (hit.Segment, hit.Doc), Score: scores[i])).ToDictionary(each => each.Place, each => each.Score);
        List<RankedHit> ordered = [.. hits.Select(hit => others.Have(hit) ? hit.WithScore(level * changed.GetValueOrDefault((hit.Segment, hit.Doc), hit.Rank.Score)) : hit)];
        ordered.Sort((left, right) => HitRank.Compare(right.Rank, left.Rank));
        return ordered;
    }

    // How many of the words each hit tells.
    float[] SharesOf(SourceWord[] words, RankedHit[] raised)
    {
        float[] shares = new float[raised.Length];
        foreach (IGrouping<Language, int> group in Enumerable.Range(0, raised.Length).GroupBy(i => others.FindOf(raised[i])!))
        {
            var story = new Story(words, group.Key, analysis);
            foreach (int i in group)
                shares[i] = story.ShareIn(TextOf(raised[i], LettersOfOthers));
        }
        return shares;
    }

    string TextOf(RankedHit hit, int letters)
    {
        Document document = searcher.ReaderOf(hit.Segment).Document(hit.Doc, Texts);
        string text = $"{document.Get(Fields.StoredHeadline, CultureInfo.InvariantCulture)}\n{document.Get(Fields.StoredBody, CultureInfo.InvariantCulture)}";
        int end = 0;
        for (int left = letters; end < text.Length && left > 0; end++)
            left -= Scripts.IsCjk(text[end]) ? LettersOfCharacter : 1;
        return text[..end];
    }

    /// <summary>The words of a text as another language has them.</summary>
    sealed class Story
    {
        readonly (int Unit, float Share)[][] _words;
        readonly UnitFinder _finder;

        public Story(SourceWord[] words, Language language, TextAnalysis analysis)
        {
            var units = new List<Unit>();
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            _words = [.. words.Select(word => Translated.GroupOf(word, language).Units.Select(unit => (PlaceOf(unit.Unit), unit.Share)).ToArray())];
            _finder = new(analysis, units);

            int PlaceOf(Unit unit)
            {
                if (places.TryAdd(unit.Key, units.Count))
                    units.Add(unit);
                return places[unit.Key];
            }
        }

        /// <summary>The share of the words that stand in a text; a word that stands there in an uncertain form counts less.</summary>
        public float ShareIn(string text)
        {
            float[] counts = new float[_finder.Units];
            foreach (Found found in _finder.FindIn(text))
                counts[found.Unit]++;
            float sum = 0;
            foreach ((int Unit, float Share)[] word in _words)
            {
                float often = word.Sum(unit => unit.Share * counts[unit.Unit]);
                sum += often / (often + View.Translated.K1);
            }
            return sum / Math.Max(1, _words.Length);
        }
    }
}
