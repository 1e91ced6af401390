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
    readonly string _dataFolder;
    ArticleIndex _index;
    string _dictionaries;
    ContentFolder _content;

    ReadingRoom(ContentFolder content, Ledger ledger, string dataFolder, Func<ContentFolder, ArticleIndex> openIndex)
    {
        (_content, Ledger, _dataFolder, _openIndex) = (content, ledger, dataFolder, openIndex);
        _dictionaries = DictionaryFolder.StampOf(dataFolder);
        Articles = new(ledger);
        _index = openIndex(content);
    }

    /// <summary>What editors own, as last read.</summary>
    public ContentFolder Content => Volatile.Read(ref _content);

    /// <summary>The ledger.</summary>
    public Ledger Ledger { get; }

    /// <summary>The ledger's articles.</summary>
    public ArticleStore Articles { get; }

    /// <summary>The general dictionaries that searches use.</summary>
    public ImmutableArray<DictionaryNotice> Dictionaries => WithIndex(index => index.Dictionaries);

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
            return new ReadingRoom(content, ledger, folders.Data, folder => options.Pipeline.IsOn
                ? ArticleIndex.OpenForWriting(folders.Data, folder, logger, options.Search)
                : ArticleIndex.OpenForReading(folders.Data, folder, logger, options.Search));
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

    /// <summary>What somebody who is typing may mean.</summary>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public ImmutableArray<Suggestion> Suggest(string text) => WithIndex(index => index.Suggest(text));

    /// <summary>Articles about the same as one of them; none while the index can't answer: the article is shown without them.</summary>
    public ImmutableArray<RelatedArticle> FindRelated(ArticleId id, int most)
    {
        try
        {
            return WithIndex(index => index.FindRelated(id, most));
        }
        catch (IndexException)
        {
            return [];
        }
    }

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

    /// <summary>Reads the editors' files again. With another vocabulary, or other dictionaries, the index is opened anew, which waits for running searches.</summary>
    /// <exception cref="DirectoryNotFoundException">The content folder is gone; what was read before stays in use.</exception>
    public void RefreshContent()
    {
        ContentFolder before = Content;
        ContentFolder now = ContentFolder.Read(before.Path);
        Volatile.Write(ref _content, now);
        string dictionaries = DictionaryFolder.StampOf(_dataFolder);
        if (now.VocabularyHash == before.VocabularyHash && dictionaries == _dictionaries)
            return;
        _dictionaries = dictionaries;
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
