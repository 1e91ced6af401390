using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>Writes the stored pages into a web archive (WARC 1.1, one gzip member for each record).</summary>
sealed class WarcExport(Ledger ledger, CrawlerOptions options, TimeProvider time)
{
    const int PagesAtATime = 50;

    /// <summary>Writes every stored page, except those that ask not to be archived. Returns how many were written.</summary>
    public async Task<int> WriteAsync(Stream to, CancellationToken cancel)
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
            }
            after = last.Url;
        }
        return written;
    }
}
