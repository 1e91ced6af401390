using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Postings of a unit that many articles have: one bit for each article of the segment, and how many are set before every fourth word of bits.</summary>
sealed class DensePostings(int count, ulong[] bits, int[] before, Frequencies frequencies) : Postings(count, frequencies)
{
    const int Words = 4;

    protected override long BytesOfDocs => (8L * bits.Length) + (4L * before.Length);

    /// <summary>True when bits take less room than numbers of two bytes.</summary>
    public static bool TakesLess(int count, int articles) => articles / 8 * 9 / 8 < count * 2L;

    public static DensePostings Of(ReadOnlySpan<int> docs, Frequencies frequencies, int articles)
    {
        ulong[] bits = new ulong[(articles + 63) >> 6];
        foreach (int doc in docs)
            bits[doc >> 6] |= 1UL << doc;
        int[] before = new int[(bits.Length / Words) + 1];
        for (int i = 0, sum = 0; i < bits.Length; sum += BitOperations.PopCount(bits[i++]))
        {
            if (i % Words == 0)
                before[i / Words] = sum;
        }
        return new(docs.Length, bits, before, frequencies);
    }

    public override int DocAt(int at, ref PostingsMark mark)
    {
        (int word, int passed) = (mark.At, mark.Before);
        for (int here = BitOperations.PopCount(bits[word]); passed + here <= at; here = BitOperations.PopCount(bits[word]))
        {
            passed += here;
            word++;
        }
        mark = new(word, passed);
        return (word << 6) + PlaceOfBit(bits[word], at - passed);
    }

    protected override void DocsFrom(int at, Span<int> docs, ref PostingsMark mark)
    {
        int doc = DocAt(at, ref mark);
        (int word, int passed) = (mark.At, mark.Before);
        ulong left = bits[word] & (ulong.MaxValue << doc);
        for (int i = 0; i < docs.Length; i++)
        {
            while (left == 0)
            {
                passed += BitOperations.PopCount(bits[word++]);
                left = bits[word];
            }
            docs[i] = (word << 6) + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
        }
        mark = new(word, passed);
    }

    public override int Find(ReadOnlySpan<int> docs, Span<int> found, Span<int> places, ref PostingsMark mark)
    {
        int count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            // Written always, kept when wanted: no branch that the processor could guess wrong.
            found[count] = i;
            count += (int)(bits[doc >> 6] >> doc & 1);
        }
        for (int i = 0; i < count; i++)
            places[i] = PlaceOf(docs[found[i]]);
        return count;
    }

    public override DocSet In(int articles, Scratch scratch) => DocSet.OfBits(bits, articles, Count);

    int PlaceOf(int doc)
    {
        int word = doc >> 6;
        int first = word & -Words;
        int place = before[word / Words] + BitOperations.PopCount(bits[word] & ((1UL << doc) - 1));
        for (int i = first; i < word; i++)
            place += BitOperations.PopCount(bits[i]);
        return place;
    }

    static int PlaceOfBit(ulong word, int number)
    {
        if (Bmi2.X64.IsSupported)
            return BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << number, word));
        for (; number > 0; number--)
            word &= word - 1;
        return BitOperations.TrailingZeroCount(word);
    }
}
