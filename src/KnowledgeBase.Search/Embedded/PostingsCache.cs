using System.Collections.Concurrent;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Remembers decoded postings of all segments, up to a number of bytes; what was not asked for longest goes first.</summary>
/// <remarks>Decoding Lucene's blocks costs more than everything else a query does.</remarks>
sealed class PostingsCache(long maxBytes)
{
    /// <summary>Room for the postings of the thousand most frequent terms of a million articles; a guess between speed and memory.</summary>
    public const long DefaultBytes = 256 << 20;

    readonly ConcurrentDictionary<(object Segment, string Unit), Entry> _entries = [];
    readonly Lock _clearing = new();
    long _bytes;
    long _clock;

    /// <summary>Room taken, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The postings of a unit in a segment, read when they are not remembered.</summary>
    public Postings Get(object segment, string unit, Func<Postings> read)
    {
        if (_entries.TryGetValue((segment, unit), out Entry? entry))
        {
            entry.UsedAt = Interlocked.Increment(ref _clock);
            return entry.Postings;
        }
        Postings postings = read();
        if (postings.Bytes < maxBytes / 4 && _entries.TryAdd((segment, unit), new Entry(postings) { UsedAt = Interlocked.Increment(ref _clock) })
            && Interlocked.Add(ref _bytes, postings.Bytes + (2 * unit.Length)) > maxBytes)
        {
            Forget();
        }
        return postings;
    }

    /// <summary>Forgets a segment that is gone.</summary>
    public void Forget(object segment)
    {
        foreach ((object Segment, string Unit) key in _entries.Keys.Where(key => key.Segment == segment))
            Remove(key);
    }

    void Forget()
    {
        lock (_clearing)
        {
            foreach (((object, string) key, _) in _entries.OrderBy(entry => entry.Value.UsedAt).TakeWhile(_ => Bytes > maxBytes / 2))
                Remove(key);
        }
    }

    void Remove((object Segment, string Unit) key)
    {
        if (_entries.TryRemove(key, out Entry? entry))
            Interlocked.Add(ref _bytes, -(entry.Postings.Bytes + (2 * key.Unit.Length)));
    }

    sealed class Entry(Postings postings)
    {
        public Postings Postings { get; } = postings;

        public long UsedAt { get; set; }
    }
}
