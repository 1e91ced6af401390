namespace KnowledgeBase.Search.Embedded;

/// <summary>A term and what it weighs in the articles of one segment.</summary>
sealed class SegmentWeight(float value, float[] lengths, byte[]? codes, WeighedPostings postings)
{
    // Lists of more different lengths are walked by leaps, others step by step.
    const int Leap = 8;

    int _at;

    /// <summary>Adds what the term weighs to the scores of articles. Articles must be asked for in order.</summary>
    /// <param name="docs">The articles, rising.</param>
    /// <param name="scores">A score for each of them.</param>
    public void AddTo(ReadOnlySpan<int> docs, Span<float> scores)
    {
        ReadOnlySpan<int> own = postings.Docs;
        if (_at >= own.Length || docs.IsEmpty)
            return;
        int end = Postings.Seek(own, _at, docs[^1] + 1);
        if (docs.Length * Leap < end - _at)
            AddLeaping(docs, own[..end], scores);
        else
            AddWalking(docs, own[..end], scores);
        _at = end;
    }

    /// <summary>What the term weighs in an article; articles must be asked for in order.</summary>
    public float ScoreOf(int doc)
    {
        if (_at < postings.Count && postings.Docs[_at] < doc)
            _at = Postings.Seek(postings.Docs, _at, doc);
        return _at < postings.Count && postings.Docs[_at] == doc ? ScoreAt(_at) : 0;
    }

    void AddLeaping(ReadOnlySpan<int> docs, ReadOnlySpan<int> own, Span<float> scores)
    {
        int at = _at;
        for (int i = 0; i < docs.Length; i++)
        {
            if (own[at] < docs[i])
                at = Postings.Seek(own, at, docs[i]);
            if (at >= own.Length)
                return;
            if (own[at] == docs[i])
                scores[i] += ScoreAt(at);
        }
    }

    void AddWalking(ReadOnlySpan<int> docs, ReadOnlySpan<int> own, Span<float> scores)
    {
        int at = _at;
        for (int i = 0; i < docs.Length && at < own.Length;)
        {
            int doc = docs[i];
            int other = own[at];
            if (doc == other)
                scores[i] += ScoreAt(at);
            i += doc <= other ? 1 : 0;
            at += other <= doc ? 1 : 0;
        }
    }

    float ScoreAt(int at)
    {
        float frequency = postings.FrequencyAt(at);
        return value * frequency / (frequency + lengths[codes is null ? 0 : codes[postings.Docs[at]]]);
    }
}
