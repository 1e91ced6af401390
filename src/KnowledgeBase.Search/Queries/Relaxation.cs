namespace KnowledgeBase.Search.Queries;

/// <summary>When a search asks for most of its free words only, and for how much of them.</summary>
/// <remarks>
/// Measured on questions in three languages over 7,475 paragraphs, and in English over 2,067. Words weighed by rarity find as much with a fraction of the matches: a share of
/// .07 gave MRR@10 .946 and .883 with 1,486 and 290 matches, any one word .946 and .883 with 2,944 and 330, a quarter of the words by number .944 and .871 with 1,154 and 35.
/// </remarks>
static class Relaxation
{
    // Stop words count here: whoever writes six words asks a question, whoever writes three names terms.
    const int ManyWords = 6;

    // Half of the weight of short questions lost .005 on the Chinese ones.
    const float ShareOfFew = 0.1f;
    const float ShareOfMany = 0.07f;

    /// <summary>The least share of the weight of a number of words that must be found.</summary>
    public static float LeastShareOf(int words) => words >= ManyWords ? ShareOfMany : ShareOfFew;

    /// <summary>True when too few articles have every word: none, or for a long question less than a page.</summary>
    public static bool IsNeeded(int words, int matches) => matches == 0 || (words >= ManyWords && matches < SearchQuery.PageSize);
}
