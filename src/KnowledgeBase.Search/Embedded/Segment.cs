using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Families;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Embedded;

/// <summary>What answering needs of a segment, in plain arrays: postings, lengths, values of facets, days, ids.</summary>
/// <remarks>Made once when the segment is opened: asking Lucene for every hit is several times slower.</remarks>
sealed class Segment
{
    readonly PostingsCache _cache;
    readonly object _key;
    readonly Dictionary<string, byte[]?> _lengths;
    readonly Dictionary<string, byte> _shortest;

    Segment(AtomicReader reader, IReadOnlyList<FacetValues> values, FamilyNumbers families, PostingsCache cache)
    {
        (_cache, _key, Articles) = (cache, reader.CoreCacheKey, reader.MaxDoc);
        Facets = [.. Facet.All.Select((facet, i) => FacetColumn.Read(reader, facet, values[i]))];
        FacetRows = new FacetRows(Facets, Articles, values[0].NumbersOfAllFacets);
        FacetTotals = TotalsOf(Facets, values[0].NumbersOfAllFacets);
        Everything = DocSet.All(Articles);
        Days = new DayColumn(Column(reader, Fields.Day, -1, value => (int)value));
        Ids = Column(reader, Fields.IdNumber, 0L, value => value);
        Families = families.Of(Column(reader, Fields.Family, (long?)null, value => value));
        int[] versions = [.. Enumerable.Range(0, Articles).Where(doc => Families[doc] >= 0)];
        Versions = versions.Length == 0 ? null : DocSet.Kept(versions, Articles);
        _lengths = View.All.Select(view => view.Field).Distinct(StringComparer.Ordinal).ToDictionary(field => field, field => LengthsOf(reader, field), StringComparer.Ordinal);
        int language = Facet.Language.Place;
        Languages = LanguageShares.Of(Facets[language], values[language], _lengths[Fields.Words], Articles);
        _shortest = _lengths.ToDictionary(field => field.Key, field => field.Value is { Length: > 0 } codes ? codes.Min() : (byte)0, StringComparer.Ordinal);
    }

    /// <summary>How many articles it has, deleted ones among them.</summary>
    public int Articles { get; }

    /// <summary>The values of each facet, in the order of <see cref="Facet.All"/>.</summary>
    public FacetColumn[] Facets { get; }

    /// <summary>The articles of each language.</summary>
    public ImmutableDictionary<Language, LanguageShare> Languages { get; }

    /// <summary>The same values article by article, for counting hits.</summary>
    public FacetRows FacetRows { get; }

    /// <summary>How many articles have each value, by its number, deleted ones among them.</summary>
    public int[] FacetTotals { get; }

    /// <summary>Every article, deleted ones among them.</summary>
    public DocSet Everything { get; }

    /// <summary>The day of each article.</summary>
    public DayColumn Days { get; }

    /// <summary>The id of each article as a number.</summary>
    public long[] Ids { get; }

    /// <summary>The story of each article, by its number; −1 for one that stands alone.</summary>
    public int[] Families { get; }

    /// <summary>The articles that are versions among several of a story; null when there are none.</summary>
    public DocSet? Versions { get; }

    /// <summary>Reads the columns of a segment.</summary>
    public static Segment Read(AtomicReader reader, IReadOnlyList<FacetValues> values, FamilyNumbers families, PostingsCache cache) => new(reader, values, families, cache);

    /// <summary>The lengths of the texts of a field, by <see cref="LengthCode"/>; null when no article has one.</summary>
    public byte[]? LengthsOf(string field) => _lengths[field];

    /// <summary>The least of the lengths of a field.</summary>
    public byte ShortestOf(string field) => _shortest[field];

    /// <summary>The articles that have a unit.</summary>
    public Postings PostingsOf(Unit unit, AtomicReader reader) => _cache.Get(_key, unit.Key, () => new PostingsReader(reader).Read(unit));

    /// <summary>The articles that have a value of a facet.</summary>
    /// <param name="facet">The place of the facet in <see cref="Facet.All"/>.</param>
    /// <param name="number">The number of the value.</param>
    public DocSet ArticlesWith(int facet, int number) =>
        _cache.Get(_key, string.Create(CultureInfo.InvariantCulture, $"facet:{number}"), () => Facets[facet].ArticlesWith(number, Articles));

    static int[] TotalsOf(FacetColumn[] facets, int numbers)
    {
        int[] totals = new int[numbers];
        foreach (FacetColumn facet in facets)
        {
            foreach (int number in facet.Numbers)
                totals[number]++;
        }
        return totals;
    }

    static byte[]? LengthsOf(AtomicReader reader, string field)
    {
        NumericDocValues? norms = reader.GetNormValues(field);
        if (norms is null)
            return null;
        byte[] lengths = new byte[reader.MaxDoc];
        for (int doc = 0; doc < lengths.Length; doc++)
            lengths[doc] = (byte)norms.Get(doc);
        return lengths;
    }

    static T[] Column<T>(AtomicReader reader, string field, T without, Func<long, T> read)
    {
        var column = new T[reader.MaxDoc];
        NumericDocValues? values = reader.GetNumericDocValues(field);
        IBits? has = reader.GetDocsWithField(field);
        for (int doc = 0; doc < column.Length; doc++)
            column[doc] = values is not null && has!.Get(doc) ? read(values.Get(doc)) : without;
        return column;
    }
}
