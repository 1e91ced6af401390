using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Embedded;
using KnowledgeBase.Search.Families;
using KnowledgeBase.Search.Related;
using KnowledgeBase.Search.Suggestions;
using KnowledgeBase.Search.Translation;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeBase.Search;

/// <summary>The index of one data folder: open it once per process, ask it from any thread.</summary>
public sealed partial class ArticleIndex : IDisposable
{
    // New commits of another process show within this time.
    static readonly TimeSpan RefreshGap = TimeSpan.FromSeconds(1);

    readonly Lucene.Net.Store.Directory _directory;
    readonly ArticleSearcherFactory _factory;
    readonly SearcherManager _searchers;
    readonly Answering _answering;
    readonly IndexWriting? _writing;
    readonly FamilyFinding _families;
    readonly Suggesting _suggesting;
    readonly BetterSpelling _spelling;
    readonly RelatedFinding _related;
    readonly IDisposable? _lock;
    readonly TimeProvider _time;
    readonly SemaphoreSlim _updates = new(1);
    readonly string _place;
    readonly ChecksumCheck _check;
    long _refreshedAt;

    ArticleIndex(Lucene.Net.Store.Directory directory, string place, TextAnalysis analysis, ContentFolder content, ImmutableArray<DictionaryFile> dictionaries, SearchOptions? options, IndexWriting? writing, IDisposable? writerLock, TimeProvider time)
    {
        _factory = new ArticleSearcherFactory(options ?? new());
        (_directory, _place, _writing, _lock, _time) = (directory, place, writing, writerLock, time);
        _searchers = new SearcherManager(directory, _factory);
        _families = new FamilyFinding(analysis);
        _suggesting = new Suggesting(analysis, content, _factory.Values);
        _spelling = new BetterSpelling(analysis);
        _answering = new Answering(analysis, content, dictionaries, _factory.Values);
        Dictionaries = [.. dictionaries.Select(file => file.About)];
        _related = new RelatedFinding(analysis, content, _factory.Values);
        _check = new ChecksumCheck(directory, time);
        _refreshedAt = time.GetTimestamp();
    }

    /// <summary>The revision of the ledger up to which the index knows articles; 0 when it is empty, or must be made anew.</summary>
    public long Revision => _writing?.RebuildReason is not null ? 0 : WithSearcher(searcher => searcher.Stamp.Revision);

    /// <summary>The general dictionaries that searches use.</summary>
    public ImmutableArray<DictionaryNotice> Dictionaries { get; }

    /// <summary>How many articles can be found.</summary>
    public int Count => WithSearcher(searcher => searcher.IndexReader.NumDocs);

    /// <summary>Why the next update makes the index anew (it was damaged, or made by other rules), for a person to read; null when it does not.</summary>
    public string? RebuildReason => _writing?.RebuildReason;

