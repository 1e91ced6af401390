namespace KnowledgeBase.Search.Embedded;

/// <summary>The articles of a segment that have a unit, in order, and how often each has it.</summary>
/// <param name="Docs">Numbers of articles within the segment, rising. Deleted articles are among them.</param>
/// <param name="Frequencies">How often; 255 stands for more, where repetition has long stopped to count.</param>
sealed record Postings(int[] Docs, byte[] Frequencies) : IMeasured
{
    /// <summary>None.</summary>
    public static Postings None { get; } = new([], []);

    /// <summary>How many articles.</summary>
    public int Count => Docs.Length;

    /// <summary>Room they take, in bytes; the constant is for two arrays and their places in a cache.</summary>
    public long Bytes => 160 + (5L * Count);

    /// <summary>The place of the first article at or after a number, not before a place.</summary>
    public static int Seek(ReadOnlySpan<int> docs, int from, int doc)
    {
        int step = 1;
        int low = from;
        while (low + step < docs.Length && docs[low + step] < doc)
        {
            low += step;
            step <<= 1;
        }
        int high = Math.Min(docs.Length, low + step + 1);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (docs[middle] < doc)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

/// <summary>Collects postings one after the other.</summary>
sealed class PostingsBuilder(int expected)
{
    int[] _docs = new int[Math.Max(4, expected)];
    byte[] _frequencies = new byte[Math.Max(4, expected)];
    int _count;

    public void Add(int doc, int frequency)
    {
        if (_count == _docs.Length)
        {
            Array.Resize(ref _docs, _count * 2);
            Array.Resize(ref _frequencies, _count * 2);
        }
        _docs[_count] = doc;
        _frequencies[_count++] = (byte)Math.Min(255, frequency);
    }

    public Postings ToPostings()
    {
        if (_count == 0)
            return Postings.None;
        Array.Resize(ref _docs, _count);
        Array.Resize(ref _frequencies, _count);
        return new(_docs, _frequencies);
    }
}
