using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>What the knowledge base is about, from <c>content/scope.yml</c>: an article speaks of every party, and of the economy.</summary>
public sealed record ScopeRule
{
    /// <summary>The parties an article must speak of, each of them.</summary>
    public required ImmutableArray<ScopeParty> Parties { get; init; }

    /// <summary>How often, at least, a party must be named; once is in passing.</summary>
    public required int LeastMentions { get; init; }

    /// <summary>How many mentions one in the headline counts as.</summary>
    public required int HeadlineWeight { get; init; }

    /// <summary>How many mentions one in the first paragraph counts as.</summary>
    public required int LeadWeight { get; init; }

    /// <summary>Words of the economy, per language.</summary>
    public required ImmutableDictionary<Language, ImmutableArray<string>> EconomyWords { get; init; }

    /// <summary>How many of them, different or not, stand for one topic.</summary>
    public required int LeastEconomyWords { get; init; }

    /// <summary>Ids of topics that are no matter of the economy.</summary>
    public required ImmutableArray<string> NotEconomy { get; init; }
}

/// <summary>A country an article must speak of.</summary>
/// <param name="Name">Its name, for reasons given to people.</param>
/// <param name="Country">ISO 3166-1 alpha-2: its cities, organisations and publishers speak for it.</param>
/// <param name="Words">What else speaks for it, per language.</param>
public sealed record ScopeParty(string Name, string Country, ImmutableDictionary<Language, ImmutableArray<string>> Words);
