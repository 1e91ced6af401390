using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Families;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Embedded;

/// <summary>What answering needs of a segment, in plain arrays: lengths, values of facets, days, ids.</summary>
/// <remarks>Made once when the segment is opened: asking Lucene for every hit is several times slower.</remarks>
sealed class Segment
{
    readonly Dictionary<string, byte[]?> _lengths;
    readonly Dictionary<string, byte> _shortest;

    Segment(AtomicReader reader, int[]?[] numbers, IReadOnlyList<FacetValues> values, FamilyNumbers families)
    {
        Articles = reader.MaxDoc;
        Facets = [.. Facet.All.Select((facet, i) => FacetColumn.Read(reader, facet, numbers[i]))];
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

    /// <summary>Stands for the segment where something is remembered of it, without holding its columns.</summary>
    public object Key { get; } = new();

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
    /// <param name="reader">The segment.</param>
    /// <param name="numbers">For each facet the numbers of its values, by <see cref="FacetColumn.NumbersOf"/>.</param>
    /// <param name="values">The values of each facet.</param>
    /// <param name="families">The numbers of stories.</param>
    public static Segment Read(AtomicReader reader, int[]?[] numbers, IReadOnlyList<FacetValues> values, FamilyNumbers families) => new(reader, numbers, values, families);

    /// <summary>The lengths of the texts of a field, by <see cref="LengthCode"/>; null when no article has one.</summary>
    public byte[]? LengthsOf(string field) => _lengths[field];

    /// <summary>The least of the lengths of a field.</summary>
    public byte ShortestOf(string field) => _shortest[field];

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
