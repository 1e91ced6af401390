namespace KnowledgeBase.Search.Embedded;

/// <summary>How much something tells by how few articles have it: the inverse document frequency of BM25, which is never negative (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, with 1 added as Lucene does).</summary>
static class Rarity
{
    /// <param name="articles">How many articles have it; may be a fraction where several units share a place.</param>
    /// <param name="all">How many articles there are.</param>
    public static float Of(double articles, long all) => (float)Math.Log(1 + ((all - articles + 0.5) / (articles + 0.5)));
}
