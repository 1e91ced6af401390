using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The values of one facet in one segment: those of article d are <c>Numbers[Starts[d]..Starts[d + 1]]</c>.</summary>
/// <param name="Starts">Where the values of each article begin.</param>
/// <param name="Numbers">Numbers of values.</param>
readonly record struct FacetColumn(int[] Starts, int[] Numbers)
{
    /// <summary>The values of an article.</summary>
    public ReadOnlySpan<int> Of(int doc) => Numbers.AsSpan(Starts[doc], Starts[doc + 1] - Starts[doc]);

    public static FacetColumn Read(AtomicReader segment, Facet facet, FacetValues values)
    {
        int[] starts = new int[segment.MaxDoc + 1];
        SortedSetDocValues? column = segment.GetSortedSetDocValues(Fields.Of(facet));
        if (column is null)
            return new(starts, []);
        int[] numbers = NumbersOf(column, values);
        List<int> all = new(segment.MaxDoc);
        for (int doc = 0; doc < segment.MaxDoc; doc++)
        {
            column.SetDocument(doc);
            for (long ordinal = column.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = column.NextOrd())
                all.Add(numbers[ordinal]);
            starts[doc + 1] = all.Count;
        }
        return new(starts, [.. all]);
    }

    static int[] NumbersOf(SortedSetDocValues column, FacetValues values)
    {
        int[] numbers = new int[column.ValueCount];
        var value = new BytesRef();
        for (int ordinal = 0; ordinal < numbers.Length; ordinal++)
        {
            column.LookupOrd(ordinal, value);
            numbers[ordinal] = values.NumberOf(value.Utf8ToString());
        }
        return numbers;
    }
}
