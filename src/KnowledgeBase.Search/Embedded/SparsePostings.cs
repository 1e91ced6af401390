namespace KnowledgeBase.Search.Embedded;

/// <summary>Postings of a unit that few articles have: the lower halves of their numbers, and where the numbers with each upper half end.</summary>
sealed class SparsePostings(ushort[] halves, int[] ends, Frequencies frequencies) : Postings(halves.Length, frequencies)
{
    // Lists of more different lengths are walked by leaps, others step by step.
    const int Leap = 8;

    protected override long BytesOfDocs => (2L * halves.Length) + (4L * ends.Length);

    public static SparsePostings Of(ReadOnlySpan<int> docs, Frequencies frequencies)
    {
        ushort[] halves = new ushort[docs.Length];
        int[] ends = new int[(docs[^1] >> 16) + 1];
        for (int i = 0; i < docs.Length; i++)
        {
            halves[i] = (ushort)docs[i];
            ends[docs[i] >> 16] = i + 1;
        }
        for (int upper = 1; upper < ends.Length; upper++)
            ends[upper] = Math.Max(ends[upper], ends[upper - 1]);
        return new(halves, ends, frequencies);
    }

    public override int DocAt(int at, ref PostingsMark mark)
    {
        int upper = mark.At;
        while (ends[upper] <= at)
            upper++;
        mark = new(upper, 0);
        return (upper << 16) | halves[at];
    }

    protected override void DocsFrom(int at, Span<int> docs, ref PostingsMark mark)
    {
        int upper = mark.At;
        for (int i = 0; i < docs.Length; i++)
        {
            while (ends[upper] <= at + i)
                upper++;
            docs[i] = (upper << 16) | halves[at + i];
        }
        mark = new(upper, 0);
    }

    public override int Find(ReadOnlySpan<int> docs, Span<int> found, Span<int> places, ref PostingsMark mark)
    {
        int count = 0;
        int at = mark.At;
        for (int i = 0; i < docs.Length;)
        {
            int upper = docs[i] >> 16;
            if (upper >= ends.Length)
                break;
            int length = docs[^1] >> 16 == upper ? docs.Length - i : Seek(docs[i..], 0, (upper + 1) << 16);
            ReadOnlySpan<ushort> own = halves.AsSpan(0, ends[upper]);
            at = Math.Max(at, upper == 0 ? 0 : ends[upper - 1]);
            at = length * Leap < own.Length - at
                ? FindLeaping(docs.Slice(i, length), i, own, at, found, places, ref count)
                : FindWalking(docs.Slice(i, length), i, own, at, found, places, ref count);
            i += length;
        }
        mark = new(at, 0);
        return count;
    }

    public override DocSet In(int articles, Scratch scratch)
    {
        int[] docs = scratch.Docs(Count);
        for (int upper = 0, at = 0; upper < ends.Length; upper++)
        {
            int first = upper << 16;
            for (; at < ends[upper]; at++)
                docs[at] = first | halves[at];
        }
        return DocSet.OfList(docs, Count, articles);
    }

    static int FindLeaping(ReadOnlySpan<int> docs, int first, ReadOnlySpan<ushort> own, int at, Span<int> found, Span<int> places, ref int count)
    {
        for (int i = 0; i < docs.Length && at < own.Length; i++)
        {
            ushort half = (ushort)docs[i];
            if (own[at] < half)
                at = Seek(own, at, half);
            if (at < own.Length && own[at] == half)
                (found[count], places[count++]) = (first + i, at);
        }
        return at;
    }

    static int FindWalking(ReadOnlySpan<int> docs, int first, ReadOnlySpan<ushort> own, int at, Span<int> found, Span<int> places, ref int count)
    {
        int number = count;
        for (int i = 0; i < docs.Length && at < own.Length;)
        {
            ushort half = (ushort)docs[i];
            ushort other = own[at];
            // Written always, kept when equal: no branch that the processor could guess wrong.
            (found[number], places[number]) = (first + i, at);
            number += half == other ? 1 : 0;
            i += half <= other ? 1 : 0;
            at += other <= half ? 1 : 0;
        }
        count = number;
        return at;
    }
}
