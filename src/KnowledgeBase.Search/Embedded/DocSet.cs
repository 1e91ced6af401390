using System.Numerics;

namespace KnowledgeBase.Search.Embedded;

/// <summary>A set of articles of one segment: a rising list where there are few, one bit each where there are many.</summary>
sealed class DocSet : IMeasured
{
    /// <summary>A list this many times shorter than the segment takes less room than bits.</summary>
    public const int Sparse = 64;

    // Lists of more different lengths are walked by leaps, others step by step.
    const int Leap = 16;

    DocSet(int articles, int[]? list, int length, ulong[] bits) => (Articles, List, Length, Bits) = (articles, list, length, bits);

    /// <summary>How many articles the segment has.</summary>
    public int Articles { get; }

    /// <summary>How many are in the set; for bits an upper bound.</summary>
    public int Length { get; }

    /// <summary>The list, when it is one; only the first <see cref="Length"/> count.</summary>
    public int[]? List { get; }

    /// <summary>The bits, when it is no list.</summary>
    public ulong[] Bits { get; }

    /// <summary>True for the set of every article of the segment: nothing needs to be looked at to know what is in it.</summary>
    public bool IsEverything { get; private init; }

    /// <inheritdoc/>
    public long Bytes => 160 + (4L * (List?.Length ?? 0)) + (8L * Bits.Length);

    public static DocSet OfList(int[] docs, int length, int articles) => new(articles, docs, length, []);

    public static DocSet OfBits(ulong[] bits, int articles, int atMost) => new(articles, null, Math.Min(articles, atMost), bits);

    /// <summary>Every article of a segment.</summary>
    public static DocSet All(int articles)
    {
        ulong[] bits = new ulong[Words(articles)];
        bits.AsSpan().Fill(ulong.MaxValue);
        return new(articles, null, articles, Trim(bits, articles)) { IsEverything = true };
    }

    /// <summary>A set to be kept for later queries, in the form that takes less room.</summary>
    public static DocSet Kept(IReadOnlyCollection<int> docs, int articles)
    {
        if (docs.Count < articles / Sparse)
            return OfList([.. docs], docs.Count, articles);
        ulong[] bits = new ulong[Words(articles)];
        foreach (int doc in docs)
            bits[doc >> 6] |= 1UL << doc;
        return OfBits(bits, articles, docs.Count);
    }

    /// <summary>How many articles are in the set.</summary>
    public int Count()
    {
        if (List is not null || IsEverything)
            return Length;
        int count = 0;
        foreach (ulong word in Bits.AsSpan(0, Words(Articles)))
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The articles of both sets.</summary>
    public DocSet And(DocSet other, Scratch scratch)
    {
        if (IsEverything || other.IsEverything)
            return IsEverything ? other : this;
        if (List is null && other.List is null)
        {
            ulong[] bits = scratch.Bits(Articles);
            Combine(Bits, other.Bits, bits, Words(Articles), except: false);
            return OfBits(bits, Articles, Math.Min(Length, other.Length));
        }
        (DocSet few, DocSet many) = List is null || (other.List is not null && other.Length < Length) ? (other, this) : (this, other);
        int[] docs = scratch.Docs(few.Length);
        int count = many.List is null ? Test(few, many.Bits, docs, wanted: 1)
            : many.Length < few.Length * Leap ? Walk(few.Docs, many.Docs, docs) : Leaping(few.Docs, many.Docs, docs);
        return OfList(docs, count, Articles);
    }

    /// <summary>The articles of this set that are not in the other.</summary>
    public DocSet Except(DocSet other, Scratch scratch)
    {
        if (other.Length == 0)
            return this;
        ulong[] others = other.List is null ? other.Bits : other.AddTo(scratch.Bits(Articles));
        if (List is not null)
        {
            int[] docs = scratch.Docs(Length);
            return OfList(docs, Test(this, others, docs, wanted: 0), Articles);
        }
        ulong[] bits = scratch.Bits(Articles);
        Combine(Bits, others, bits, Words(Articles), except: true);
        return OfBits(bits, Articles, Length);
    }

    /// <summary>The articles of any of the sets.</summary>
    public static DocSet Or(IReadOnlyList<DocSet> sets, int articles, Scratch scratch)
    {
        if (sets.Count == 0)
            return OfList([], 0, articles);
        if (sets.Count == 1)
            return sets[0];
        int atMost = (int)Math.Min(articles, sets.Sum(set => (long)set.Length));
        if (atMost * Sparse < articles && sets.All(set => set.List is not null))
            return Merge(sets, atMost, articles, scratch);
        ulong[] bits = scratch.Bits(articles);
        foreach (DocSet set in sets)
            set.AddTo(bits);
        return OfBits(bits, articles, atMost);
    }

    /// <summary>Clears what lies beyond the last article.</summary>
    public static ulong[] Trim(ulong[] bits, int articles)
    {
        if ((articles & 63) != 0)
            bits[articles >> 6] &= (1UL << articles) - 1;
        return bits;
    }

    ReadOnlySpan<int> Docs => List.AsSpan(0, Length);

    static int Test(DocSet few, ulong[] bits, int[] docs, uint wanted)
    {
        int count = 0;
        foreach (int doc in few.Docs)
        {
            // Written always, kept when wanted: no branch that the processor could guess wrong.
            docs[count] = doc;
            count += (uint)(bits[doc >> 6] >> doc & 1) == wanted ? 1 : 0;
        }
        return count;
    }

    static int Walk(ReadOnlySpan<int> few, ReadOnlySpan<int> many, int[] docs)
    {
        int count = 0;
        int at = 0;
        for (int i = 0; i < few.Length && at < many.Length;)
        {
            int left = few[i];
            int right = many[at];
            docs[count] = left;
            count += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            at += right <= left ? 1 : 0;
        }
        return count;
    }

    static int Leaping(ReadOnlySpan<int> few, ReadOnlySpan<int> many, int[] docs)
    {
        int count = 0;
        int at = 0;
        foreach (int doc in few)
        {
            if (at < many.Length && many[at] < doc)
                at = Postings.Seek(many, at, doc);
            if (at == many.Length)
                break;
            if (many[at] == doc)
                docs[count++] = doc;
        }
        return count;
    }

    static void Combine(ulong[] left, ulong[] right, ulong[] result, int words, bool except)
    {
        int i = 0;
        for (; i + Vector<ulong>.Count <= words; i += Vector<ulong>.Count)
        {
            var others = new Vector<ulong>(right, i);
            (new Vector<ulong>(left, i) & (except ? ~others : others)).CopyTo(result, i);
        }
        for (; i < words; i++)
            result[i] = left[i] & (except ? ~right[i] : right[i]);
    }

    ulong[] AddTo(ulong[] bits)
    {
        if (List is null)
        {
            for (int i = Words(Articles) - 1; i >= 0; i--)
                bits[i] |= Bits[i];
            return bits;
        }
        foreach (int doc in Docs)
            bits[doc >> 6] |= 1UL << doc;
        return bits;
    }

    static DocSet Merge(IReadOnlyList<DocSet> sets, int atMost, int articles, Scratch scratch)
    {
        int[] docs = scratch.Docs(atMost);
        int count = 0;
        foreach (DocSet set in sets)
        {
            set.Docs.CopyTo(docs.AsSpan(count));
            count += set.Length;
        }
        Span<int> all = docs.AsSpan(0, count);
        all.Sort();
        int kept = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
                docs[kept++] = all[i];
        }
        return OfList(docs, kept, articles);
    }

    static int Words(int articles) => (articles + 63) >> 6;
}
