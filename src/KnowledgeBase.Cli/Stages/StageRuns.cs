using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Stages;

/// <summary>The three stages of one session, each run once and shown.</summary>
sealed class StageRuns(Session session, ContentFolder content, Ledger ledger)
{
    readonly StageDisplay _display = new(session.Desk);

    /// <summary>Why nothing can be crawled, and what to do; null when something can.</summary>
    public string? FindWhyNothingIsCrawled(CrawlerOptions options)
    {
        if (!content.Publishers.Any(publisher => publisher.IsEnabled && !publisher.Sources.IsEmpty))
            return $"Nothing is crawled: no publisher is enabled. Write 'enabled: true' into the files of {Path.Combine(content.Path, "publishers")} that are to be crawled.";
        return options.FindProblem(CrawlerSettings.EnvironmentName);
    }

    public async Task CrawlAsync(CrawlerOptions options, CancellationToken cancel)
    {
        using var stage = new CrawlingStage(content, ledger, options, session.Desk.Time, session.LoggerFor<CrawlingStage>());
        await _display.RunCrawlAsync(stage, cancel);
    }

    public Task ReadAsync(CancellationToken cancel)
    {
        var stage = new ReadingStage(content, ledger, session.Desk.Time, session.LoggerFor<ReadingStage>());
        return _display.RunAsync("read", progress => stage.RunAsync(progress, cancel));
    }

    public async Task IndexAsync(CancellationToken cancel)
    {
        using ArticleIndex index = ArticleIndex.OpenForWriting(session.Folders.Data, content, session.LoggerFor<ArticleIndex>());
        if (index.RebuildReason is { } reason)
            session.Desk.Remark($"note: the index is made anew from the ledger. {reason}");
        await _display.RunAsync("index", progress => index.UpdateAsync(new ArticleStore(ledger), session.Desk.Time, progress, cancel));
    }
}
