using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Families;

/// <summary>Counts the stories among hits, and keeps of each its best version: the others must take no place on a page.</summary>
sealed class FamilyHits
{
    readonly Dictionary<int, RankedHit> _best = [];
    int _alone;

    /// <summary>How many stories there are.</summary>
    public int Count => _alone + _best.Count;

    /// <summary>Looks at a hit. True when it is a version among several, and kept here; false when it stands alone.</summary>
    public bool Take(int family, RankedHit hit)
    {
        if (family < 0)
        {
            _alone++;
            return false;
        }
        if (!_best.TryGetValue(family, out RankedHit best) || HitRank.Compare(hit.Rank, best.Rank) > 0)
            _best[family] = hit;
        return true;
    }

    /// <summary>Offers the best version of each story.</summary>
    public void OfferTo(BestHits best)
    {
        foreach (RankedHit hit in _best.Values)
            best.Offer(hit.Segment, hit.Doc, hit.Rank);
    }
}
