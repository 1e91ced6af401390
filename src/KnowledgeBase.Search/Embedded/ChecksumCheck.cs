namespace KnowledgeBase.Search.Embedded;

/// <summary>Compares the files of an index with their checksums, now and then.</summary>
/// <remarks>A mistake of the program looks the same as a changed byte when a search fails: only the files tell.</remarks>
sealed class ChecksumCheck(Lucene.Net.Store.Directory directory, TimeProvider time)
{
    // Reading every byte of a million articles takes seconds: a query that fails again and again must not ask for it each time.
    static readonly TimeSpan Gap = TimeSpan.FromMinutes(1);

    // The clock of the last one; 0 before the first.
    long _doneAt;

    /// <summary>True when the files were compared at least once.</summary>
    public bool IsDone => Volatile.Read(ref _doneAt) != 0;

    /// <summary>What has changed since it was written, for a person to read; null when nothing has, or the files were compared a moment ago.</summary>
    public string? FindChange()
    {
        long last = Volatile.Read(ref _doneAt);
        if (last != 0 && time.GetElapsedTime(last) < Gap)
            return null;
        return Interlocked.CompareExchange(ref _doneAt, time.GetTimestamp(), last) == last ? IndexFolder.FindChange(directory) : null;
    }
}
