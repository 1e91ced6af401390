using System.Collections.Immutable;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Health;

/// <summary>Tells which sources are well and which have gone silent, failed, or changed their ways.</summary>
/// <param name="content">Whose publishers' sources are watched.</param>
/// <param name="ledger">Where polls are remembered.</param>
/// <param name="time">The clock.</param>
public sealed class SourceWatch(ContentFolder content, Ledger ledger, TimeProvider time)
{
    static readonly TimeSpan Observed = TimeSpan.FromDays(29);

    readonly SourceStore _sources = new(ledger);
    readonly PollLog _polls = new(ledger);

    /// <summary>The health of every source of the enabled publishers, in the order of the content folder.</summary>
    public async Task<ImmutableArray<SourceHealth>> FindAsync(CancellationToken cancel)
    {
        var healths = ImmutableArray.CreateBuilder<SourceHealth>();
        foreach (Publisher publisher in content.Publishers.Where(publisher => publisher.IsEnabled))
        {
            foreach (SourceAddress source in publisher.Sources)
                healths.Add(await FindAsync(publisher, source, cancel));
        }
        return healths.ToImmutable();
    }

    async Task<SourceHealth> FindAsync(Publisher publisher, SourceAddress source, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        SourceState? state = await _sources.FindAsync(source.Url, cancel);
        Visit? last = await _sources.FindLastVisitAsync(source.Url, cancel);
        ImmutableArray<Poll> polls = await _polls.FindAsync(source.Url, now - Observed, cancel);
        Volume volume = Volume.Of(polls, now);
        Poll? good = polls.LastOrDefault(poll => poll.Outcome is "fetched" or "unchanged");
        return new()
        {
            PublisherId = publisher.Id,
            Url = source.Url,
            Kind = source.Kind,
            Condition = state is null ? SourceCondition.New : state.Failures > 0 ? SourceCondition.Failing : volume.Condition,
            Outcome = state?.Outcome,
            Status = last?.Status,
            IsDisallowed = last?.Outcome == "disallowed",
            Days = volume.Days,
            PolledAt = state?.PolledAt,
            SucceededAt = good?.PolledAt,
            FreshAt = polls.LastOrDefault(poll => poll.Fresh > 0)?.PolledAt,
            DueAt = state?.DueAt,
            Failures = state?.Failures ?? 0,
            LastDay = volume.LastDay,
            UsualDay = volume.UsualDay,
            UsualLow = volume.UsualDay is { } low ? Math.Max(0, low - volume.Band) : null,
            UsualHigh = volume.UsualDay + volume.Band,
            Sample = polls.LastOrDefault(poll => poll.Sample is not null)?.Sample,
        };
    }
}
