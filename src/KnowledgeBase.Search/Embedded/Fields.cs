using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The fields of the index. Changing one makes another index: raise <see cref="IndexFolder.Format"/>.</summary>
static class Fields
{
    /// <summary>Words, with stop words for the sake of phrases.</summary>
    public const string Words = "w";

    /// <summary>Pairs of Han and kana.</summary>
    public const string Pairs = "g";

    /// <summary>Single Han and kana.</summary>
    public const string Singles = "u";

    /// <summary>Four letters of words between spaces.</summary>
    public const string Letters = "q";

    /// <summary>Words of the headline.</summary>
    public const string Headline = "h";

    /// <summary>Pairs of Han and kana of the headline.</summary>
    public const string HeadlinePairs = "hg";

    /// <summary>Single Han and kana of the headline.</summary>
    public const string HeadlineSingles = "hu";

    /// <summary>Words between spaces as they are written.</summary>
    public const string Spellings = "x";

    /// <summary>Words between spaces of the headline as they are written.</summary>
    public const string HeadlineSpellings = "hx";

    /// <summary>The article's id, as its key.</summary>
    public const string Id = "id";

    /// <summary>The article's id as a number, to order equals.</summary>
    public const string IdNumber = "n";

    /// <summary>The story it is a version of, as the number of the story's first article; absent when it stands alone.</summary>
    public const string Family = "family";

    /// <summary>The first day of what is known of the date of publication, as the day number of the proleptic Gregorian calendar; absent without a date.</summary>
    public const string Day = "day";

    /// <summary>The headline as it is shown.</summary>
    public const string StoredHeadline = "headline";

    /// <summary>The body as it is shown.</summary>
    public const string StoredBody = "body";

    public static FieldType WithPositions { get; } = Indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, hasLength: true);

    public static FieldType WithFrequencies { get; } = Indexed(IndexOptions.DOCS_AND_FREQS, hasLength: true);

    /// <summary>Terms in order, without the length of the text: they decide, and weigh nothing.</summary>
    public static FieldType WithPositionsOnly { get; } = Indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, hasLength: false);

    public static FieldType WithArticlesOnly { get; } = Indexed(IndexOptions.DOCS_ONLY, hasLength: false);

    /// <summary>The field of a facet's values.</summary>
    public static string Of(Facet facet) => "f." + facet.Name;

    static FieldType Indexed(IndexOptions options, bool hasLength)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = !hasLength, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
