using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Crawling;

/// <summary>Finds new articles of the enabled publishers and fetches what is due.</summary>
public sealed class CrawlingStage(ContentFolder content, Ledger ledger, CrawlerOptions options, TimeProvider time, ILogger<CrawlingStage> logger)
{
    /// <summary>Polls every source that is due, then fetches every page that is due, once each.</summary>
    public Task<StageReport> RunAsync(IProgress<StageProgress>? progress, CancellationToken cancel) =>
        throw new NotImplementedException($"{content}{ledger}{options}{time}{logger}{progress}{cancel}");
}
