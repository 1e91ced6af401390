using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.People;

/// <summary>Why a name may be that of a person in <c>content/people</c>.</summary>
public enum ProposalReason
{
    /// <summary>It is written nearly as a whole name of the person: another romanisation (Ohno, Ōno, Ono), another small character (堂ノ上, 堂之上).</summary>
    OtherSpelling,

    /// <summary>It is the whole name of several people.</summary>
    Namesakes,

    /// <summary>It is the family name with the initial of the given name (T. Donoue).</summary>
    Initial,

    /// <summary>It is the family name, and the post is one the person is known to have held.</summary>
    SurnameAndPost,
}

/// <summary>A link from a speaker's name to a person, for an editor to make or not: nothing is linked by it.</summary>
/// <param name="Name">The name as articles give it.</param>
/// <param name="PersonId">The person it may be.</param>
/// <param name="Reason">Why.</param>
/// <param name="Post">The post that articles give the speaker; null when they give none.</param>
/// <param name="Quotes">How many quotes have this speaker.</param>
/// <param name="Articles">The articles they stand in.</param>
public sealed record PersonProposal(string Name, string PersonId, ProposalReason Reason, string? Post, int Quotes, ImmutableArray<ArticleId> Articles);
