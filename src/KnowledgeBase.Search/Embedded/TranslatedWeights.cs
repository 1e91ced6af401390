using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Embedded;

/// <summary>What the words of a query weigh in the articles of other languages: each word one group, as if it were one term.</summary>
/// <remarks>
/// The frequency of a group is the sum of its units' by their shares, and so is the number of articles that have it (Pirkola, The Effects of Query Structure, 1998; Darwish and Oard,
/// Probabilistic Structured Query Methods, 2003). Languages are merged as they score: bringing each to the same sum let poor translations rise (MRR@10 on headlines .824 against .842). In their own language the words weigh in several views; the groups are brought to a level with them.
/// </remarks>
sealed class TranslatedWeights
{
    // The best article in another language stands at this share of the score of the best in the query's own, so that no right answer there sinks below wrong translations:
    // on questions in one language over a mixed index .5 lost .004 of MRR@10, .7 lost .04.
    const float Behind = 0.4f;

    // What the best in the query's own language is taken to reach at least, of what all words weigh: where it is nearly nothing there is nothing to stand behind.
    const float LeastBest = 0.2f;

    // Nor does it stand behind more than so many: a word or two are in more articles than anybody looks through. After 10, questions in one language lost .01 of MRR@10, after 40 less than .001.
    const int OwnFirst = 40;

    // One character stands for too much to weigh like a word of several: at 1, headlines in other languages lost .008 of MRR@10. The half is a guess.
    const float ShareOfCharacter = 0.5f;

    // A word that holds the sentence together tells less than its rarity says. Of MRR@10, sentences in other languages won .013 by such words, at 1 .001 less; questions won .004, at 1 they lost .008.
    const float ShareOfFunctionWord = 0.5f;

    // How much of what a word tells is told by its translations, the rest by the word in its own language, where every language is told the same.
    // By translations alone, and each language's own lengths, questions in another language lost .003 of MRR@10, headlines by the vocabulary .007; headlines by dictionaries won .002.
    const float ShareOfOther = 0.5f;

    // The same within a group: beside other forms one character tells less. At 1, headlines in other languages lost .002 of MRR@10. The number is a guess.
    const float ShareBesideForms = 0.6f;

    // A character and its one translation: neither has forms beside it.
    const int MostAlone = 2;

    readonly ImmutableArray<InLanguage> _languages;
    readonly float _all;
    readonly bool _isAlone;
    readonly ulong[][] _own;
    readonly float _level;

    /// <param name="translated">The words in each language; not empty.</param>
    /// <param name="own">What the words weigh as they are, in the views that decide.</param>
    /// <param name="searcher">The state of the index.</param>
    public TranslatedWeights(ImmutableArray<TranslatedWords> translated, Weighing own, ArticleSearcher searcher)
    {
        Dictionary<string, float> told = ToldInOwnLanguage(translated, searcher);
        _languages = [.. translated.Select(words => InLanguage.Of(words, told, searcher))];
        Language[] others = [.. translated.Where(words => !words.HasOwnWords).Select(words => words.Language)];
        _own = [.. searcher.Segments.Select(segment => BitsWithout(segment, others))];
        float all = own.All;
        _isAlone = all == 0;
        (float best, float last) = all == 0 ? (0, 0) : BestOf(own.Terms, _own, OwnFirst, searcher);
        _all = _languages.Max(language => language.All);
        float bestOther = _languages.Max(language => BestOf(language.Groups, null, 1, searcher).Best) / _all;
        float share = all == 0 ? LeastBest : Math.Max(best / all, LeastBest);
        _level = Math.Max(Behind * share, all == 0 ? 0 : last / all) / Math.Max(bestOther, float.Epsilon);
    }

    /// <summary>The weights of a query's own words, without the articles in other languages, and those of its groups, which weigh by themselves where no article has the words.</summary>
    public ImmutableArray<TermWeight> Beside(ImmutableArray<TermWeight> own)
    {
        float all = _isAlone ? _all : own.Sum(weight => weight.Value);
        return
        [
            .. own.Select(weight => weight with { Within = _own }),
            .. _languages.SelectMany(language => language.Groups.Select(group => group with { Value = group.Value * _level * all / _all })),
        ];
    }

    // How much each word tells in the language of the query; empty where that may be either of two, without the words no article there has.
    static Dictionary<string, float> ToldInOwnLanguage(ImmutableArray<TranslatedWords> translated, ArticleSearcher searcher)
    {
        if (Language.All.FirstOrDefault(language => translated.All(words => words.Language != language)) is not { } written)
            return [];
        ViewStatistics view = searcher.StatisticsOf(written);
        return translated.SelectMany(words => words.Words)
            .Select(word => word.Literal)
            .DistinctBy(literal => literal.Key)
            .Select(literal => (literal.Key, Articles: ArticlesWith(literal, written, searcher)))
            .Where(each => each.Articles > 0)
            .ToDictionary(each => each.Key, each => view.RarityOf(each.Articles), StringComparer.Ordinal);
    }

    static int ArticlesWith(Unit unit, Language language, ArticleSearcher searcher) =>
        searcher.PostingsOf(unit).Select((postings, i) => CountIn(searcher.Segments[i].Languages[language], postings)).Sum();

    static int CountIn(LanguageShare within, Postings postings)
    {
        int count = 0;
        foreach ((int doc, _) in postings)
            count += within.Has(doc) ? 1 : 0;
        return count;
    }

