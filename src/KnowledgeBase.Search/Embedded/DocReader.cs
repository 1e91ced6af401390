using System.Numerics;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Reads the articles of a set in order, a few at a time, so that their numbers and scores stay near the processor.</summary>
ref struct DocReader
{
    /// <summary>How many at most come at once; a guess: numbers and scores of a batch take 8 KB.</summary>
    public const int Batch = 1024;

    /// <summary>How many ever come at once: a batch may end with a whole word of bits.</summary>
    public const int Most = Batch + 64;

    readonly ReadOnlySpan<int> _list;
    readonly ReadOnlySpan<ulong> _bits;
    readonly Span<int> _buffer;
    int _at;

    /// <param name="set">The set.</param>
    /// <param name="buffer">Room for <see cref="Most"/>.</param>
    /// <param name="from">Articles from this one on; a multiple of 64.</param>
    /// <param name="to">Up to this one, not included; a multiple of 64 or the end of the segment.</param>
    public DocReader(DocSet set, Span<int> buffer, int from, int to)
    {
        _buffer = buffer;
        if (set.List is { } list)
        {
            ReadOnlySpan<int> docs = list.AsSpan(0, set.Length);
            int start = from == 0 ? 0 : Postings.Seek(docs, 0, from);
            _list = docs[start..(to >= set.Articles ? docs.Length : Postings.Seek(docs, 0, to))];
        }
        else
        {
            _bits = set.Bits.AsSpan(0, (to + 63) >> 6);
            _at = from >> 6;
        }
    }

    public DocReader(DocSet set, Span<int> buffer) : this(set, buffer, 0, set.Articles)
    {
    }

    /// <summary>The next articles; none at the end.</summary>
    public ReadOnlySpan<int> Next()
    {
        if (_bits.IsEmpty)
        {
            ReadOnlySpan<int> some = _list.Slice(_at, Math.Min(Batch, _list.Length - _at));
            _at += some.Length;
            return some;
        }
        int count = 0;
        for (; _at < _bits.Length && count < Batch; _at++)
        {
            for (ulong left = _bits[_at]; left != 0; left &= left - 1)
                _buffer[count++] = (_at << 6) + BitOperations.TrailingZeroCount(left);
        }
        return _buffer[..count];
    }
}
