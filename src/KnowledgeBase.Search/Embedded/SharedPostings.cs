namespace KnowledgeBase.Search.Embedded;

/// <summary>The articles of a segment that have one of several units, and how often, each unit by its share.</summary>
/// <param name="docs">Numbers of articles, rising.</param>
/// <param name="shares">How often each has one of the units, by their shares.</param>
sealed class SharedPostings(int[] docs, float[] shares) : Postings(docs.Length, Frequencies.Of([]))
{
    protected override long BytesOfDocs => 8L * docs.Length;

    public override bool HasCounts => false;

    /// <summary>Joins the postings of several units.</summary>
    public static Postings Union(IReadOnlyList<(Postings Postings, float Share)> units)
    {
        (Postings Postings, float Share)[] some = [.. units.Where(unit => unit.Postings.Count > 0)];
        if (some.Length == 0)
            return None;
        if (some is [var (only, share)] && share == 1)
            return only;
        int total = some.Sum(unit => unit.Postings.Count);
        int[] docs = new int[total];
        float[] shares = new float[total];
        int count = 0;
        foreach ((Postings postings, float part) in some)
        {
            foreach ((int doc, float frequency) in postings)
                (docs[count], shares[count++]) = (doc, part * frequency);
        }
        Array.Sort(docs, shares);
        return Join(docs, shares);
    }

    public override void FrequenciesAt(ReadOnlySpan<int> places, Span<float> often)
    {
        for (int i = 0; i < places.Length; i++)
            often[i] = shares[places[i]];
    }

    public override int DocAt(int at, ref PostingsMark mark) => docs[at];

    protected override void DocsFrom(int at, Span<int> found, ref PostingsMark mark) => docs.AsSpan(at, found.Length).CopyTo(found);

    public override int Find(ReadOnlySpan<int> asked, Span<int> found, Span<int> places, ref PostingsMark mark)
    {
        int count = 0;
        int at = mark.At;
        for (int i = 0; i < asked.Length && at < docs.Length; i++)
        {
            if (docs[at] < asked[i])
                at = Seek(docs, at, asked[i]);
            if (at < docs.Length && docs[at] == asked[i])
                (found[count], places[count++]) = (i, at);
        }
        mark = new(at, 0);
        return count;
    }

    public override DocSet In(int articles, Scratch scratch) => DocSet.OfList(docs, docs.Length, articles);

    static SharedPostings Join(int[] docs, float[] shares)
    {
        int last = 0;
        for (int i = 1; i < docs.Length; i++)
        {
            if (docs[i] == docs[last])
            {
                shares[last] += shares[i];
                continue;
            }
            last++;
            (docs[last], shares[last]) = (docs[i], shares[i]);
        }
        return new(docs[..(last + 1)], shares[..(last + 1)]);
    }
}
