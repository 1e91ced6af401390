using System.Collections.Immutable;

namespace KnowledgeBase.Families;

/// <summary>What two articles in different languages have in common, when it is far more than chance would give.</summary>
/// <param name="Score">The rarities of what they share, added up: see <see cref="MarkRarity"/>.</param>
/// <param name="Shared">What they share, the rarest first.</param>
sealed record StoryLikeness(double Score, ImmutableArray<FamilyMark> Shared)
{
    /// <summary>The least score: the chance of one in a million among unrelated articles, if marks came independently of one another.</summary>
    /// <remarks>
    /// Chosen together with the two bounds below on the bundled articles, each pair of languages taken as if both had come out on the same day: of 69 pairs that are versions 67 are
    /// found, of 1,518 that are not none. What comes nearest there is two articles on trade and chips that share an organisation, a sum and a share: 14.7, but a third of what they name.
    /// </remarks>
    public const double LeastScore = 14;

    // Of what the one that names less names: the same template, next month's statistics name the same people and cities, but other figures.
    const double LeastShare = 0.4;

    // In figures and days: three digits. Who meets whom where is told in many stories.
    const double LeastExact = 6;

    /// <summary>The likeness; null when it could be chance.</summary>
    /// <param name="one">What one article names.</param>
    /// <param name="other">What the other names.</param>
    /// <param name="rarity">How much each of these marks tells.</param>
    public static StoryLikeness? Find(ImmutableArray<FamilyMark> one, ImmutableArray<FamilyMark> other, Func<FamilyMark, double> rarity)
    {
        FamilyMark[] shared = [.. one.Intersect(other).OrderByDescending(rarity)];
        double score = shared.Sum(rarity);
        double exact = shared.Where(mark => mark.Kind is FamilyMarkKind.Figure or FamilyMarkKind.Day).Sum(rarity);
        bool isFarBeyondChance = score >= LeastScore && exact >= LeastExact && score >= LeastShare * Math.Min(one.Sum(rarity), other.Sum(rarity));
        return isFarBeyondChance ? new(score, [.. shared]) : null;
    }
}
