namespace KnowledgeBase.Search.Queries;

/// <summary>When a search asks for most of its free words only, and for how many.</summary>
/// <remarks>
/// Measured on questions in three languages over 7,475 paragraphs, and in English over 2,067: a quarter of the words found nearly as well as any one word (MRR@10 .9377 against
/// .9380, .853 against .858) with 40 % of the matches; half of the words lost .02. Relaxing long questions that few paragraphs answer in full brought .001 and .003.
/// </remarks>
static class Relaxation
{
    const int FewWords = 4;
    const int ManyWords = 6;

    /// <summary>True when too few articles have every word: none, or for a long question less than a page.</summary>
    public static bool IsNeeded(int words, int matches) => matches == 0 || (words >= ManyWords && matches < SearchQuery.PageSize);

    /// <summary>The least number of words that must be found of a number of words: half of a few, a quarter of many, at least two of those.</summary>
    public static int LeastOf(int words) => words <= FewWords ? (words + 1) / 2 : Math.Max(2, (words + 3) / 4);
}
