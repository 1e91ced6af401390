using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Families;

/// <summary>Parts articles into stories: two belong to one when they are related, or related to a third that belongs to it.</summary>
static class FamilyParts
{
    /// <summary>For each article, in their order, the story it belongs to: the id of the story's first article; null for an article that stands alone.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="decisions">What editors said of pairs of them.</param>
    public static ArticleId?[] Of(IReadOnlyList<FamilyTraits> articles, FamilyDecisions decisions)
    {
        int[] firsts = [.. Enumerable.Range(0, articles.Count)];
        for (int i = 1; i < articles.Count; i++)
        {
            for (int other = 0; other < i; other++)
            {
                if (FirstOf(firsts, i) != FirstOf(firsts, other) && decisions.AreOneStory(articles[i], articles[other]))
                    Join(firsts, i, other);
            }
        }
        int[] sizes = new int[articles.Count];
        for (int i = 0; i < firsts.Length; i++)
            sizes[FirstOf(firsts, i)]++;
        return [.. Enumerable.Range(0, firsts.Length).Select(i => sizes[FirstOf(firsts, i)] == 1 ? null : (ArticleId?)articles[FirstOf(firsts, i)].Id)];
    }

    /// <summary>The articles without the keys that two of them carry in one language: such a key names no story.</summary>
    public static ImmutableArray<FamilyTraits> WithoutCommonKeys(IReadOnlyList<FamilyTraits> articles)
    {
        HashSet<long> common =
        [
            .. articles.SelectMany(article => article.Keys.Select(key => (Key: key, article.Language)))
                .GroupBy(carried => carried).Where(group => group.Count() > 1).Select(group => group.Key.Key),
        ];
        return [.. articles.Select(article => article.Without(common))];
    }

    static void Join(int[] firsts, int one, int other)
    {
        (int left, int right) = (FirstOf(firsts, one), FirstOf(firsts, other));
        firsts[Math.Max(left, right)] = Math.Min(left, right);
    }

    static int FirstOf(int[] firsts, int at)
    {
        while (firsts[at] != at)
            at = firsts[at] = firsts[firsts[at]];
        return at;
    }
}
