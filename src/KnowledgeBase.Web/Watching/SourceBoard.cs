using System.Collections.Immutable;
using KnowledgeBase.Crawling.Health;
using KnowledgeBase.Web.Hosting;

namespace KnowledgeBase.Web.Watching;

/// <summary>The sources and how they are doing, looked up once a minute at most, however many ask: it takes a month of polls.</summary>
sealed class SourceBoard(ReadingRoom room, TimeProvider time) : IDisposable
{
    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim _looking = new(1);
    (DateTimeOffset At, ImmutableArray<ShownSource> Sources)? _seen;

    /// <summary>The sources of the enabled publishers, those that need a look first, and when they were looked up.</summary>
    /// <exception cref="Storage.LedgerException">The ledger can't answer.</exception>
    public async Task<(DateTimeOffset At, ImmutableArray<ShownSource> Sources)> LookAsync(CancellationToken cancel)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            DateTimeOffset now = time.GetUtcNow();
            if (_seen is { } seen && now - seen.At < GoodFor)
                return seen;
            ImmutableArray<SourceHealth> found = await new SourceWatch(room.Content, room.Ledger, time).FindAsync(cancel);
            (DateTimeOffset, ImmutableArray<ShownSource>) fresh = (now, [.. found.OrderByDescending(source => source.IsFlagged).Select(ShownSource.Of)]);
            _seen = fresh;
            return fresh;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _looking.Dispose();
}
