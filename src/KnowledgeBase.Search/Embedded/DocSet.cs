using System.Numerics;

namespace KnowledgeBase.Search.Embedded;

/// <summary>A set of articles of one segment: a rising list where there are few, one bit each where there are many.</summary>
sealed class DocSet
{
    // A list this many times shorter than the segment is quicker than bits.
    const int Sparse = 64;

    readonly int[]? _list;
    readonly ulong[]? _bits;

    DocSet(int articles, int[]? list, int length, ulong[]? bits) => (Articles, _list, Length, _bits) = (articles, list, length, bits);

    /// <summary>How many articles the segment has.</summary>
    public int Articles { get; }

    /// <summary>How many are in the set; for bits an upper bound.</summary>
    public int Length { get; }

    /// <summary>The list, when it is one; only the first <see cref="Length"/> count.</summary>
    public int[]? List => _list;

    public static DocSet OfList(int[] docs, int length, int articles) => new(articles, docs, length, null);

    public static DocSet OfBits(ulong[] bits, int articles, int atMost) => new(articles, null, Math.Min(articles, atMost), bits);

    /// <summary>Every article of a segment.</summary>
    public static DocSet Everything(int articles, Scratch scratch)
    {
        ulong[] bits = scratch.Bits(articles);
        bits.AsSpan(0, Words(articles)).Fill(ulong.MaxValue);
        return OfBits(Trim(bits, articles), articles, articles);
    }

    /// <summary>The articles of both sets.</summary>
    public DocSet And(DocSet other, Scratch scratch)
    {
        if (_bits is not null && other._bits is not null)
        {
            ulong[] bits = scratch.Bits(Articles);
            BitwiseAnd(_bits.AsSpan(0, Words(Articles)), other._bits, bits);
            return OfBits(bits, Articles, Math.Min(Length, other.Length));
        }
        (DocSet few, DocSet many) = _bits is not null || (other._list is not null && other.Length < Length) ? (other, this) : (this, other);
        int[] docs = scratch.Docs(few.Length);
        int count = 0;
        int at = 0;
        foreach (int doc in few._list.AsSpan(0, few.Length))
        {
            if (many._bits is { } set ? (set[doc >> 6] >> doc & 1) != 0 : IsAt(many._list.AsSpan(0, many.Length), ref at, doc))
                docs[count++] = doc;
        }
        return OfList(docs, count, Articles);
    }

    /// <summary>The articles of this set that are not in the other.</summary>
    public DocSet Except(DocSet other, Scratch scratch) => And(other.Complement(scratch), scratch);

    /// <summary>The articles that are not in this set.</summary>
    public DocSet Complement(Scratch scratch)
    {
        ulong[] bits = scratch.Bits(Articles);
        AddTo(bits);
        Span<ulong> words = bits.AsSpan(0, Words(Articles));
        for (int i = 0; i < words.Length; i++)
            words[i] = ~words[i];
        return OfBits(Trim(bits, Articles), Articles, Articles);
    }

    /// <summary>The articles of any of the sets.</summary>
    public static DocSet Or(IReadOnlyList<DocSet> sets, int articles, Scratch scratch)
    {
        if (sets.Count == 0)
            return OfList([], 0, articles);
        if (sets.Count == 1)
            return sets[0];
        int atMost = (int)Math.Min(articles, sets.Sum(set => (long)set.Length));
        if (atMost * Sparse < articles && sets.All(set => set._list is not null))
            return Merge(sets, atMost, articles, scratch);
        ulong[] bits = scratch.Bits(articles);
        foreach (DocSet set in sets)
            set.AddTo(bits);
        return OfBits(bits, articles, atMost);
    }

    /// <summary>How many articles are in the set.</summary>
    public int Count()
    {
        if (_list is not null)
            return Length;
        int count = 0;
        foreach (ulong word in _bits.AsSpan(0, Words(Articles)))
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Writes the articles of a window into a buffer, in order.</summary>
    /// <param name="from">The window's first article; a multiple of 64.</param>
    /// <param name="to">The first after the window.</param>
    /// <param name="buffer">Where they go.</param>
    /// <param name="at">The place in the list, kept from window to window.</param>
    public int Read(int from, int to, int[] buffer, ref int at)
    {
        int count = 0;
        if (_list is not null)
        {
            for (; at < Length && _list[at] < to; at++)
                buffer[count++] = _list[at];
            return count;
        }
        for (int word = from >> 6; word < (to + 63) >> 6; word++)
        {
            for (ulong left = _bits![word]; left != 0; left &= left - 1)
                buffer[count++] = (word << 6) + BitOperations.TrailingZeroCount(left);
        }
        return count;
    }

    void AddTo(ulong[] bits)
    {
        if (_bits is not null)
        {
            for (int i = Words(Articles) - 1; i >= 0; i--)
                bits[i] |= _bits[i];
            return;
        }
        foreach (int doc in _list.AsSpan(0, Length))
            bits[doc >> 6] |= 1UL << doc;
    }

    static DocSet Merge(IReadOnlyList<DocSet> sets, int atMost, int articles, Scratch scratch)
    {
        int[] docs = scratch.Docs(atMost);
        int count = 0;
        foreach (DocSet set in sets)
        {
            set._list.AsSpan(0, set.Length).CopyTo(docs.AsSpan(count));
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

    static bool IsAt(ReadOnlySpan<int> docs, ref int at, int doc)
    {
        if (at < docs.Length && docs[at] < doc)
            at = Postings.Seek(docs, at, doc);
        return at < docs.Length && docs[at] == doc;
    }

    static void BitwiseAnd(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> both)
    {
        for (int i = 0; i < left.Length; i++)
            both[i] = left[i] & right[i];
    }

    static int Words(int articles) => (articles + 63) >> 6;

    static ulong[] Trim(ulong[] bits, int articles)
    {
        if ((articles & 63) != 0)
            bits[articles >> 6] &= (1UL << articles) - 1;
        return bits;
    }
}
