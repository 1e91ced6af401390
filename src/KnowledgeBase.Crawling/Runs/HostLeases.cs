using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>The hosts this crawler holds at present. Other crawlers on the same ledger leave them alone.</summary>
sealed class HostLeases(HostStore hosts, CrawlerOptions options, TimeProvider time)
{
    readonly string _crawler = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Takes a host and does something while holding it. Does nothing when another crawler holds it.</summary>
    public async Task HoldAsync(string host, Func<Task> work, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (!await hosts.LeaseAsync(host, _crawler, now, now + options.LeaseTime, cancel))
            return;
        try
        {
            await work();
        }
        finally
        {
            // Also when the run is being stopped: the next one should not have to wait for the lease to end.
            await hosts.ReleaseAsync(host, _crawler, CancellationToken.None);
        }
    }

    /// <summary>Renews the holds again and again while something is done.</summary>
    public async Task RenewWhileAsync(Func<Task> work, CancellationToken cancel)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task renewing = RenewAsync(done.Token);
        try
        {
            await work();
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    async Task RenewAsync(CancellationToken cancel)
    {
        try
        {
            using var timer = new PeriodicTimer(options.LeaseTime / 3, time);
            while (await timer.WaitForNextTickAsync(cancel))
                await hosts.RenewAsync(_crawler, time.GetUtcNow() + options.LeaseTime, cancel);
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }
}
