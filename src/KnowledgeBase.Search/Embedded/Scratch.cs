using System.Buffers;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Arrays for the time of one query. They go back to the pool at its end: before, the runtime itself, garbage collection above all, took a sixth of the time.</summary>
sealed class Scratch : IDisposable
{
    readonly List<ulong[]> _bits = [];
    readonly List<int[]> _docs = [];
    readonly List<float[]> _sums = [];
    readonly List<int[]> _counts = [];

    /// <summary>One bit for each article, all of them zero.</summary>
    public ulong[] Bits(int articles) => Clear(Rent(_bits, (articles + 63) >> 6), (articles + 63) >> 6);

    /// <summary>Room for numbers of articles, of any content.</summary>
    public int[] Docs(int length) => Rent(_docs, length);

    /// <summary>One number for each article, all of them zero.</summary>
    public float[] Sums(int articles) => Clear(Rent(_sums, articles), articles);

    /// <summary>So many counts or more, all of them zero.</summary>
    public int[] Counts(int length) => Clear(Rent(_counts, length), length);

    public void Dispose()
    {
        foreach (int[] counts in _counts)
            ArrayPool<int>.Shared.Return(counts);
        foreach (ulong[] bits in _bits)
            ArrayPool<ulong>.Shared.Return(bits);
        foreach (int[] docs in _docs)
            ArrayPool<int>.Shared.Return(docs);
        foreach (float[] sums in _sums)
            ArrayPool<float>.Shared.Return(sums);
    }

    static T[] Rent<T>(List<T[]> rented, int length)
    {
        T[] array = ArrayPool<T>.Shared.Rent(length);
        rented.Add(array);
        return array;
    }

    static T[] Clear<T>(T[] array, int length)
    {
        Array.Clear(array, 0, length);
        return array;
    }
}
