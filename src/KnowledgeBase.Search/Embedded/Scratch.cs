using System.Buffers;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Arrays for the time of one query. They go back to the pool at its end.</summary>
sealed class Scratch : IDisposable
{
    readonly List<ulong[]> _bits = [];
    readonly List<int[]> _docs = [];
    readonly List<byte[]> _counts = [];

    /// <summary>One bit for each article, all of them zero.</summary>
    public ulong[] Bits(int articles) => Clear(Rent(_bits, (articles + 63) >> 6), (articles + 63) >> 6);

    /// <summary>Room for numbers of articles, of any content.</summary>
    public int[] Docs(int length) => Rent(_docs, length);

    /// <summary>One byte for each article, all of them zero.</summary>
    public byte[] Counts(int articles) => Clear(Rent(_counts, articles), articles);

    public void Dispose()
    {
        foreach (ulong[] bits in _bits)
            ArrayPool<ulong>.Shared.Return(bits);
        foreach (int[] docs in _docs)
            ArrayPool<int>.Shared.Return(docs);
        foreach (byte[] counts in _counts)
            ArrayPool<byte>.Shared.Return(counts);
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
