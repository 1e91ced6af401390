using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>Writes the stored pages into a web archive (WARC 1.1, one gzip member for each record).</summary>
/// <param name="ledger">Where the pages are.</param>
/// <param name="options">Whose contact the archive names.</param>
/// <param name="time">The clock.</param>
public sealed class WarcExport(Ledger ledger, CrawlerOptions options, TimeProvider time)
{
    const int PagesAtATime = 50;

    /// <summary>Writes every stored page, except those that ask not to be archived. Returns how many were written.</summary>
    public Task<int> WriteAsync(Stream to, CancellationToken cancel) => WriteAsync(to, null, cancel);

    /// <summary>Writes every stored page and tells how far it is.</summary>
    /// <param name="to">The file.</param>
    /// <param name="progress">Hears of each page; null when nobody listens.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<int> WriteAsync(Stream to, IProgress<StageProgress>? progress, CancellationToken cancel)
    {
        var pages = new PageStore(ledger);
        var writer = new WarcWriter(to);
        await writer.WriteInfoAsync(options.Contact, time.GetUtcNow(), cancel);
        int written = 0;
        string after = "";
        while (await pages.FindStoredAsync(after, PagesAtATime, cancel) is [.., var last] batch)
        {
            foreach (FetchedPage page in batch.Where(page => !PageDirectives.Of(page.Headers, page.Body.Span).IsNoArchive))
            {
                await writer.WriteAsync(page, cancel);
                written++;
                progress?.Report(new(written, null, page.Url));
            }
            after = last.Url;
        }
        return written;
    }
}
