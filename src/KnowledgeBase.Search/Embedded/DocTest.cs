namespace KnowledgeBase.Search.Embedded;

/// <summary>Tells whether articles, asked for in order, are in a set.</summary>
struct DocTest(DocSet set)
{
    int _at;

    /// <summary>True when the article is in the set.</summary>
    public bool Has(int doc)
    {
        if (set.List is not { } list)
            return (set.Bits[doc >> 6] >> doc & 1) != 0;
        ReadOnlySpan<int> docs = list.AsSpan(0, set.Length);
        if (_at < docs.Length && docs[_at] < doc)
            _at = Postings.Seek(docs, _at, doc);
        return _at < docs.Length && docs[_at] == doc;
    }
}
