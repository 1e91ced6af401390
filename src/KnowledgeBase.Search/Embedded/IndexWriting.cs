using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using KnowledgeBase.Articles;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Writes the index: what changed in the ledger since the last commit, each commit with the revision it holds.</summary>
sealed partial class IndexWriting(Lucene.Net.Store.Directory directory, string place, string fingerprint, Func<ArticleFields> fields, ILogger logger) : IDisposable
{
    const int BatchSize = 500;

    // A commit costs a few synced files, and cuts a segment that must be merged later; this many articles are made again in half a minute after an accident.
    const int ArticlesPerCommit = 20_000;

    // Each serves one thread at a time, and keeps its streams for the next batch.
    readonly ConcurrentBag<ArticleFields> _desks = [];
    IndexWriter? _writer;
    long _revision;

    /// <summary>Why everything must be indexed anew, for a person to read; null when it need not.</summary>
    public string? RebuildReason { get; private set; }

    /// <summary>Opens the index, making an empty one where there is none.</summary>
    public void Open()
    {
        _writer = new IndexWriter(directory, Settings());
        CommitStamp stamp = CommitStamp.Read(_writer.CommitData);
        if (!DirectoryReader.IndexExists(directory))
            Commit(0);
        else if (stamp.Fingerprint != fingerprint)
            Rebuild("It was made with other rules for words, other forms of Han characters or other broader topics.");
        _revision = stamp.Revision;
    }

    /// <summary>Makes the next update index everything anew; until that is done, searches see the index as it is.</summary>
    public void Rebuild(string reason) => RebuildReason = $"The index {place} is made anew from the ledger. {reason}";

    /// <summary>Indexes what changed.</summary>
    /// <param name="changes">The ledger's changes.</param>
    /// <param name="committed">Told after each commit.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Stops between two batches; what was done is kept.</param>
    public async Task<(int Done, int Failed)> UpdateAsync(ArticleChanges changes, Action committed, IProgress<StageProgress>? progress, CancellationToken cancel)
    {
        var run = new Run(progress, await changes.CountAsync(cancel));
        try
        {
            await UpdateAsync(changes, run, committed, cancel);
            return (run.Done, run.Failed);
        }
        catch (OperationCanceledException)
        {
            if (RebuildReason is null && run.Uncommitted > 0)
                Commit(_revision);
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Abandon();
            throw new IndexException(
                $"The index {place} can't be written: {e.Message} Free some space or check the folder's rights, and index again. What was committed before is safe and can be searched.", e);
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Abandon();
        foreach (ArticleFields desk in _desks)
            desk.Dispose();
    }

    async Task UpdateAsync(ArticleChanges changes, Run run, Action committed, CancellationToken cancel)
    {
        if (_writer is null)
            Open();
        bool isRebuild = RebuildReason is not null;
        if (isRebuild)
            Begin(run);
        run.IsFirst = _writer!.MaxDoc == 0;
        while (await changes.AfterAsync(_revision, BatchSize, cancel) is { IsEmpty: false } batch)
        {
            cancel.ThrowIfCancellationRequested();
            run.Count(Apply(batch, run), batch.Length);
            _revision = batch[^1].Revision;
            run.Report();
            if (!isRebuild && run.Uncommitted >= ArticlesPerCommit)
                CommitAndTell();
        }
        if (run.Uncommitted > 0 || isRebuild)
            CommitAndTell();

        void CommitAndTell()
        {
            Commit(_revision);
            run.Uncommitted = 0;
            committed();
        }
    }

    void Begin(Run run)
    {
        run.Report(RebuildReason);
        LogRebuild(logger, RebuildReason!);
        _writer!.DeleteAll();
        _revision = 0;
    }

    // Analysis takes most of the time, and articles of a batch don't know each other: each processor takes some. An id comes once in a batch.
    int Apply(ImmutableArray<ArticleChange> batch, Run run)
    {
        int done = 0;
        try
        {
            Parallel.ForEach(
                batch.Select(change => (change, isNew: run.IsNew(change.Id))),
                () => _desks.TryTake(out ArticleFields? desk) ? desk : fields(),
                (each, _, desk) =>
                {
                    if (Apply(each.change, each.isNew, desk))
                        Interlocked.Increment(ref done);
                    return desk;
                },
                _desks.Add);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return done;
    }

    bool Apply(ArticleChange change, bool isNew, ArticleFields desk)
    {
        var key = new Term(Fields.Id, change.Id.Value);
        if (change.Article is null)
        {
            _writer!.DeleteDocuments(key);
            return true;
        }
        Document document;
        try
        {
            document = desk.Of(change.Article, change.Family);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or IndexOutOfRangeException or InvalidOperationException)
        {
            // One article that can't be analysed must not stop the others.
            LogFailed(logger, e, change.Id.Value);
            return false;
        }
        // Nothing to replace, nothing to look for in every segment.
        if (isNew)
            _writer!.AddDocument(document);
        else
            _writer!.UpdateDocument(key, document);
        return true;
    }

    void Commit(long revision)
    {
        _writer!.SetCommitData(new CommitStamp(revision, fingerprint).Write());
        _writer.Commit();
        RebuildReason = null;
    }

    // Back to the last commit; the next update begins there.
    void Abandon()
    {
        IndexWriter? writer = _writer;
        _writer = null;
        writer?.Rollback();
    }

    static IndexWriterConfig Settings() => new(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
    {
        OpenMode = OpenMode.CREATE_OR_APPEND,
        Similarity = new LengthNorm(),
        // With 64 MB a third of the time went into writing and a tenth into merging small segments, with the same terms again and again.
        RAMBufferSizeMB = 256,
        // A failed merge (full disk) then fails the update, with a message, and not a thread of its own, with the process.
        MergeScheduler = new SerialMergeScheduler(),
        // Every file by itself: each ends with a checksum, so a cut file shows when the index is opened.
        UseCompoundFile = false,
        MergePolicy = new TieredMergePolicy { NoCFSRatio = 0 },
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The article {Id} can't be indexed.")]
    static partial void LogFailed(ILogger logger, Exception e, string id);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Reason}")]
    static partial void LogRebuild(ILogger logger, string reason);

    sealed class Run(IProgress<StageProgress>? progress, int total)
    {
        readonly HashSet<ArticleId> _seen = [];

        /// <summary>True when it fills an empty index.</summary>
        public bool IsFirst { get; set; }

        public int Done { get; private set; }

        public int Failed { get; private set; }

        public int Uncommitted { get; set; }

        public void Count(int done, int all)
        {
            Done += done;
            Failed += all - done;
            Uncommitted += all;
        }

        /// <summary>True when the index can't hold the article yet. One that changes during the run comes twice.</summary>
        public bool IsNew(ArticleId id) => IsFirst && _seen.Add(id);

        public void Report(string? current = null) =>
            progress?.Report(new(Done, Math.Max(Done, total), current ?? $"{Done} articles"));
    }
}
