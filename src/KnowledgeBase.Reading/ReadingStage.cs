using KnowledgeBase.Editorial;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Reading;

/// <summary>Reads what was fetched or edited since it was last read, and everything an older reader read.</summary>
public sealed class ReadingStage(ContentFolder content, Ledger ledger, TimeProvider time, ILogger<ReadingStage> logger)
{
    /// <summary>Reads all that waits. Articles of files that are gone are taken down.</summary>
    public Task<StageReport> RunAsync(IProgress<StageProgress>? progress, CancellationToken cancel) =>
        throw new NotImplementedException($"{content}{ledger}{time}{logger}{progress}{cancel}");
}
