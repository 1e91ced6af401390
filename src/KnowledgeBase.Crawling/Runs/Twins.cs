using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Traps;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Finds pages that one host shows under several addresses: printed versions, other cases of letters, other desks.</summary>
/// <remarks>Compared is with every page of the host that names the same numbers, whenever it was fetched: an archive taken up at once shows a story and its
/// printed version thousands of pages apart, and nothing has to be kept in memory.</remarks>
sealed class Twins(Ledger ledger)
{
    /// <summary>Few pages name the same numbers in the same order, but those without any number are many: of these the latest. Comparing with so many takes microseconds.</summary>
    const int MaxCompared = 2000;

    readonly LikenessIndex _index = new(ledger);

    /// <summary>What a page is like, and the page whose twin it is.</summary>
    public async Task<Likeness> FindAsync(FetchedPage page, CancellationToken cancel)
    {
        Fingerprint? print = Fingerprint.Find(page.Body.Span, page.FindHeader("Content-Type"));
        string hash = PageStore.HashOf(page);
        ImmutableArray<KnownLikeness> known = await _index.FindAsync(page, print?.Numbers, MaxCompared, cancel);
        // The hash holds the address that answered: equal hashes are two ways to one page.
        string? twin = known.FirstOrDefault(other => other.BodyHash == hash || (print is { } own && other.Fingerprint is { } bits && Fingerprint.AreAlike(own.Bits, bits)))?.Url;
        return new(print?.Bits, print?.Numbers, twin);
    }
}
