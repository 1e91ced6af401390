namespace KnowledgeBase.Search.Embedded;

/// <summary>One way of cutting texts into terms, and what its terms weigh by BM25.</summary>
/// <remarks>
/// Weights, k1 and b are the best shared ones of a study of 400 recipes on questions about paragraphs in three languages; the sum of the views finds more than any
/// one of them. The weights of headline, neighbours and letters were raised beside <see cref="Closeness"/>,
/// one recipe for five sets of such questions: 1, .4 and .5 found .0003 more on average than .8, .3 and .3, on both halves. Pairs at .35 and singles at .8 found .0007 more still, and lost .005 on headlines in other languages. Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009; the constant factor k1 + 1 is left out.
/// </remarks>
/// <param name="Field">Its field in the index.</param>
/// <param name="Weight">What a term weighs beside those of other views.</param>
/// <param name="K1">How quickly repetition stops to count.</param>
/// <param name="LengthShare">BM25's b: how much a long text counts against an article.</param>
sealed record View(string Field, float Weight, float K1, float LengthShare)
{
    /// <summary>Words.</summary>
    public static readonly View Words = new(Fields.Words, 1, 0.6f, 0.75f);

    /// <summary>Pairs of Han and kana. Lengths mean less: pairs follow from the number of characters.</summary>
    public static readonly View Pairs = new(Fields.Pairs, 0.5f, 0.6f, 0.4f);

    /// <summary>Single Han and kana.</summary>
    public static readonly View Singles = new(Fields.Singles, 0.5f, 0.6f, 0.75f);

    /// <summary>Words of the headline, once more.</summary>
    public static readonly View Headline = new(Fields.Headline, 1, 0.6f, 0.75f);

    /// <summary>Words side by side, by the lengths of <see cref="Words"/>. They are found by the places of words: as terms of their own they took a third of the index and of the time to make it, and ranks were the same.</summary>
    public static readonly View Neighbours = new(Fields.Words, 0.4f, 0.6f, 0.6f);

    /// <summary>Four letters of words between spaces: names in other spellings, compounds.</summary>
    public static readonly View Letters = new(Fields.Letters, 0.5f, 0.6f, 0.9f);

    /// <summary>What words are in another language, by the lengths of <see cref="Words"/>. Repetition counts for more: it tells a translation that is meant from one that is not. On headlines in other languages k1 1.2 lost .006 of MRR@10.</summary>
    public static readonly View Translated = new(Fields.Words, 1, 0.9f, 0.6f);

    /// <summary>Every view that the words of a query weigh in as they are.</summary>
    public static IReadOnlyList<View> All { get; } = [Words, Pairs, Singles, Headline, Neighbours, Letters];
}