    /// <summary>Opens the index for searching and writing. One process at a time may hold it so.</summary>
    /// <remarks>A damaged index, or one made by other rules, is made anew by the next <see cref="UpdateAsync"/>: see <see cref="RebuildReason"/>.</remarks>
    /// <param name="dataFolder">The data folder; the index is its subfolder <c>articles.vN</c>, made when missing. A folder of an older format is left alone and a new one made.</param>
    /// <param name="content">Where the forms of Han characters and broader topics come from.</param>
    /// <param name="logger">Told which article could not be indexed, and why an index is made anew; null for nobody.</param>
    /// <param name="options">How much of the machine it may take; null for the defaults.</param>
    /// <exception cref="IndexException">Another process holds it (the message names the process), or the folder can't be written; the message says what to do.</exception>
    public static ArticleIndex OpenForWriting(string dataFolder, ContentFolder content, ILogger? logger = null, SearchOptions? options = null)
    {
        var folder = new IndexFolder(dataFolder);
        folder.Make();
        WriterLock writerLock = WriterLock.Take(folder.Path);
        try
        {
            return OpenForWriting(folder, ReadDictionaries(dataFolder, content, logger), content, writerLock, logger, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            writerLock.Dispose();
            throw new IndexException($"The index {folder.Path} can't be opened: {e.Message} Check the disk and the folder's rights; the folder can be deleted, the next start makes it anew.", e);
        }
        catch
        {
            writerLock.Dispose();
            throw;
        }
    }

    /// <summary>Opens the index for searching only, also while another process writes it. It follows that process's commits within a second.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="content">Where the forms of Han characters and the vocabulary come from.</param>
    /// <param name="logger">Told which dictionary can't be used; null for nobody.</param>
    /// <param name="options">What the search may use; null for the defaults.</param>
    /// <exception cref="IndexException">There is no index yet, or it is damaged; the message says how to make one.</exception>
    public static ArticleIndex OpenForReading(string dataFolder, ContentFolder content, ILogger? logger = null, SearchOptions? options = null) => OpenForReading(dataFolder, content, TimeProvider.System, logger, options);

    internal static ArticleIndex OpenForReading(string dataFolder, ContentFolder content, TimeProvider time, ILogger? logger = null, SearchOptions? options = null)
    {
        var folder = new IndexFolder(dataFolder);
        if (!System.IO.Directory.Exists(folder.Path))
            throw IndexException.NotThereYet(folder.Path);
        Lucene.Net.Store.Directory directory = folder.Open();
        try
        {
            return new ArticleIndex(directory, folder.Path, new TextAnalysis(content.HanVariants), content, ReadDictionaries(dataFolder, content, logger), options, null, null, time);
        }
        catch (IndexNotFoundException)
        {
            directory.Dispose();
            throw IndexException.NotThereYet(folder.Path);
        }
        catch (Exception e) when (IndexFolder.IsDamage(e))
        {
            directory.Dispose();
            throw IndexException.Damaged(folder.Path, e);
        }
    }

    /// <summary>Opens an index in any Lucene directory, for tests of accidents.</summary>
    internal static ArticleIndex Open(Lucene.Net.Store.Directory directory, string place, ContentFolder content, string? rebuildReason = null, IDisposable? writerLock = null, ILogger? logger = null, ImmutableArray<DictionaryFile> dictionaries = default, SearchOptions? options = null) =>
        Open(directory, place, new TextAnalysis(content.HanVariants), content, rebuildReason, writerLock, logger, dictionaries, options);

    /// <summary>Opens an index whose terms are found in another way, for comparisons.</summary>
    internal static ArticleIndex Open(Lucene.Net.Store.Directory directory, string place, TextAnalysis analysis, ContentFolder content, string? rebuildReason = null, IDisposable? writerLock = null, ILogger? logger = null, ImmutableArray<DictionaryFile> dictionaries = default, SearchOptions? options = null)
    {
        var writing = new IndexWriting(directory, place, IndexFolder.FingerprintOf(analysis, content.Vocabulary), () => new ArticleFields(analysis, content.Vocabulary), logger ?? NullLogger.Instance);
        try
        {
            writing.Open();
            if (rebuildReason is not null)
                writing.Rebuild(rebuildReason);
            return new ArticleIndex(directory, place, analysis, content, dictionaries.IsDefault ? [] : dictionaries, options, writing, writerLock, TimeProvider.System);
        }
        catch
        {
            writing.Dispose();
            throw;
        }
    }

    /// <summary>Answers a query.</summary>
    /// <exception cref="IndexException">The index is damaged; the message says what to do.</exception>
    public SearchResults Search(SearchQuery query) =>
        WithSearcher(searcher => Answer(query, searcher));

    /// <summary>The best hits without their texts, best first, each article by itself.</summary>
    /// <param name="query">What is asked; its page and folding do not count.</param>
    /// <param name="most">How many at most; 300 or fewer come without extra work.</param>
    /// <exception cref="IndexException">The index is damaged; the message says what to do.</exception>
    public ImmutableArray<RankedArticle> Rank(SearchQuery query, int most) => WithSearcher(searcher => _answering.Best(query, most, searcher));

    /// <summary>What somebody who is typing may mean: names of topics, cities, people and organisations in any script and by their sound, then headlines.</summary>
    /// <exception cref="IndexException">The index is damaged; the message says what to do.</exception>
    public ImmutableArray<Suggestion> Suggest(string text) =>
        WithSearcher(searcher => _suggesting.Suggest(text, searcher));

    /// <summary>Articles about the same as one of them, in any language: most alike first, one for each story, without the article's own story. None when the index does not have it.</summary>
    /// <param name="id">The article.</param>
    /// <param name="most">How many at most.</param>
    /// <exception cref="IndexException">The index is damaged; the message says what to do.</exception>
    public ImmutableArray<RelatedArticle> FindRelated(ArticleId id, int most) =>
        WithSearcher(searcher => _related.Find(id, most, searcher));

    /// <summary>Finds, counts and orders without looking at the texts of the hits.</summary>
    internal RankedAnswer Rank(PreparedQuery query, FacetCounting facets) => WithSearcher(searcher => _answering.Rank(query, facets, searcher));

    /// <summary>Takes a query apart, for <see cref="Rank(PreparedQuery, FacetCounting)"/>.</summary>
    internal PreparedQuery Prepare(SearchQuery query) => WithSearcher(searcher => _answering.Prepare(query, searcher));

    /// <summary>The segments that searches see now.</summary>
    internal Segment[] Segments => WithSearcher(searcher => searcher.Segments);

    /// <summary>The values of each facet, in the order of <see cref="Facet.All"/>.</summary>
    internal IReadOnlyList<FacetValues> Values => _factory.Values;

    /// <summary>Brings the index up to the ledger's revision: the indexing stage. First the ledger learns which articles are versions of one story. Documents and revision are committed together.</summary>
    /// <remarks>The first time, every file is compared with its checksum; where one has changed, the index is made anew.</remarks>
    /// <exception cref="IndexException">The index can't be written (a full disk), or was opened for reading only. What was committed before stays and can be searched.</exception>
    public Task<StageReport> UpdateAsync(ArticleStore articles, TimeProvider time, IProgress<StageProgress>? progress, CancellationToken cancel) =>
        FollowAsync(ArticleChanges.Of(articles), () => _families.UpdateAsync(articles, cancel), time, progress, cancel);

    /// <summary>Brings the index up to what changed, when a first step is done.</summary>
    internal async Task<StageReport> FollowAsync(ArticleChanges changes, Func<Task> first, TimeProvider time, IProgress<StageProgress>? progress, CancellationToken cancel)
    {
        if (_writing is null)
            throw new IndexException($"The index {_place} was opened for reading only. Open it for writing to bring it up to date.");
        long began = time.GetTimestamp();
        await _updates.WaitAsync(cancel);
        try
        {
            await first();
            if (!_check.IsDone && _check.FindChange() is { } change)
                _writing.Rebuild($"It is damaged: {change}");
            (int done, int failed) = await _writing.UpdateAsync(changes, () => _searchers.MaybeRefreshBlocking(), progress, cancel);
            return new StageReport("index", done, 0, failed, time.GetElapsedTime(began));
        }
        finally
        {
            _updates.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _searchers.Dispose();
        _writing?.Dispose();
        _directory.Dispose();
        _lock?.Dispose();
        _updates.Dispose();
    }

    SearchResults Answer(SearchQuery query, ArticleSearcher searcher)
    {
        // So few may be there by a slip of the pen alone.
        const int Few = 3;
        SearchResults results = _answering.Answer(query, searcher).RemarkingOn(query);
        if ((results.Total >= Few && !results.IsRelaxed) || query.Text.Length == 0 || _spelling.Find(query.Text, _suggesting.Book, searcher) is not { } better)
            return results;
        SearchResults others = _answering.Answer(query with { Text = better, Page = 1 }, searcher);
        bool isBetter = others.Total > 0 && (results.IsRelaxed && !others.IsRelaxed || (results.IsRelaxed == others.IsRelaxed && others.Total > results.Total) || results.Total == 0);
        return isBetter ? results with { DidYouMean = better } : results;
    }

    static ArticleIndex OpenForWriting(IndexFolder folder, ImmutableArray<DictionaryFile> dictionaries, ContentFolder content, WriterLock writerLock, ILogger? logger, SearchOptions? options)
    {
        Lucene.Net.Store.Directory directory = folder.Open();
        string? damage = IndexFolder.FindDamage(directory);
        try
        {
            return OpenUnless(damage);
        }
        catch (Exception e) when (damage is null && IndexFolder.IsDamage(e) && IndexFolder.FindChange(directory) is { } change)
        {
            return OpenUnless(change);
        }

        ArticleIndex OpenUnless(string? damaged)
        {
            if (damaged is not null)
                folder.Clear();
            return Open(directory, folder.Path, content, damaged is null ? null : $"It is damaged: {damaged}", writerLock, logger, dictionaries, options);
        }
    }

    static ImmutableArray<DictionaryFile> ReadDictionaries(string dataFolder, ContentFolder content, ILogger? logger)
    {
        (ImmutableArray<DictionaryFile> files, ImmutableArray<string> problems) = new DictionaryFolder(dataFolder, content).Read();
        foreach (string problem in problems)
            LogProblem(logger ?? NullLogger.Instance, problem);
        return files;
    }

    T WithSearcher<T>(Func<ArticleSearcher, T> ask)
    {
        RefreshWhenDue();
        var searcher = (ArticleSearcher)_searchers.Acquire();
        try
        {
            return ask(searcher);
        }
        catch (Exception e) when (e is IOException || (IndexFolder.IsDamage(e) && _check.FindChange() is not null))
        {
            _writing?.Rebuild("It is damaged.");
            throw IndexException.Damaged(_place, e);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    // Whoever writes refreshes after each commit; whoever only reads must look.
    void RefreshWhenDue()
    {
        long last = Volatile.Read(ref _refreshedAt);
        if (_writing is not null || _time.GetElapsedTime(last) < RefreshGap || Interlocked.CompareExchange(ref _refreshedAt, _time.GetTimestamp(), last) != last)
            return;
        try
        {
            _searchers.MaybeRefresh();
        }
        catch (IOException)
        {
            // The folder is being made anew, or gone: what is open still answers.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    static partial void LogProblem(ILogger logger, string problem);
}
