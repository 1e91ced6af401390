namespace KnowledgeBase.Search.Embedded;

/// <summary>A term and what it weighs in the articles of one segment.</summary>
/// <param name="value">What the term weighs where it is all there is.</param>
/// <param name="lengths">For each length code what k1 becomes for a text of that length.</param>
/// <param name="codes">The length code of each article; null where there are no lengths.</param>
/// <param name="shortest">The least of the codes.</param>
/// <param name="postings">The articles that have the term.</param>
/// <param name="within">The articles it weighs in, one bit each; null where it weighs in all.</param>
sealed class SegmentWeight(float value, float[] lengths, byte[]? codes, byte shortest, Postings postings, ulong[]? within)
{
    PostingsMark _mark;
    int _at;

    /// <summary>True when <see cref="MoveTo"/> can be asked.</summary>
    public bool HasBounds => postings.HasCounts && within is null;

    /// <summary>The articles it weighs in, one bit each; null where it weighs in all.</summary>
    public ulong[]? Within => within;

    /// <summary>The articles that have the term.</summary>
    /// <param name="articles">How many articles the segment has.</param>
    /// <param name="scratch">Where the set is kept: it may end with it.</param>
    public DocSet In(int articles, Scratch scratch) => postings.In(articles, scratch);

    /// <summary>The next article that has the term so often that it could reach a score in a text as short as any.</summary>
    /// <param name="score">The score.</param>
    /// <param name="doc">The article.</param>
    /// <param name="own">What the term weighs in it.</param>
    /// <returns>False when there is none. Not to be mixed with <see cref="AddTo"/>.</returns>
    public bool MoveTo(float score, out int doc, out float own)
    {
        int least = 1;
        while (least < byte.MaxValue && Score(least, shortest) < score)
            least++;
        int at = postings.NextOfFrequency(_at, least);
        if (at < 0)
        {
            (doc, own) = (-1, 0);
            return false;
        }
        _at = at + 1;
        doc = postings.DocAt(at, ref _mark);
        float frequency = 0;
        postings.FrequenciesAt([at], new Span<float>(ref frequency));
        own = Score(frequency, CodeOf(doc));
        return true;
    }

    /// <summary>Adds what the term weighs to the scores of articles. Articles must be asked for in order.</summary>
    /// <param name="docs">The articles, rising, it must weigh in them; at most as many as <see cref="DocReader"/> hands out at once.</param>
    /// <param name="scores">A score for each of them.</param>
    public void AddTo(ReadOnlySpan<int> docs, Span<float> scores)
    {
        Span<int> found = stackalloc int[docs.Length];
        Span<int> places = stackalloc int[docs.Length];
        Span<float> frequencies = stackalloc float[docs.Length];
        int count = postings.Find(docs, found, places, ref _mark);
        postings.FrequenciesAt(places[..count], frequencies);
        for (int i = 0; i < count; i++)
            scores[found[i]] += Score(frequencies[i], CodeOf(docs[found[i]]));
    }

    /// <summary>What the term weighs in an article; articles must be asked for in order.</summary>
    public float ScoreOf(int doc)
    {
        float score = 0;
        if (within is not null && (within[doc >> 6] >> doc & 1) == 0)
            return score;
        AddTo([doc], new Span<float>(ref score));
        return score;
    }

    byte CodeOf(int doc) => codes is null ? (byte)0 : codes[doc];

    float Score(float frequency, byte code) => value * frequency / (frequency + lengths[code]);
}
