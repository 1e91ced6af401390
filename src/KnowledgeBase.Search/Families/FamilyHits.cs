using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Families;

/// <summary>Keeps of each story that has several versions one: the best, or the best in the reader's language. The others must take no place on a page.</summary>
sealed class FamilyHits
{
    readonly Dictionary<int, RankedHit> _best = [];
    readonly Dictionary<int, RankedHit> _preferred = [];
    int _versions;

    /// <summary>How many hits are told again by another one.</summary>
    public int Retold => _versions - _best.Count;

    /// <summary>Looks at a version.</summary>
    /// <param name="family">The story.</param>
    /// <param name="hit">The version.</param>
    /// <param name="isPreferred">True for a version that the reader would rather see, whatever its rank.</param>
    public void Take(int family, in RankedHit hit, bool isPreferred = false)
    {
        _versions++;
        Keep(_best, family, hit);
        if (isPreferred)
            Keep(_preferred, family, hit);
    }

    /// <summary>Offers the best version of each story.</summary>
    public void OfferTo(BestHits best)
    {
        foreach (RankedHit hit in _best.Values)
            best.Offer(hit);
    }

    /// <summary>Hits that are in order, each best version of a story replaced by the one the reader would rather see.</summary>
    public List<RankedHit> Shown(List<RankedHit> hits)
    {
        if (_preferred.Count == 0)
            return hits;
        Dictionary<(int, int), RankedHit> preferred = _preferred.ToDictionary(each => (_best[each.Key].Segment, _best[each.Key].Doc), each => each.Value);
        return hits.ConvertAll(hit => preferred.TryGetValue((hit.Segment, hit.Doc), out RankedHit shown) ? hit with { Segment = shown.Segment, Doc = shown.Doc } : hit);
    }

    static void Keep(Dictionary<int, RankedHit> kept, int family, in RankedHit hit)
    {
        if (!kept.TryGetValue(family, out RankedHit known) || HitRank.Compare(hit.Rank, known.Rank) > 0)
            kept[family] = hit;
    }
}
