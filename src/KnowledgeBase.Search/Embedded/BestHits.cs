namespace KnowledgeBase.Search.Embedded;

/// <summary>Keeps the best of many hits: a heap with the worst of them on top.</summary>
sealed class BestHits(int wanted)
{
    RankedHit[] _heap = new RankedHit[Math.Min(wanted, 64)];
    int _count;

    /// <summary>The least score that still has a place; hits below need not be offered.</summary>
    public float LeastScore => wanted == 0 ? float.PositiveInfinity : _count < wanted ? float.NegativeInfinity : _heap[0].Rank.Score;

    /// <summary>The least rank of a day that still has a place, where the order is by date.</summary>
    public int LeastDay => wanted == 0 ? int.MaxValue : _count < wanted ? int.MinValue : _heap[0].Rank.Day;

    /// <summary>Looks at a hit.</summary>
    public void Offer(in RankedHit hit)
    {
        if (_count < wanted)
            Add(hit);
        else if (wanted > 0 && HitRank.Compare(hit.Rank, _heap[0].Rank) > 0)
            SinkFromTop(hit);
    }

    /// <summary>The best, best first; nothing is left here.</summary>
    public List<RankedHit> Take()
    {
        var hits = new List<RankedHit>(_heap[.._count]);
        hits.Sort((left, right) => HitRank.Compare(right.Rank, left.Rank));
        _count = 0;
        return hits;
    }

    void Add(in RankedHit hit)
    {
        if (_count == _heap.Length)
            Array.Resize(ref _heap, Math.Min(wanted, _count * 2));
        int at = _count++;
        for (int parent; at > 0 && HitRank.Compare(hit.Rank, _heap[parent = (at - 1) / 2].Rank) < 0; at = parent)
            _heap[at] = _heap[parent];
        _heap[at] = hit;
    }

    void SinkFromTop(in RankedHit hit)
    {
        int at = 0;
        for (int child = 1; child < _count; child = (2 * at) + 1)
        {
            if (child + 1 < _count && HitRank.Compare(_heap[child + 1].Rank, _heap[child].Rank) < 0)
                child++;
            if (HitRank.Compare(hit.Rank, _heap[child].Rank) <= 0)
                break;
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = hit;
    }
}
