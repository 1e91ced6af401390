using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Search;

/// <summary>The index of one data folder: open it once per process, ask it from any thread.</summary>
public sealed class ArticleIndex : IDisposable
{
    /// <summary>The revision of the ledger up to which the index knows articles; 0 when it is empty.</summary>
    public long Revision => throw new NotImplementedException();

    /// <summary>How many articles can be found.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Opens the index for searching and writing. One process at a time may hold it so.</summary>
    /// <param name="dataFolder">The data folder; the index is its subfolder <c>articles.vN</c>, made when missing. A folder of an older format is left alone and a new one made.</param>
    /// <param name="content">Where the forms of Han characters and broader topics come from.</param>
    /// <exception cref="IndexException">Another process holds it (the message names the process), or the folder can't be written; the message says what to do.</exception>
    public static ArticleIndex OpenForWriting(string dataFolder, ContentFolder content) => throw new NotImplementedException($"{dataFolder}{content}");

    /// <summary>Opens the index for searching only, also while another process writes it.</summary>
    /// <exception cref="IndexException">There is no index yet; the message says how to make one.</exception>
    public static ArticleIndex OpenForReading(string dataFolder, ContentFolder content) => throw new NotImplementedException($"{dataFolder}{content}");

    /// <summary>Answers a query.</summary>
    public SearchResults Search(SearchQuery query) => throw new NotImplementedException($"{query}");

    /// <summary>Brings the index up to the ledger's revision: the indexing stage. Documents and revision are committed together.</summary>
    public Task<StageReport> UpdateAsync(ArticleStore articles, TimeProvider time, IProgress<StageProgress>? progress, CancellationToken cancel) =>
        throw new NotImplementedException($"{articles}{time}{progress}{cancel}");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

/// <summary>The index can't be used; the message says why and what to do.</summary>
public sealed class IndexException(string message, Exception? inner = null) : Exception(message, inner);
