using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The values of one facet in one segment: those of article d are <c>Numbers[Starts[d]..Starts[d + 1]]</c>; where every article has exactly one, there are no starts.</summary>
/// <param name="Starts">Where the values of each article begin; null where article d has the value <c>Numbers[d]</c> alone.</param>
/// <param name="Numbers">Numbers of values.</param>
readonly record struct FacetColumn(int[]? Starts, int[] Numbers)
{
    /// <summary>The values of an article.</summary>
    public ReadOnlySpan<int> Of(int doc) => Starts is null ? Numbers.AsSpan(doc, 1) : Numbers.AsSpan(Starts[doc], Starts[doc + 1] - Starts[doc]);

    /// <summary>Counts the values of articles.</summary>
    public void Count(ReadOnlySpan<int> docs, int[] counts, int step)
    {
        foreach (int doc in docs)
        {
            foreach (int number in Of(doc))
                counts[number] += step;
        }
    }

    /// <summary>The articles that have a value.</summary>
    /// <param name="number">The number of the value.</param>
    /// <param name="articles">How many articles the segment has.</param>
    public DocSet ArticlesWith(int number, int articles)
    {
        List<int> docs = [];
        int doc = 0;
        for (int at = Next(0, number); at >= 0; at = Next(at + 1, number))
        {
            doc = Starts is null ? at : Postings.Seek(Starts, doc, at + 1) - 1;
            docs.Add(doc);
        }
        return DocSet.Kept(docs, articles);
    }

    /// <summary>The number of each value of a facet in a segment, by its ordinal there; null when no article has one.</summary>
    public static int[]? NumbersOf(AtomicReader segment, Facet facet, FacetValues values)
    {
        SortedSetDocValues? column = segment.GetSortedSetDocValues(Fields.Of(facet));
        if (column is null)
            return null;
        int[] numbers = new int[column.ValueCount];
        var value = new BytesRef();
        for (int ordinal = 0; ordinal < numbers.Length; ordinal++)
        {
            column.LookupOrd(ordinal, value);
            numbers[ordinal] = values.NumberOf(value.Utf8ToString());
        }
        return numbers;
    }

    /// <summary>Reads the column of a facet.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="facet">The facet.</param>
    /// <param name="numbers">The numbers of its values, by <see cref="NumbersOf"/>.</param>
    public static FacetColumn Read(AtomicReader segment, Facet facet, int[]? numbers)
    {
        int[] starts = new int[segment.MaxDoc + 1];
        if (numbers is null)
            return new(starts, []);
        SortedSetDocValues column = segment.GetSortedSetDocValues(Fields.Of(facet));
        List<int> all = new(segment.MaxDoc);
        bool isSingle = true;
        for (int doc = 0; doc < segment.MaxDoc; doc++)
        {
            column.SetDocument(doc);
            for (long ordinal = column.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = column.NextOrd())
                all.Add(numbers[ordinal]);
            starts[doc + 1] = all.Count;
            isSingle &= all.Count == doc + 1;
        }
        return new(isSingle ? null : starts, [.. all]);
    }

    int Next(int from, int number) => Numbers.AsSpan(from).IndexOf(number) is var found && found < 0 ? -1 : from + found;
}
