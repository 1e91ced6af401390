using System.Collections.Immutable;
using KnowledgeBase.Crawling;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading;
using KnowledgeBase.Search;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Runs the three stages in the background, again and again. What is stored already is read and indexed first, so that a new site is soon ready to search.</summary>
sealed partial class Pipeline(
    ReadingRoom room, IOptions<SiteOptions> options, IOptions<CrawlerOptions> crawler, TimeProvider time, ILoggerFactory loggers,
    IHostApplicationLifetime lifetime, IHostEnvironment environment) : BackgroundService
{
    readonly ILogger _logger = loggers.CreateLogger<Pipeline>();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Pipeline.IsOn)
            return;
        await Task.Yield();
        string? obstacle = crawler.Value.FindProblem(environment.EnvironmentName);
        if (obstacle is not null && room.Content.Publishers.Any(publisher => publisher.IsEnabled))
            LogObstacle(_logger, obstacle);
        bool isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!isFirst)
                await TryAsync("content", () => Task.Run(RefreshContent, stoppingToken));
            await ReadAndIndexAsync(isFirst, stoppingToken);
            isFirst = false;
            if (obstacle is null && room.Content.Publishers.Any(publisher => publisher.IsEnabled))
            {
                await TryAsync("crawl", () => CrawlAsync(stoppingToken));
                await ReadAndIndexAsync(isFirst, stoppingToken);
            }
            await Task.Delay(options.Value.Pipeline.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    void RefreshContent()
    {
        ImmutableArray<ContentProblem> before = room.Content.Problems;
        room.RefreshContent();
        foreach (ContentProblem problem in room.Content.Problems.Except(before))
            LogProblem(_logger, problem.ToString());
    }

    async Task CrawlAsync(CancellationToken cancel)
    {
        using var stage = new CrawlingStage(room.Content, room.Ledger, crawler.Value, time, loggers.CreateLogger<CrawlingStage>());
        await stage.RunAsync(null, cancel);
    }

    async Task ReadAndIndexAsync(bool isFirst, CancellationToken cancel)
    {
        StageReport? read = null, indexed = null;
        await TryAsync("read", async () => read = await new ReadingStage(room.Content, room.Ledger, time, loggers.CreateLogger<ReadingStage>()).RunAsync(null, cancel));
        await TryAsync("index", async () => indexed = await room.UpdateIndexAsync(time, cancel));
        if (isFirst && read is not null && indexed is not null)
            LogReady(_logger, read.Done, read.Took.TotalSeconds, indexed.Done, indexed.Took.TotalSeconds, room.Count);
    }

    // One stage that can't run must not end the others: the next run tries again. What the message says is for the operator.
    async Task TryAsync(string stage, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogStopped(_logger, stage);
        }
        catch (Exception e) when (e is LedgerException or IndexException or IOException)
        {
            LogRefused(_logger, stage, e.Message);
        }
        catch (Exception e)
        {
            LogFailed(_logger, stage, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {Read} in {ReadSeconds:0.0} s, indexed {Indexed} in {IndexSeconds:0.0} s: {Count} articles can be searched")]
    static partial void LogReady(ILogger logger, int read, double readSeconds, int indexed, double indexSeconds, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem} (the file's earlier state stays in use)")]
    static partial void LogProblem(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Obstacle}")]
    static partial void LogObstacle(ILogger logger, string obstacle);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Stopped during {Stage}; the next start goes on there")]
    static partial void LogStopped(ILogger logger, string stage);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stage {Stage} could not run: {Reason} It is tried again at the next run")]
    static partial void LogRefused(ILogger logger, string stage, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The stage {Stage} failed; it is tried again at the next run")]
    static partial void LogFailed(ILogger logger, string stage, Exception exception);
}
