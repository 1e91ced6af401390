using System.Collections.Concurrent;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Robots;

/// <summary>Knows the robots.txt of every host, asking again after a day at the latest (RFC 9309, 2.4).</summary>
sealed class RobotsBook(Exchange exchange, HostPacer pacer, HostStore store, TimeProvider time)
{
    /// <summary>What crawlers should follow (RFC 9309, 2.3.1.2).</summary>
    const int MaxRedirects = 5;

    static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);
    static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, RobotsAnswer> _known = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentDictionary<string, SemaphoreSlim> _asking = new(StringComparer.OrdinalIgnoreCase);

    public async Task<RobotsAnswer> FindAsync(Uri address, CancellationToken cancel)
    {
        string origin = address.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
        if (IsFresh(_known.GetValueOrDefault(origin)))
            return _known[origin];
        SemaphoreSlim asking = _asking.GetOrAdd(origin, static _ => new(1));
        await asking.WaitAsync(cancel);
        try
        {
            return IsFresh(_known.GetValueOrDefault(origin)) ? _known[origin] : _known[origin] = await RefreshAsync(origin, cancel);
        }
        finally
        {
            asking.Release();
        }
    }

    bool IsFresh(RobotsAnswer? answer) => answer switch
    {
        RobotsAnswer.Known known => time.GetUtcNow() < known.FetchedAt + GoodFor,
        RobotsAnswer.Unreachable unreachable => time.GetUtcNow() < unreachable.RetryAt,
        _ => false,
    };

    async Task<RobotsAnswer> RefreshAsync(string origin, CancellationToken cancel)
    {
        StoredRobots? stored = await store.FindRobotsAsync(origin, cancel);
        if (stored is not null && time.GetUtcNow() < stored.FetchedAt + GoodFor)
            return new RobotsAnswer.Known(RulesOf(stored), stored.FetchedAt);
        DateTimeOffset now = time.GetUtcNow();
        Answer answer = await AskAsync(new Uri(origin + "/robots.txt"), cancel);
        if (answer is Answer.Given given && !IsTrouble(given.Status))
            return await KeepAsync(new(origin, now, given.Status, given.Status is >= 200 and < 300 ? given.Body : default), given, cancel);
        await store.SaveVisitAsync(TroubleOf(origin, answer, now), cancel);
        // What it said last holds while it can't be asked.
        if (stored is not null)
            return new RobotsAnswer.Known(RulesOf(stored), now - GoodFor + AskAgainAfter);
        return answer switch
        {
            Answer.Given trouble => new RobotsAnswer.Unreachable(
                $"its robots.txt answers {trouble.Status}", RetryAfter.Find(trouble.FindHeader("Retry-After"), now) ?? now + AskAgainAfter),
            Answer.Broken broken => new RobotsAnswer.NoHost(broken.Reason),
            _ => throw new InvalidOperationException($"An answer of the kind {answer.GetType().Name} is new here."),
        };
    }

    static Visit TroubleOf(string origin, Answer answer, DateTimeOffset now) => answer switch
    {
        Answer.Given given => new(origin + "/robots.txt", now, "failed", $"it answers {given.Status}", given.Status, given.Body.Length, given.Took),
        Answer.Broken broken => new(origin + "/robots.txt", now, "failed", broken.Reason, null, 0, broken.Took),
        _ => throw new InvalidOperationException($"An answer of the kind {answer.GetType().Name} is new here."),
    };

    async Task<RobotsAnswer> KeepAsync(StoredRobots robots, Answer.Given given, CancellationToken cancel)
    {
        var visit = new Visit(robots.Origin + "/robots.txt", robots.FetchedAt, "fetched", null, given.Status, given.Body.Length, given.Took);
        await store.SaveRobotsAsync(robots, visit, cancel);
        return new RobotsAnswer.Known(RulesOf(robots), robots.FetchedAt);
    }

    async Task<Answer> AskAsync(Uri address, CancellationToken cancel)
    {
        var request = new FetchRequest(address.AbsoluteUri, Wanted.Robots);
        for (int redirects = 0; ; redirects++)
        {
            Answer answer;
            using (await pacer.TakeTurnAsync(HostName.Of(address), null, null, cancel))
                answer = await exchange.AskAsync(address, request, RobotsText.MaxBytes, cancel);
            if (answer is not Answer.Given given || Redirect.Find(given, address) is not { } next || redirects == MaxRedirects)
                return answer;
            if (Redirect.FindProblem(next) is { } problem)
                return new Answer.Broken(problem, true, given.Took);
            address = next;
        }
    }

    // 429 says "later", not "there is none"; all other 4xx say that there are no rules (2.3.1.3).
    static bool IsTrouble(int status) => status is 429 or >= 500;

    static RobotsRules RulesOf(StoredRobots robots) => robots.Body.IsEmpty ? RobotsRules.Silent : RobotsRules.Read(robots.Body);
}
