using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Families;

/// <summary>What an editor said of two articles. It is kept for good, also when one of them is taken down and comes back.</summary>
/// <param name="One">The article whose id comes first in alphabetical order.</param>
/// <param name="Other">The other.</param>
/// <param name="IsOneStory">True when they are versions of one story; false when they are not, whatever rules say.</param>
/// <param name="DecidedAt">When that was said.</param>
public sealed record FamilyDecision(ArticleId One, ArticleId Other, bool IsOneStory, DateTimeOffset DecidedAt)
{
    /// <summary>A decision on two articles, named in either order.</summary>
    public static FamilyDecision Of(ArticleId one, ArticleId other, bool isOneStory, DateTimeOffset at)
    {
        (ArticleId first, ArticleId second) = FamilyDecisions.InOrder(one, other);
        return new(first, second, isOneStory, at);
    }
}

/// <summary>What editors said of pairs of articles.</summary>
sealed class FamilyDecisions(IEnumerable<(ArticleId One, ArticleId Other, bool IsOneStory)> decisions)
{
    public static readonly FamilyDecisions None = new([]);

    readonly ImmutableDictionary<(ArticleId, ArticleId), bool> _decisions =
        decisions.ToImmutableDictionary(decision => InOrder(decision.One, decision.Other), decision => decision.IsOneStory);

    /// <summary>True when both tell one story: an editor says so, or the rules do and no editor denies it.</summary>
    public bool AreOneStory(FamilyTraits one, FamilyTraits other) =>
        _decisions.TryGetValue(InOrder(one.Id, other.Id), out bool isOneStory) ? isOneStory : one.AreOneStoryWith(other);

    /// <summary>The articles that an editor said are versions of one.</summary>
    public IEnumerable<ArticleId> VersionsOf(ArticleId id) =>
        _decisions.Where(decision => decision.Value && (decision.Key.Item1 == id || decision.Key.Item2 == id)).Select(decision => decision.Key.Item1 == id ? decision.Key.Item2 : decision.Key.Item1);

    /// <summary>A pair as it is stored.</summary>
    public static (ArticleId One, ArticleId Other) InOrder(ArticleId one, ArticleId other) => string.CompareOrdinal(one.Value, other.Value) <= 0 ? (one, other) : (other, one);
}
