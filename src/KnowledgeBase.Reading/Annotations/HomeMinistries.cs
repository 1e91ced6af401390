using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Knows a ministry named without its nation, where the text leaves no doubt about the nation: the Finance Ministry in a report from Tokyo.</summary>
sealed class HomeMinistries(ContentFolder content)
{
    readonly Vocabulary _vocabulary = content.Vocabulary;

    readonly ILookup<string, Organization> _byName = content.Vocabulary.Organizations.Where(organization => organization.Country is not null)
        .SelectMany(organization => NamesWithoutNation(organization).Select(name => (name, organization)))
        .ToLookup(pair => pair.name, pair => pair.organization, StringComparer.Ordinal);

    /// <summary>The mentions, those of such ministries with their ids.</summary>
    public ImmutableArray<Mention> Resolve(ImmutableArray<Mention> mentions, string text) =>
        FindNation(mentions) is { } nation ? [.. mentions.Select(mention => IsBare(mention, text) && FindIn(nation, mention.Span.In(text)) is { } id ? mention with { Id = id } : mention)] : mentions;

    /// <summary>The nation of the city the report comes from, else that of all authorities it names; null when they are of more than one.</summary>
    string? FindNation(ImmutableArray<Mention> mentions)
    {
        Mention? dateline = mentions.FirstOrDefault(mention => mention is { Kind: MentionKind.City, Role: MentionRole.Dateline, Id: not null });
        if (dateline?.Id is { } city)
            return _vocabulary.FindCity(city)?.Country;
        List<string> nations = [.. mentions.Where(mention => mention is { Kind: MentionKind.Organization, Id: not null }).Select(mention => _vocabulary.FindOrganization(mention.Id!))
            .Where(organization => organization?.Kind == "government").Select(organization => organization!.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
        return nations is [var only] ? only : null;
    }

    string? FindIn(string nation, string name) => _byName[name].Where(organization => organization.Country == nation).ToList() is [var only] ? only.Id : null;

    /// <summary>Unknown, and with no other nation's name before it (Thailand's Finance Ministry).</summary>
    static bool IsBare(Mention mention, string text)
    {
        if (mention is not { Kind: MentionKind.Organization, Id: null })
            return false;
        int word = text.LastIndexOf(' ', Math.Max(0, mention.Span.Start - 2));
        return !(mention.Span.Start > 1 && text[mention.Span.Start - 1] == ' ' && char.IsUpper(text[word + 1]) && text[mention.Span.Start - 2] is not ('.' or '"'));
    }

    /// <summary>What two of its names have behind different first words: Japan's Finance Ministry, Japanese Finance Ministry.</summary>
    static IEnumerable<string> NamesWithoutNation(Organization organization) =>
        organization.Alternatives.Where(name => name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && name.IndexOf(' ', space + 1) > 0)
            .GroupBy(name => name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);
}
