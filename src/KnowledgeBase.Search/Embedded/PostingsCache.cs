using System.Collections.Concurrent;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Remembers decoded postings and the articles of facet values up to a number of bytes; what was not asked for longest goes first, what is large before what is small.</summary>
/// <remarks>
/// What is kept is worth what reading it costs for the room it takes, and ages (Cao and Irani, Cost-Aware WWW Proxy Caching Algorithms, 1997): the least worth goes first, and its worth is the age of all that is asked for afterwards.
/// Decoding Lucene's blocks costs more than everything else a query does. What a name has in all segments is kept together: looking it up in each of them was half of the time of a rare word.
/// Of a new state of the index only what is in new segments is read.
/// </remarks>
sealed class PostingsCache(long maxBytes)
{
    readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    readonly Lock _clearing = new();
    long _bytes;
    long _clock;
    double _age;

    /// <summary>Room taken, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What is remembered of a name for a state of the index; null when it has to be read.</summary>
    /// <param name="name">The name.</param>
    /// <param name="segments">The segments of the state, each by what stands for it; the same array for the same state.</param>
    public T[]? Find<T>(string name, object[] segments)
        where T : class, IMeasured
    {
        if (!_entries.TryGetValue(name, out Entry? entry) || entry.Segments != segments)
            return null;
        entry.Worth = WorthOf(entry);
        return (T[])entry.Kept;
    }

    /// <summary>Reads what a name has in each segment where it is not remembered, and remembers it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="segments">The segments of the state.</param>
    /// <param name="read">Reads it from a segment, by its place.</param>
    public T[] Read<T>(string name, object[] segments, Func<int, T> read)
        where T : class, IMeasured
    {
        Entry? known = _entries.GetValueOrDefault(name);
        var kept = new T[segments.Length];
        for (int i = 0; i < kept.Length; i++)
            kept[i] = (T?)known?.In(segments[i]) ?? read(i);
        var entry = new Entry(segments, kept, EntryBytes + (2 * name.Length) + kept.Sum(each => 8 + each.Bytes));
        entry.Worth = WorthOf(entry);
        if (entry.Bytes < maxBytes / 4 && (known is null ? _entries.TryAdd(name, entry) : _entries.TryUpdate(name, entry, known))
            && Interlocked.Add(ref _bytes, entry.Bytes - (known?.Retire() ?? 0)) > maxBytes)
        {
            Forget();
        }
        return kept;
    }

    /// <summary>Forgets a segment that is gone.</summary>
    public void Forget(object segment)
    {
        foreach (Entry entry in _entries.Values)
            Interlocked.Add(ref _bytes, -entry.Forget(segment));
    }

    // Looking a term up in the dictionaries of all segments costs as much as decoding so many bytes: 0.15 ms, and bytes at 200 MB/s, among a million articles.
    const double BytesOfLookup = 30_000;

    // What an entry, its key and its places in the dictionary and an array take; counted by hand.
    const int EntryBytes = 200;

    void Forget()
    {
        lock (_clearing)
        {
            // A copy of its own making: others go on adding meanwhile, and sorting the dictionary itself failed then.
            foreach ((string name, Entry entry) in _entries.ToArray().OrderBy(entry => entry.Value.Worth).TakeWhile(_ => Bytes > maxBytes / 4 * 3))
            {
                if (_entries.TryRemove(KeyValuePair.Create(name, entry)))
                    Interlocked.Add(ref _bytes, -entry.Retire());
                Volatile.Write(ref _age, entry.Worth);
            }
        }
    }

    // A little more each time, so that of equals what was asked for last is worth most.
    double WorthOf(Entry entry) => Volatile.Read(ref _age) + 1 + (BytesOfLookup / entry.Bytes) + (1e-7 * Interlocked.Increment(ref _clock));

    // Its room is given back once, piece by piece or as a whole: segments go while entries are replaced.
    sealed class Entry(object[] segments, IMeasured?[] kept, long bytes)
    {
        readonly Lock _leaving = new();
        bool _isRetired;

        public object[] Segments { get; } = segments;

        public IMeasured?[] Kept { get; } = kept;

        public long Bytes { get; private set; } = bytes;

        public double Worth { get; set; }

        public IMeasured? In(object segment) => Array.IndexOf(Segments, segment) is var at and >= 0 ? Kept[at] : null;

        // Nobody asks a state any more one of whose segments is gone.
        public long Forget(object segment)
        {
            int at = Array.IndexOf(Segments, segment);
            if (at < 0)
                return 0;
            lock (_leaving)
            {
                long freed = _isRetired || Kept[at] is not { } gone ? 0 : gone.Bytes;
                Kept[at] = null;
                Bytes -= freed;
                return freed;
            }
        }

        /// <summary>Takes it out of the count; what room it still had.</summary>
        public long Retire()
        {
            lock (_leaving)
            {
                _isRetired = true;
                return Bytes;
            }
        }
    }
}
