using KnowledgeBase.Articles;
using KnowledgeBase.Crawling.Traps;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Crawling.Runs;

/// <summary>Finds pages that one host shows under several addresses: printed versions, other cases of letters, other desks.</summary>
sealed class Twins(IEnumerable<KnownLikeness> known)
{
    /// <summary>Twins appear on the same days; comparing with so many takes microseconds.</summary>
    public const int MaxRemembered = 2000;

    readonly List<KnownLikeness> _known = [.. known];

    /// <summary>What a page is like, and the page whose twin it is.</summary>
    public Likeness Find(FetchedPage page)
    {
        var likeness = new KnownLikeness
        {
            Url = page.Url,
            BodyHash = PageStore.HashOf(page),
            Fingerprint = Fingerprint.Of(page.Body.Span, page.FindHeader("Content-Type")),
        };
        string? twin = _known.Find(other => other.Url != page.Url && AreTwins(likeness, other))?.Url;
        if (twin is null)
            _known.Add(likeness);
        return new(likeness.Fingerprint, twin);
    }

    // The hash holds the address that answered: equal hashes are two ways to one page.
    static bool AreTwins(KnownLikeness one, KnownLikeness other) =>
        one.BodyHash == other.BodyHash || (one.Fingerprint is { } bits && other.Fingerprint is { } others && Fingerprint.AreAlike(bits, others));
}
