using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Search.Tests.Runs;

/// <summary>Changes of articles, each told by its revision alone: so what a ledger holds at any revision can be told without it.</summary>
static class History
{
    const int Articles = 60;

    /// <summary>Makes the change of a revision; the ledger must be at the revision before.</summary>
    public static async Task ChangeAsync(ArticleStore articles, long revision)
    {
        if (IsTakedown(revision))
            await articles.DeleteAsync(ArticleId.Of(NameAt(revision)), CancellationToken.None);
        else
            await articles.SaveAsync(Examples.English(NameAt(revision), "Tea", WordAt(revision)), CancellationToken.None);
    }

    /// <summary>The articles at a revision, by the word that only their version of then holds.</summary>
    public static Dictionary<string, string> At(long revision)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        for (long each = 1; each <= revision; each++)
        {
            if (IsTakedown(each))
                words.Remove(NameAt(each));
            else
                words[NameAt(each)] = WordAt(each);
        }
        return words.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }

    // 7 and 60 have no common divisor, so every article has its turn; the order is none of the ids'.
    static string NameAt(long revision) => string.Create(CultureInfo.InvariantCulture, $"article{revision * 7 % Articles}");

    static string WordAt(long revision) => string.Create(CultureInfo.InvariantCulture, $"version{revision}");

    static bool IsTakedown(long revision) => revision % 11 == 0;
}