    // The score of the best article, and of the one in a place, among all or those with a bit.
    static (float Best, float InPlace) BestOf(ImmutableArray<TermWeight> weights, ulong[][]? within, int place, ArticleSearcher searcher)
    {
        float[] best = new float[place];
        for (int i = 0; i < searcher.Segments.Length; i++)
        {
            Segment segment = searcher.Segments[i];
            float[] scores = ArrayPool<float>.Shared.Rent(segment.Articles);
            Array.Clear(scores, 0, segment.Articles);
            foreach (TermWeight weight in weights)
                weight.AddTo(scores, i, segment);
            for (int doc = 0; doc < segment.Articles; doc++)
            {
                if (scores[doc] > best[^1] && (within is null || (within[i][doc >> 6] >> doc & 1) != 0))
                    Insert(best, scores[doc]);
            }
            ArrayPool<float>.Shared.Return(scores);
        }
        return (best[0], best[^1]);
    }

    static void Insert(float[] best, float score)
    {
        int at = best.Length - 1;
        for (; at > 0 && best[at - 1] < score; at--)
            best[at] = best[at - 1];
        best[at] = score;
    }

    static ulong[] BitsWithout(Segment segment, Language[] languages)
    {
        ulong[] bits = new ulong[(segment.Articles + 63) >> 6];
        Array.Fill(bits, ulong.MaxValue);
        foreach (Language language in languages)
        {
            for (int i = 0; i < bits.Length; i++)
                bits[i] &= ~segment.Languages[language].Bits[i];
        }
        return bits;
    }

    /// <summary>The groups in one language.</summary>
    /// <param name="Groups">Those that some article has.</param>
    /// <param name="All">What all words weigh together, those too that are nothing in this language.</param>
    sealed record InLanguage(ImmutableArray<TermWeight> Groups, float All)
    {
        /// <param name="words">The words in the language.</param>
        /// <param name="told">How much words tell in the language of the query, by their keys.</param>
        /// <param name="searcher">The state of the index.</param>
        public static InLanguage Of(TranslatedWords words, Dictionary<string, float> told, ArticleSearcher searcher)
        {
            ViewStatistics view = searcher.StatisticsOf(words.Language);
            var groups = ImmutableArray.CreateBuilder<TermWeight>();
            float all = 0;
            foreach (TranslatedWord word in words.Words)
            {
                float share = (word.Literal is Unit.Run { Forms.Length: 1 } ? ShareOfCharacter : 1) * (word.Certain.IsEmpty ? ShareOfFunctionWord : 1);
                TermWeight? group = Weigh(word.Group, share, words.Language, view, searcher);
                if (group is not null && told.TryGetValue(word.Literal.Key, out float own))
                    group = group with { Value = (ShareOfOther * group.Value) + ((1 - ShareOfOther) * share * own) };
                all += group?.Value ?? (share * searcher.RarityOf(word.Literal));
                if (group is not null)
                    groups.Add(group);
            }
            return new(groups.ToImmutable(), Math.Max(all, float.Epsilon));
        }

        static TermWeight? Weigh(UnitGroup group, float share, Language language, ViewStatistics view, ArticleSearcher searcher)
        {
            double articles = 0;
            (Postings[] Postings, float Share)[] units = [.. group.Units.Select(unit => (searcher.PostingsOf(unit.Unit), unit.Share * ShareOf(unit.Unit, group)))];
            Postings[] postings = new Postings[searcher.Segments.Length];
            for (int i = 0; i < postings.Length; i++)
            {
                postings[i] = Join([.. units.Select(unit => (unit.Postings[i], unit.Share))], searcher.Segments[i], language, out double found);
                articles += found;
            }
            return articles == 0 ? null : new(View.Translated.Field, share * view.RarityOf(Math.Min(articles, view.Articles)), view.Lengths, postings, [.. searcher.Segments.Select(segment => segment.Languages[language].Bits)]);
        }
    }

    static float ShareOf(Unit unit, UnitGroup group) => unit is Unit.Run { Forms.Length: 1 } && group.Units.Length > MostAlone ? ShareBesideForms : 1;

    // The articles of one language that have a unit, and how many by the units' shares.
    static Postings Join(ImmutableArray<(Postings Postings, float Share)> units, Segment segment, Language language, out double articles)
    {
        articles = 0;
        if (units.All(unit => unit.Postings.Count == 0))
            return Postings.None;
        LanguageShare within = segment.Languages[language];
        float[] sums = ArrayPool<float>.Shared.Rent(segment.Articles);
        Array.Clear(sums, 0, segment.Articles);
        ulong[] seen = new ulong[within.Bits.Length];
        foreach ((Postings postings, float share) in units)
        {
            foreach ((int doc, float frequency) in postings)
            {
                if (!within.Has(doc))
                    continue;
                seen[doc >> 6] |= 1UL << doc;
                sums[doc] += share * frequency;
                articles += share;
            }
        }
        int[] docs = DocsOf(seen);
        float[] shares = new float[docs.Length];
        for (int i = 0; i < docs.Length; i++)
            shares[i] = sums[docs[i]];
        var joined = new SharedPostings(docs, shares);
        ArrayPool<float>.Shared.Return(sums);
        return joined;
    }

    static int[] DocsOf(ulong[] bits)
    {
        int[] docs = new int[bits.Sum(BitOperations.PopCount)];
        int count = 0;
        for (int i = 0; i < bits.Length; i++)
        {
            for (ulong left = bits[i]; left != 0; left &= left - 1)
                docs[count++] = (i << 6) + BitOperations.TrailingZeroCount(left);
        }
        return docs;
    }
}
