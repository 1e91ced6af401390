using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Families;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search.Embedded;

/// <summary>One state of the index, as of one commit.</summary>
sealed class ArticleSearcher : IndexSearcher
{
    readonly AtomicReader[] _readers;
    readonly object[] _keys;
    readonly PostingsCache _postings;
    readonly DocSet?[] _live;
    readonly Dictionary<View, ViewStatistics> _statistics;
    readonly Dictionary<Language, ViewStatistics> _translated;

    public ArticleSearcher(DirectoryReader reader, Segment[] segments, PostingsCache postings) : base(reader)
    {
        (Segments, _keys, _postings) = (segments, [.. segments.Select(segment => segment.Key)], postings);
        _readers = [.. reader.Leaves.Select(leaf => leaf.AtomicReader)];
        _live = [.. _readers.Select(LivingOf)];
        // Views that share a field share its figures: those of words ask for every stop word in every segment.
        Dictionary<string, (long Articles, long Terms)> fields = View.All.Select(view => view.Field).Distinct(StringComparer.Ordinal).ToDictionary(field => field, FiguresOf, StringComparer.Ordinal);
        _statistics = View.All.ToDictionary(view => view, view => ViewStatistics.Of(view, fields[view.Field].Articles, fields[view.Field].Terms));
        double average = LengthsOf(Language.All).Average;
        _translated = Language.All.ToDictionary(language => language, language => TranslatedStatisticsOf(language, average));
        Stamp = CommitStamp.Read(reader.IndexCommit.UserData);
    }

    /// <summary>The columns of each segment, in the order of the segments.</summary>
    public Segment[] Segments { get; }

    /// <summary>What the commit says of itself.</summary>
    public CommitStamp Stamp { get; }

    /// <summary>Lucene's reader of a segment.</summary>
    public AtomicReader ReaderOf(int segment) => _readers[segment];

    /// <summary>The articles of a segment that were not deleted; null when none was.</summary>
    public DocSet? LiveIn(int segment) => _live[segment];

    /// <summary>For each segment the articles that match; none that was deleted.</summary>
    public DocSet[] Find(Match match, IReadOnlyList<FacetValues> values, Scratch scratch)
    {
        DocSet[] found = new Matching(this, values, scratch).Of(match);
        for (int i = 0; i < found.Length; i++)
            found[i] = LiveIn(i) is { } live ? found[i].And(live, scratch) : found[i];
        return found;
    }

    /// <summary>For each segment the articles that have a unit.</summary>
    public Postings[] PostingsOf(Unit unit) =>
        _postings.Find<Postings>(unit.Key, _keys) ?? _postings.Read(unit.Key, _keys, segment => new PostingsReader(_readers[segment]).Read(unit));

    /// <summary>The articles of a segment that have a unit.</summary>
    public Postings PostingsOf(Unit unit, int segment) => PostingsOf(unit)[segment];

