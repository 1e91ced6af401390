using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Web.Hosting;

/// <summary>What every page draws on: the editors' content, the ledger's articles, the index.</summary>
sealed class ReadingRoom : IAsyncDisposable
{
    readonly ReaderWriterLockSlim _indexLock = new();
    readonly Func<ContentFolder, ArticleIndex> _openIndex;
    ArticleIndex _index;
    ContentFolder _content;

    ReadingRoom(ContentFolder content, Ledger ledger, Func<ContentFolder, ArticleIndex> openIndex)
    {
        (_content, Ledger, _openIndex) = (content, ledger, openIndex);
        Articles = new(ledger);
        _index = openIndex(content);
    }

    /// <summary>What editors own, as last read.</summary>
    public ContentFolder Content => Volatile.Read(ref _content);

    /// <summary>The ledger.</summary>
    public Ledger Ledger { get; }

    /// <summary>The ledger's articles.</summary>
    public ArticleStore Articles { get; }

    /// <summary>How many articles the index knows.</summary>
    public int Count => WithIndex(index => index.Count);

    /// <summary>The revision that the index holds: another value means that other answers are possible.</summary>
    public long Revision => WithIndex(index => index.Revision);

    /// <summary>Opens everything.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    /// <exception cref="LedgerException">The ledger can't be opened.</exception>
    /// <exception cref="IndexException">The index can't be opened.</exception>
    public static async Task<ReadingRoom> OpenAsync(Folders folders, SiteOptions options, ILoggerFactory loggers, CancellationToken cancel)
    {
        ContentFolder content = ContentFolder.Read(folders.Content);
        string? postgres = options.Ledger is { Length: > 0 } asked ? asked : Environment.GetEnvironmentVariable("KB_LEDGER");
        Ledger ledger = string.IsNullOrWhiteSpace(postgres)
            ? await Ledger.OpenFolderAsync(folders.Data, cancel)
            : await Ledger.OpenPostgresAsync(postgres, cancel);
        try
        {
            ILogger<ArticleIndex> logger = loggers.CreateLogger<ArticleIndex>();
            return new ReadingRoom(content, ledger, folder => options.Pipeline.IsOn
                ? ArticleIndex.OpenForWriting(folders.Data, folder, logger, options.Search)
                : ArticleIndex.OpenForReading(folders.Data, folder, options.Search));
        }
        catch
        {
            await ledger.DisposeAsync();
            throw;
        }
    }

    /// <summary>Answers a query.</summary>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public SearchResults Search(SearchQuery query) => WithIndex(index => index.Search(query));

    /// <summary>The article with an id, or null.</summary>
    public Task<Article?> FindAsync(ArticleId id, CancellationToken cancel) => Articles.FindAsync(id, cancel);

    /// <summary>How many articles there are per language. None while the ledger can't answer: the page that says so has a foot too.</summary>
    public async Task<ImmutableArray<LanguageCount>> CountAsync(CancellationToken cancel)
    {
        try
        {
            return await Articles.CountAsync(cancel);
        }
        catch (LedgerException)
        {
            return [];
        }
    }

    /// <summary>Brings the index up to the ledger. Searches go on meanwhile.</summary>
    public Task<StageReport> UpdateIndexAsync(TimeProvider time, CancellationToken cancel) => _index.UpdateAsync(Articles, time, null, cancel);

    /// <summary>Reads the editors' files again. With another vocabulary the index is opened anew, which waits for running searches.</summary>
    /// <exception cref="DirectoryNotFoundException">The content folder is gone; what was read before stays in use.</exception>
    public void RefreshContent()
    {
        ContentFolder before = Content;
        ContentFolder now = ContentFolder.Read(before.Path);
        Volatile.Write(ref _content, now);
        if (now.VocabularyHash == before.VocabularyHash)
            return;
        _indexLock.EnterWriteLock();
        try
        {
            _index.Dispose();
            _index = _openIndex(now);
        }
        finally
        {
            _indexLock.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        _indexLock.Dispose();
        await Ledger.DisposeAsync();
    }

    T WithIndex<T>(Func<ArticleIndex, T> ask)
    {
        _indexLock.EnterReadLock();
        try
        {
            return ask(_index);
        }
        finally
        {
            _indexLock.ExitReadLock();
        }
    }
}
