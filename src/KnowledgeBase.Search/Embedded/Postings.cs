using System.Buffers;
using System.Runtime.CompilerServices;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The articles of a segment that have a unit, in order, and how often each has it. Deleted articles are among them.</summary>
/// <param name="count">How many articles.</param>
/// <param name="frequencies">How often each has it.</param>
abstract class Postings(int count, Frequencies frequencies) : IMeasured
{
    /// <summary>None.</summary>
    public static Postings None { get; } = new SparsePostings([], [0], Frequencies.Of([]));

    /// <summary>How many articles.</summary>
    public int Count => count;

    /// <inheritdoc/>
    /// <remarks>The constant is for the objects and the heads of their arrays.</remarks>
    public long Bytes => count == 0 ? 0 : 152 + frequencies.Bytes + BytesOfDocs;

    /// <summary>Room the numbers of the articles take, in bytes.</summary>
    protected abstract long BytesOfDocs { get; }

    /// <summary>How often the articles at places have the unit.</summary>
    /// <param name="places">The places.</param>
    /// <param name="often">Room for a frequency of each.</param>
    public virtual void FrequenciesAt(ReadOnlySpan<int> places, Span<float> often) => frequencies.CopyTo(places, often);

    /// <summary>The first place from one on whose article has the unit so often; −1 when there is none.</summary>
    public int NextOfFrequency(int from, int least) => frequencies.Next(from, least);

    /// <summary>True when frequencies are counts; false when shares of several units are summed up in them.</summary>
    public virtual bool HasCounts => true;

    /// <summary>The number of the article at a place.</summary>
    /// <param name="at">The place; places must be asked for in order.</param>
    /// <param name="mark">Where the one before was; fresh at the beginning.</param>
    public abstract int DocAt(int at, ref PostingsMark mark);

    /// <summary>The numbers of the articles from a place on.</summary>
    /// <param name="at">The first place; places must be asked for in order.</param>
    /// <param name="docs">Room for as many as are wanted; there must be so many.</param>
    /// <param name="mark">Where the walk before ended; fresh at the beginning.</param>
    protected abstract void DocsFrom(int at, Span<int> docs, ref PostingsMark mark);

    /// <summary>Those of the asked articles that have the unit.</summary>
    /// <param name="docs">Articles, rising; at most as many as the results have room for.</param>
    /// <param name="found">Their places in <paramref name="docs"/>.</param>
    /// <param name="places">Their places here.</param>
    /// <param name="mark">Where the search before ended; fresh at the beginning.</param>
    /// <returns>How many were found.</returns>
    public abstract int Find(ReadOnlySpan<int> docs, Span<int> found, Span<int> places, ref PostingsMark mark);

    /// <summary>The articles as a set.</summary>
    /// <param name="articles">How many articles the segment has.</param>
    /// <param name="scratch">Where the set is kept: it may end with it.</param>
    public abstract DocSet In(int articles, Scratch scratch);

    /// <summary>True when an article has the unit.</summary>
    public bool Has(int doc)
    {
        var mark = default(PostingsMark);
        return Find([doc], stackalloc int[1], stackalloc int[1], ref mark) > 0;
    }

    /// <summary>The articles one after the other.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The place of the first number at or after one, not before a place.</summary>
    public static int Seek<T>(ReadOnlySpan<T> numbers, int from, T number)
        where T : struct, IComparable<T>
    {
        int step = 1;
        int low = from;
        while (low + step < numbers.Length && numbers[low + step].CompareTo(number) < 0)
        {
            low += step;
            step <<= 1;
        }
        int high = Math.Min(numbers.Length, low + step + 1);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (numbers[middle].CompareTo(number) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Walks through postings, 64 at a time: each of them is not asked for by itself.</summary>
    public struct Enumerator(Postings postings)
    {
        Some<int> _docs;
        Some<float> _frequencies;
        PostingsMark _mark;
        int _first;
        int _read;
        int _next;

        /// <summary>The number of an article, and how often it has the unit.</summary>
        public readonly (int Doc, float Frequency) Current => (_docs[_next - 1], _frequencies[_next - 1]);

        public bool MoveNext()
        {
            if (_next == _read && !Read())
                return false;
            _next++;
            return true;
        }

        bool Read()
        {
            _first += _read;
            (_next, _read) = (0, Math.Min(Some<int>.Length, postings.Count - _first));
            if (_read <= 0)
                return false;
            Span<int> places = stackalloc int[Some<int>.Length];
            for (int i = 0; i < _read; i++)
                places[i] = _first + i;
            postings.DocsFrom(_first, ((Span<int>)_docs)[.._read], ref _mark);
            postings.FrequenciesAt(places[.._read], _frequencies);
            return true;
        }
    }

    [InlineArray(Length)]
    struct Some<T>
    {
        public const int Length = 64;

        T _first;
    }
}

/// <summary>How far a walk through postings has come.</summary>
/// <param name="At">The next place, or the next stretch of them.</param>
/// <param name="Before">How many places lie before that stretch.</param>
readonly record struct PostingsMark(int At, int Before);

/// <summary>Collects postings one after the other.</summary>
/// <param name="articles">How many articles the segment has.</param>
/// <param name="expected">How many are expected.</param>
sealed class PostingsBuilder(int articles, int expected)
{
    int[] _docs = ArrayPool<int>.Shared.Rent(Math.Max(4, expected));
    byte[] _frequencies = ArrayPool<byte>.Shared.Rent(Math.Max(4, expected));
    int _count;

    /// <summary>Adds an article; numbers rise.</summary>
    public void Add(int doc, int frequency)
    {
        if (_count == Math.Min(_docs.Length, _frequencies.Length))
        {
            _docs = Larger(_docs);
            _frequencies = Larger(_frequencies);
        }
        _docs[_count] = doc;
        _frequencies[_count++] = (byte)Math.Min(255, frequency);
    }

    /// <summary>The postings, in the form that takes less room. Nothing can be added afterwards.</summary>
    public Postings ToPostings()
    {
        ReadOnlySpan<int> docs = _docs.AsSpan(0, _count);
        var frequencies = Frequencies.Of(_frequencies.AsSpan(0, _count));
        Postings postings = _count == 0 ? Postings.None
            : DensePostings.TakesLess(_count, articles) ? DensePostings.Of(docs, frequencies, articles)
            : SparsePostings.Of(docs, frequencies);
        ArrayPool<int>.Shared.Return(_docs);
        ArrayPool<byte>.Shared.Return(_frequencies);
        (_docs, _frequencies, _count) = ([], [], 0);
        return postings;
    }

    static T[] Larger<T>(T[] array)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(array);
        return larger;
    }
}
