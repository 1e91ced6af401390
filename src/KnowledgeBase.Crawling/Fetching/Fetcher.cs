using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>Fetches what we may fetch, when it is our turn, following redirects under the same rules.</summary>
sealed class Fetcher(Exchange exchange, HostPacer pacer, RobotsBook robots, CrawlerOptions options, TimeProvider time)
{
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out Uri? address))
            return new FetchResult.Failed($"'{request.Url}' is no address", IsLasting: true);
        var trail = new HashSet<string>(StringComparer.Ordinal);
        TimeSpan took = TimeSpan.Zero;
        while (true)
        {
            if (await FindObstacleAsync(address, cancel) is { } obstacle)
                return obstacle with { Took = took };
            Answer answer = await AskAsync(address, request, cancel);
            took += answer.Took;
            if (answer is not Answer.Given given || Redirect.Find(given, address) is not { } next)
                return Judge(answer, address, request) with { Took = took };
            pacer.NoteAnswer(HostName.Of(address), given.Took);
            trail.Add(address.AbsoluteUri);
            if (trail.Contains(next.AbsoluteUri) || trail.Count > options.MaxRedirects)
                return new FetchResult.Failed(trail.Count > options.MaxRedirects ? $"it redirects more than {options.MaxRedirects} times" : "its redirects go round in a circle") { Status = given.Status, Took = took };
            address = next;
        }
    }

    /// <summary>Why the address may not be asked for now, or null. It waits for robots.txt where that is not known.</summary>
    async Task<FetchResult?> FindObstacleAsync(Uri address, CancellationToken cancel)
    {
        if (Redirect.FindProblem(address) is { } problem)
            return new FetchResult.Failed(problem, IsLasting: true);
        string host = HostName.Of(address);
        if (pacer.FindRest(host) is { } rest)
            return new FetchResult.Failed($"{host} is left alone for a while", rest);
        switch (await robots.FindAsync(address, cancel))
        {
            case RobotsAnswer.Unreachable(var reason, var retryAt):
                return new FetchResult.Disallowed($"{reason}, so nothing of {host} may be fetched", retryAt);
            case RobotsAnswer.NoHost(var reason):
                return new FetchResult.Failed(reason, pacer.NoteTrouble(host, null, isSaid: false));
            case RobotsAnswer.Known(var rules, _) when rules.Decide(UserAgent.Product, address.PathAndQuery) is { IsAllowed: false } decision:
                return new FetchResult.Disallowed($"robots.txt line {decision.Line} says {decision.Rule}");
            default:
                return null;
        }
    }

    async Task<Answer> AskAsync(Uri address, FetchRequest request, CancellationToken cancel)
    {
        TimeSpan? crawlDelay = (await robots.FindAsync(address, cancel) as RobotsAnswer.Known)?.Rules.CrawlDelayOf(UserAgent.Product);
        using HostTurn turn = await pacer.TakeTurnAsync(HostName.Of(address), request.Gap, crawlDelay, cancel);
        return await exchange.AskAsync(address, request, options.MaxBodyBytes, cancel);
    }

    FetchResult Judge(Answer answer, Uri address, FetchRequest request) => answer switch
    {
        Answer.Given given => JudgeStatus(given, address, request),
        Answer.Broken(var reason, true, _) => new FetchResult.Failed(reason, IsLasting: true),
        Answer.Broken(var reason, false, _) => new FetchResult.Failed(reason, pacer.NoteTrouble(HostName.Of(address), null, isSaid: false)),
        _ => throw new InvalidOperationException($"An answer of the kind {answer.GetType().Name} is new here."),
    };

    FetchResult JudgeStatus(Answer.Given given, Uri address, FetchRequest request)
    {
        bool isTooMuch = given.Status is 429 or 503;
        if (!isTooMuch)
            pacer.NoteAnswer(HostName.Of(address), given.Took);
        FetchResult outcome = isTooMuch ? AskedTooMuch(given, HostName.Of(address)) : OutcomeOf(given, address, request);
        return outcome with { Status = given.Status, Bytes = given.Body.Length };
    }

    FetchResult.Failed AskedTooMuch(Answer.Given given, string host) =>
        new($"{host} is asked too much ({given.Status})", pacer.NoteTrouble(host, RetryAfter.Find(given.FindHeader("Retry-After"), time.GetUtcNow()), isSaid: true));

    static FetchResult OutcomeOf(Answer.Given given, Uri address, FetchRequest request) => given.Status switch
    {
        304 when request.ETag is not null || request.LastModified is not null => new FetchResult.Unchanged(),
        404 or 410 => new FetchResult.Failed($"it is gone ({given.Status})", IsLasting: true),
        401 or 402 or 403 or 407 or 451 => new FetchResult.Failed($"we are not let in ({given.Status})", IsLasting: true),
        200 or 203 when MediaKind.FindMismatch(given.FindHeader("Content-Type"), given.Body.Span, request.Wanted) is { } mismatch => new FetchResult.Failed(mismatch, IsLasting: true),
        200 or 203 => new FetchResult.Fetched(address.AbsoluteUri, given.Headers, given.Body),
        _ => new FetchResult.Failed($"it answers {given.Status}"),
    };
}
