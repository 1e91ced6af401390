using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Embedded;

/// <summary>The articles of a segment in one language.</summary>
/// <param name="Bits">One bit for each article of the segment.</param>
/// <param name="Articles">How many there are, deleted ones among them.</param>
/// <param name="Words">How many words they have together, stop words left out.</param>
sealed record LanguageShare(ulong[] Bits, int Articles, double Words)
{
    /// <summary>True for an article in the language.</summary>
    public bool Has(int doc) => (Bits[doc >> 6] >> doc & 1) != 0;
}

/// <summary>Parts the articles of a segment by language.</summary>
static class LanguageShares
{
    /// <param name="column">The language of each article.</param>
    /// <param name="values">The values of that facet.</param>
    /// <param name="lengths">The lengths of their texts in words; null when none has any.</param>
    /// <param name="articles">How many articles the segment has.</param>
    public static ImmutableDictionary<Language, LanguageShare> Of(FacetColumn column, FacetValues values, byte[]? lengths, int articles) =>
        Language.All.ToImmutableDictionary(language => language, language => Of(column, values.Find(language.Code), lengths, articles));

    static LanguageShare Of(FacetColumn column, int value, byte[]? lengths, int articles)
    {
        ulong[] bits = new ulong[(articles + 63) >> 6];
        int count = 0;
        double words = 0;
        for (int doc = 0; value >= 0 && doc < articles; doc++)
        {
            if (!column.Of(doc).Contains(value))
                continue;
            bits[doc >> 6] |= 1UL << doc;
            count++;
            words += lengths is null ? 0 : LengthCode.Lengths[lengths[doc]];
        }
        return new(bits, count, words);
    }
}
