namespace KnowledgeBase.Search.Embedded;

/// <summary>A term and what it weighs in the articles of one segment.</summary>
/// <param name="value">What the term weighs where it is all there is.</param>
/// <param name="lengths">For each length code what k1 becomes for a text of that length.</param>
/// <param name="codes">The length code of each article; null where there are no lengths.</param>
/// <param name="shortest">The least of the codes.</param>
/// <param name="postings">The articles that have the term.</param>
sealed class SegmentWeight(float value, float[] lengths, byte[]? codes, byte shortest, WeighedPostings postings)
{
    // Lists of more different lengths are walked by leaps, others step by step.
    const int Leap = 8;

    int _at;

    /// <summary>True when <see cref="Next"/> can be asked.</summary>
    public bool HasBounds => postings.Shares.Length == 0;

    /// <summary>The place of the next article, from a place on, that has the term so often that it could reach a score in a text as short as any; −1 when there is none.</summary>
    public int Next(int from, float score)
    {
        ReadOnlySpan<byte> frequencies = postings.Frequencies.AsSpan(from);
        int least = 1;
        while (least < byte.MaxValue && Score(least, shortest) < score)
            least++;
        int next = least == 1 ? (frequencies.IsEmpty ? -1 : 0) : frequencies.IndexOfAnyInRange((byte)least, byte.MaxValue);
        return next < 0 ? -1 : from + next;
    }

    /// <summary>The article at a place.</summary>
    public int DocAt(int at) => postings.Docs[at];

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

    /// <summary>What the term weighs in the article at a place.</summary>
    public float ScoreAt(int at) => Score(postings.FrequencyAt(at), codes is null ? (byte)0 : codes[postings.Docs[at]]);

    float Score(float frequency, byte code) => value * frequency / (frequency + lengths[code]);
}
