using System.Collections.Concurrent;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Remembers decoded postings and the articles of facet values, of all segments, up to a number of bytes; what was not asked for longest goes first.</summary>
/// <remarks>Decoding Lucene's blocks costs more than everything else a query does.</remarks>
sealed class PostingsCache(long maxBytes)
{
    readonly ConcurrentDictionary<(object Segment, string Name), Entry> _entries = [];
    readonly Lock _clearing = new();
    long _bytes;
    long _clock;

    /// <summary>Room taken, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What a segment has under a name, read when it is not remembered.</summary>
    public T Get<T>(object segment, string name, Func<T> read)
        where T : class, IMeasured
    {
        if (_entries.TryGetValue((segment, name), out Entry? entry))
        {
            entry.UsedAt = Interlocked.Increment(ref _clock);
            return (T)entry.Kept;
        }
        T kept = read();
        if (kept.Bytes < maxBytes / 4 && _entries.TryAdd((segment, name), new Entry(kept) { UsedAt = Interlocked.Increment(ref _clock) })
            && Interlocked.Add(ref _bytes, kept.Bytes + (2 * name.Length)) > maxBytes)
        {
            Forget();
        }
        return kept;
    }

    /// <summary>Forgets a segment that is gone.</summary>
    public void Forget(object segment)
    {
        foreach ((object Segment, string Name) key in _entries.Keys.Where(key => key.Segment == segment))
            Remove(key);
    }

    void Forget()
    {
        lock (_clearing)
        {
            // A copy of its own making: others go on adding meanwhile, and sorting the dictionary itself failed then.
            foreach (((object, string) key, _) in _entries.ToArray().OrderBy(entry => entry.Value.UsedAt).TakeWhile(_ => Bytes > maxBytes / 2))
                Remove(key);
        }
    }

    void Remove((object Segment, string Name) key)
    {
        if (_entries.TryRemove(key, out Entry? entry))
            Interlocked.Add(ref _bytes, -(entry.Kept.Bytes + (2 * key.Name.Length)));
    }

    sealed class Entry(IMeasured kept)
    {
        public IMeasured Kept { get; } = kept;

        public long UsedAt { get; set; }
    }
}
