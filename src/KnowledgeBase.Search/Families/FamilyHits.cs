using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Families;

/// <summary>Keeps of each story that has several versions the best: the others must take no place on a page.</summary>
sealed class FamilyHits
{
    readonly Dictionary<int, RankedHit> _best = [];
    int _versions;

    /// <summary>How many hits are told again by another one.</summary>
    public int Retold => _versions - _best.Count;

    /// <summary>Looks at a version.</summary>
    public void Take(int family, in RankedHit hit)
    {
        _versions++;
        if (!_best.TryGetValue(family, out RankedHit best) || HitRank.Compare(hit.Rank, best.Rank) > 0)
            _best[family] = hit;
    }

    /// <summary>Offers the best version of each story.</summary>
    public void OfferTo(BestHits best)
    {
        foreach (RankedHit hit in _best.Values)
            best.Offer(hit);
    }
}
