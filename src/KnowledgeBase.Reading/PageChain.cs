using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Metadata;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Reading;

/// <summary>Follows an article over the stored pages on which it stands.</summary>
/// <param name="pages">The stored pages; they stay as they are.</param>
public sealed class PageChain(PageStore pages)
{
    /// <summary>No article has more; what has is a list.</summary>
    const int MaxPages = 30;

    /// <summary>The stored pages on which the article of a page goes on, in their order; and the first that is not there yet, null when all are.</summary>
    /// <exception cref="LedgerException">The ledger refuses.</exception>
    public async Task<(IReadOnlyList<FetchedPage> Pages, Link? Missing)> FindFollowingAsync(FetchedPage page, CancellationToken cancel)
    {
        List<FetchedPage> following = [];
        FetchedPage last = page;
        for (string? next = NextPages.Find(page); next is not null && following.Count < MaxPages; next = NextPages.Find(last))
        {
            if (await pages.FindAsync(next, cancel) is not { } later)
                return (following, new() { Url = next, PublisherId = page.PublisherId, SourceUrl = last.Url });
            following.Add(later);
            last = later;
        }
        return (following, null);
    }

    /// <summary>The stored page on which the article began that goes on here; null when none says that it does.</summary>
    internal async Task<FetchedPage?> FindBeginningAsync(FetchedPage page, CancellationToken cancel)
    {
        FetchedPage first = page;
        for (int steps = 0; steps < MaxPages; steps++)
        {
            if (await FindBeforeAsync(first, cancel) is not { } before)
                break;
            first = before;
        }
        return first.Url == page.Url ? null : first;
    }

    // As the page says, or as the page says that brought it here.
    async Task<FetchedPage?> FindBeforeAsync(FetchedPage page, CancellationToken cancel)
    {
        if (!NextPages.IsNumbered(page.FinalUrl))
            return null;
        string? address = NextPages.FindPrevious(page) ?? await pages.FindSourceAsync(page.Url, cancel);
        return address is not null && await pages.FindAsync(address, cancel) is { } before && NextPages.Find(before) is { } next && (next == page.Url || next == page.FinalUrl) ? before : null;
    }
}
