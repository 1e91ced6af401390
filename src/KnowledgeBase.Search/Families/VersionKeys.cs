using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Families;

/// <summary>Finds what a publisher calls a story in every language: its own id of the article, and the article's address without the part that names the language.</summary>
static class VersionKeys
{
    // Shorter numbers count up in each language by itself, and meet by chance: 123 is a hundred-odd articles after the start of a site. A guess.
    const int FewestDigits = 5;

    // Longer ones are no ids but texts.
    const int LongestId = 100;

    /// <summary>The keys of an article; none without the full date of a day, which has to agree too.</summary>
    public static ImmutableArray<long> Of(Article article)
    {
        if (article.Published?.Day is null)
            return [];
        string? id = article.Page?.PublishersId is { Length: <= LongestId } own && own.Count(char.IsAsciiDigit) >= FewestDigits ? $"id {own}" : null;
        string?[] names = [id, NeutralAddress.Find(article.Url, article.Language)];
        return [.. names.OfType<string>().Select(name => HashOf($"{article.PublisherId} {name}")).Distinct()];
    }

    static long HashOf(string name) => (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan()));
}
