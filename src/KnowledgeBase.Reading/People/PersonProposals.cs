using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Reading.People;

/// <summary>Collects the speakers that are linked to nobody and may be people of <c>content/people</c>, for an editor to decide.</summary>
public sealed class PersonProposals(ContentFolder content)
{
    readonly KnownPosts _posts = new(content);

    readonly Dictionary<(string Name, string? Post), Unlinked> _unlinked = [];

    readonly ILookup<string, string> _byName = content.Vocabulary.People
        .SelectMany(person => PersonLinker.NamesOf(person).Select(name => (Key: LooseName.KeyOf(name, content.HanVariants), person.Id)).Distinct())
        .ToLookup(name => name.Key, name => name.Id, StringComparer.Ordinal);

    /// <summary>Takes in who speaks in an article.</summary>
    public void Add(Article article)
    {
        foreach (Quote quote in article.Quotes)
        {
            _posts.Add(quote);
            if (quote is { PersonId: null, Speaker: { } name, SpeakerKind: null or SpeakerKind.Person })
                Remember(name, quote.Post, article.Id);
        }
    }

    /// <summary>The proposals, those with the most quotes first; a name that may be several people comes once for each.</summary>
    public ImmutableArray<PersonProposal> Find() =>
    [
        .. _unlinked.SelectMany(each => Candidates(each.Key.Name, each.Key.Post).Select(found => (each.Key.Name, each.Key.Post, found.PersonId, found.Reason, each.Value)))
            .GroupBy(found => (found.Name, found.PersonId))
            .Select(same => Join(same.Key.Name, same.Key.PersonId, same.Min(found => found.Reason), same.Select(found => found.Post).FirstOrDefault(post => post is not null), [.. same.Select(found => found.Value)]))
            .OrderByDescending(proposal => proposal.Quotes).ThenBy(proposal => proposal.Name, StringComparer.Ordinal).ThenBy(proposal => proposal.PersonId, StringComparer.Ordinal),
    ];

    static PersonProposal Join(string name, string personId, ProposalReason reason, string? post, ImmutableArray<Unlinked> unlinked) =>
        new(name, personId, reason, post, unlinked.Sum(each => each.Quotes), [.. unlinked.SelectMany(each => each.Articles).Distinct()]);

    void Remember(string name, string? post, ArticleId article)
    {
        if (!_unlinked.TryGetValue((name, post), out Unlinked? known))
            _unlinked[(name, post)] = known = new();
        known.Quotes++;
        known.Articles.Add(article);
    }

    IEnumerable<(string PersonId, ProposalReason Reason)> Candidates(string name, string? post)
    {
        ImmutableArray<string> whole = [.. _byName[LooseName.KeyOf(name, content.HanVariants)].Distinct(StringComparer.Ordinal)];
        if (!whole.IsEmpty)
            return whole.Select(id => (id, whole.Length > 1 ? ProposalReason.Namesakes : ProposalReason.OtherSpelling));
        return content.Vocabulary.People.Select(person => (person.Id, Reason: ReasonFor(person, name, post))).Where(found => found.Reason is not null).Select(found => (found.Id, found.Reason!.Value));
    }

    ProposalReason? ReasonFor(Person person, string name, string? post)
    {
        string[] names = [.. PersonLinker.NamesOf(person)];
        if (names.Any(full => IsInitialOf(name, full)))
            return ProposalReason.Initial;
        return post is not null && names.Any(full => IsSurnameIn(name, full)) && _posts.Held(person.Id, post) ? ProposalReason.SurnameAndPost : null;
    }

    /// <summary>T. Donoue of Takeo Donoue. The names come in both orders.</summary>
    bool IsInitialOf(string name, string full) =>
        name.Split(' ') is [{ Length: 1 or 2 } initial, var surname] && char.IsAsciiLetterUpper(initial[0]) && (initial.Length == 1 || initial[1] == '.')
        && full.Split(' ') is [var given, var last] && given[0] == initial[0] && Same(surname, last);

    /// <summary>Donoue of Takeo Donoue, 堂ノ上 of 堂ノ上武夫.</summary>
    bool IsSurnameIn(string name, string full)
    {
        if (full.Split(' ') is [_, var last])
            return Same(name, last);
        string key = LooseName.KeyOf(name, content.HanVariants);
        return key.Length > 0 && FoldedText.IsHanOrKana(full[0]) && full.Length > name.Length && LooseName.KeyOf(full, content.HanVariants).StartsWith(key, StringComparison.Ordinal);
    }

    bool Same(string name, string other) => LooseName.KeyOf(name, content.HanVariants) == LooseName.KeyOf(other, content.HanVariants);

    sealed class Unlinked
    {
        public int Quotes { get; set; }

        public HashSet<ArticleId> Articles { get; } = [];
    }
}
