using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Reading;

/// <summary>Reads what was fetched or edited since it was last read, and everything an older reader read.</summary>
public sealed partial class ReadingStage(ContentFolder content, Ledger ledger, TimeProvider time, ILogger<ReadingStage> logger)
{
    const int PagesAtATime = 50;

    readonly ArticleReader _reader = new(content, time);
    readonly ReadingLog _log = new(ledger);
    readonly PageStore _pages = new(ledger);
    readonly PageChain _chain = new(new(ledger));

    /// <summary>Reads all that waits. Articles of files that are gone are taken down.</summary>
    /// <exception cref="LedgerException">The ledger refuses; what was read before is kept.</exception>
    public async Task<StageReport> RunAsync(IProgress<StageProgress>? progress, CancellationToken cancel)
    {
        long started = time.GetTimestamp();
        var tally = new Tally(progress);
        await ReadBriefsAsync(tally, cancel);
        await ReadPagesAsync(tally, cancel);
        var report = new StageReport("read", tally.Read, tally.Unchanged, tally.Failed, time.GetElapsedTime(started));
        // A site looks every minute: a run that found nothing is no news.
        LogRun(logger, report.Done + report.Failed == 0 ? LogLevel.Debug : LogLevel.Information, report.Done, report.Unchanged, report.Failed, report.Took.TotalSeconds);
        return report;
    }

    async Task ReadBriefsAsync(Tally tally, CancellationToken cancel)
    {
        ImmutableArray<Storage.Reading> before = await _log.FindAsync("brief:", cancel);
        Dictionary<string, Storage.Reading> known = before.ToDictionary(reading => reading.Origin, StringComparer.Ordinal);
        foreach (Brief brief in content.Briefs)
        {
            if (known.TryGetValue(brief.Url, out Storage.Reading? reading) && reading.InputHash == brief.Hash && reading.Reader == _reader.Stamp)
                tally.Unchanged++;
            else
                await ReadItemAsync(brief.Url, brief.Hash, () => new ReadResult.Read(_reader.Read(brief)), tally, cancel);
        }
        foreach (Storage.Reading reading in before.Where(reading => IsGone(reading.Origin)))
            tally.Read += await _log.ForgetAsync(reading.Origin, cancel) ? 1 : 0;
    }

    async Task ReadPagesAsync(Tally tally, CancellationToken cancel)
    {
        string after = "";
        HashSet<string> joined = new(StringComparer.Ordinal);
        while (await _pages.FindUnreadAsync(_reader.Stamp, after, PagesAtATime, cancel) is [.., var last] batch)
        {
            foreach (FetchedPage page in batch)
                await ReadPageAsync(page, joined, tally, cancel);
            after = last.Url;
        }
    }

    /// <summary>Reads a page, with those of the stored pages on which its article goes on. Where the article began on another page, that is read anew with this one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="joined">The addresses of pages that this run has read with the one before them.</param>
    /// <param name="tally">What is counted.</param>
    /// <param name="cancel">Gives up.</param>
    async Task ReadPageAsync(FetchedPage page, HashSet<string> joined, Tally tally, CancellationToken cancel)
    {
        FetchedPage? first = joined.Contains(page.Url) ? page : await _chain.FindBeginningAsync(page, cancel);
        if (first is not null)
            await ReadItemAsync(page.Url, PageStore.HashOf(page), () => ArticleReader.GoesOnIn(page), tally, cancel);
        if (first == page)
            return;
        FetchedPage beginning = first ?? page;
        (IReadOnlyList<FetchedPage> following, Link? missing) = await _chain.FindFollowingAsync(beginning, cancel);
        if (missing is not null)
            await _pages.AddLinksAsync([missing], time.GetUtcNow(), cancel);
        joined.UnionWith(following.Select(later => later.Url));
        await ReadItemAsync(beginning.Url, PageStore.HashOf(beginning), () => _reader.Read(beginning, following), tally, cancel);
    }

    async Task ReadItemAsync(string origin, string hash, Func<ReadResult> read, Tally tally, CancellationToken cancel)
    {
        try
        {
            await KeepAsync(origin, hash, read(), cancel);
            tally.Count(origin, isRead: true);
        }
        catch (Exception e) when (e is not OperationCanceledException and not LedgerException)
        {
            LogFailed(logger, origin, e);
            tally.Count(origin, isRead: false);
        }
    }

    async Task KeepAsync(string origin, string hash, ReadResult result, CancellationToken cancel)
    {
        Article? article = (result as ReadResult.Read)?.Article;
        string outcome = result is ReadResult.NoArticle(var reason) ? reason : "read";
        await _log.SaveAsync(new(origin, hash, _reader.Stamp, time.GetUtcNow(), article?.Id, outcome), article, cancel);
        LogRead(logger, origin, outcome);
    }

    // A file with a mistake in it keeps its article: only a file that is no longer there takes it down.
    bool IsGone(string origin) => !File.Exists(Path.Combine(content.Path, "articles", origin["brief:".Length..] + ".md"));

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Origin}: {Outcome}")]
    static partial void LogRead(ILogger logger, string origin, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Origin} can't be read; the others go on")]
    static partial void LogFailed(ILogger logger, string origin, Exception exception);

    [LoggerMessage(Message = "Reading: {Done} read, {Unchanged} unchanged, {Failed} failed in {Seconds:0.0} s")]
    static partial void LogRun(ILogger logger, LogLevel level, int done, int unchanged, int failed, double seconds);

    sealed class Tally(IProgress<StageProgress>? progress)
    {
        public int Read { get; set; }

        public int Unchanged { get; set; }

        public int Failed { get; private set; }

        public void Count(string origin, bool isRead)
        {
            if (isRead)
                Read++;
            else
                Failed++;
            progress?.Report(new(Read + Failed, null, origin));
        }
    }
}