    /// <summary>For each segment the articles that have a value of a facet.</summary>
    /// <param name="facet">The place of the facet in <see cref="Facet.All"/>.</param>
    /// <param name="number">The number of the value.</param>
    public DocSet[] ArticlesWith(int facet, int number)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"facet:{number}");
        return _postings.Find<DocSet>(name, _keys) ?? _postings.Read(name, _keys, segment => Segments[segment].Facets[facet].ArticlesWith(number, Segments[segment].Articles));
    }

    /// <summary>True when an article in a language has a unit.</summary>
    public bool Has(Unit unit, Language language)
    {
        Postings[] postings = PostingsOf(unit);
        for (int i = 0; i < postings.Length; i++)
        {
            LanguageShare within = Segments[i].Languages[language];
            foreach ((int doc, _) in postings[i])
            {
                if (within.Has(doc))
                    return true;
            }
        }
        return false;
    }

    /// <summary>How many articles have a unit, deleted ones among them.</summary>
    public int CountOf(Unit unit) => PostingsOf(unit).Sum(postings => postings.Count);

    /// <summary>How much a unit tells: the rarer the more; nothing when no article has it.</summary>
    public float RarityOf(Unit unit) => RarityOf(UnitGroup.Of(unit));

    /// <summary>How much units tell that stand for one another, as if they were one.</summary>
    public float RarityOf(UnitGroup group)
    {
        double count = Math.Min(IndexReader.MaxDoc, group.Units.Sum(unit => unit.Share * (double)CountOf(unit.Unit)));
        return count > 0 ? Rarity.Of(count, IndexReader.MaxDoc) : 0;
    }

    /// <summary>How long texts in a language are for words in translation. The average is the geometric mean of the language's own and that of all: languages are compared with one another, and each cuts its words in its own way.</summary>
    /// <remarks>
    /// Beside half of a word's own rarity (<see cref="TranslatedWeights"/>), with its own average alone, headlines in other languages lost .006 of MRR@10, and a quarter of the questions in another language won .007;
    /// with that of all languages headlines won about .003, and those questions lost about .03.
    /// </remarks>
    public ViewStatistics StatisticsOf(Language language) => _translated[language];

    ViewStatistics TranslatedStatisticsOf(Language language, double averageOfAll)
    {
        (long articles, double average) = LengthsOf([language]);
        return ViewStatistics.Of(View.Translated, articles, articles * Math.Sqrt(average * averageOfAll));
    }

    (long Articles, double Average) LengthsOf(IReadOnlyCollection<Language> languages)
    {
        LanguageShare[] shares = [.. Segments.SelectMany(segment => languages.Select(language => segment.Languages[language]))];
        long articles = shares.Sum(share => (long)share.Articles);
        return (articles, shares.Sum(share => share.Words) / Math.Max(1, articles));
    }

    /// <summary>How long the texts of a view are.</summary>
    public ViewStatistics StatisticsOf(View view) => _statistics[view];

    static DocSet? LivingOf(AtomicReader reader)
    {
        if (reader.LiveDocs is not { } live)
            return null;
        ulong[] bits = new ulong[(reader.MaxDoc + 63) >> 6];
        for (int doc = 0; doc < reader.MaxDoc; doc++)
            bits[doc >> 6] |= (live.Get(doc) ? 1UL : 0) << doc;
        return DocSet.OfBits(bits, reader.MaxDoc, reader.NumDocs);
    }

    // How many articles have a field, and how many terms they have there, stop words left out.
    (long Articles, long Terms) FiguresOf(string field)
    {
        Terms[] terms = [.. _readers.Select(reader => reader.GetTerms(field)).OfType<Terms>()];
        long stopWords = field == Fields.Words ? StopWords.All.Sum(word => IndexReader.TotalTermFreq(new Term(field, word))) : 0;
        return (terms.Sum(each => (long)each.DocCount), terms.Sum(each => each.SumTotalTermFreq) - stopWords);
    }
}

/// <summary>Makes a searcher of every new state; columns of segments that were there before are kept.</summary>
sealed class ArticleSearcherFactory(SearchOptions options) : SearcherFactory
{
    readonly ConditionalWeakTable<object, Segment> _segments = [];
    readonly FamilyNumbers _families = new();
    readonly PostingsCache _postings = new((long)options.CacheMegabytes << 20);

    /// <summary>The values of each facet, in the order of <see cref="Facet.All"/>.</summary>
    public IReadOnlyList<FacetValues> Values { get; } = FacetValues.ForEveryFacet();

    public override IndexSearcher NewSearcher(IndexReader reader)
    {
        AtomicReader[] readers = [.. reader.Leaves.Select(leaf => leaf.AtomicReader)];
        // In turn, so that the numbers of a facet follow one another; the columns then at once, on all processors.
        int[]?[]?[] numbers = [.. readers.Select(segment => _segments.TryGetValue(segment.CoreCacheKey, out _) ? null : NumbersIn(segment))];
        var segments = new Segment[readers.Length];
        try
        {
            Parallel.For(0, readers.Length, i => segments[i] = SegmentOf(readers[i], numbers[i]));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return new ArticleSearcher((DirectoryReader)reader, segments, _postings);
    }

    int[]?[] NumbersIn(AtomicReader reader) => [.. Facet.All.Select((facet, i) => FacetColumn.NumbersOf(reader, facet, Values[i]))];

    Segment SegmentOf(AtomicReader reader, int[]?[]? numbers) => _segments.GetValue(
        reader.CoreCacheKey,
        key =>
        {
            var columns = Segment.Read(reader, numbers ?? NumbersIn(reader), Values, _families);
            if (reader is SegmentReader segment)
                segment.AddCoreDisposedListener(new Forgetting(_postings, columns.Key));
            return columns;
        });

    sealed class Forgetting(PostingsCache postings, object key) : SegmentReader.ICoreDisposedListener
    {
        public void OnDispose(object ownerCoreCacheKey) => postings.Forget(key);
    }
}

/// <summary>What a commit says of itself.</summary>
/// <param name="Revision">The revision of the ledger it holds.</param>
/// <param name="Fingerprint">The way its terms and values were made.</param>
readonly record struct CommitStamp(long Revision, string Fingerprint)
{
    public static CommitStamp Read(IDictionary<string, string> data) => new(
        data.TryGetValue("revision", out string? revision) ? long.Parse(revision, CultureInfo.InvariantCulture) : 0,
        data.TryGetValue("fingerprint", out string? fingerprint) ? fingerprint : "");

    public Dictionary<string, string> Write() => new()
    {
        ["revision"] = Revision.ToString(CultureInfo.InvariantCulture),
        ["fingerprint"] = Fingerprint,
    };
}
