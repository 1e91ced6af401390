using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Families;

/// <summary>Two articles in different languages that may be versions of one story. Only an editor makes them one.</summary>
/// <param name="One">The article whose id comes first in alphabetical order.</param>
/// <param name="Other">The other.</param>
/// <param name="Score">How far beyond chance is what they share, as a natural logarithm: at least 14.</param>
/// <param name="Shared">What both name, the rarest first.</param>
public sealed record FamilyProposal(ArticleId One, ArticleId Other, double Score, ImmutableArray<FamilyMark> Shared);
