using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Families;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Shows pairs of articles: proposed as versions of one story, or decided on.</summary>
sealed class PairList(Desk desk, Names names, ArticleStore articles)
{
    public async Task ShowAsync(ImmutableArray<FamilyProposal> proposals, bool asJson, CancellationToken cancel)
    {
        Dictionary<ArticleId, Article> known = await FindAsync(proposals.SelectMany(each => new[] { each.One, each.Other }), cancel);
        if (!asJson)
            desk.Output.WriteLine(Count.Of(proposals.Length, "proposal"));
        foreach ((int i, FamilyProposal proposal) in proposals.Index())
        {
            if (asJson)
                WriteJson(new ShownPair(Shown(proposal.One, known), Shown(proposal.Other, known)) { Score = Math.Round(proposal.Score, 1), Shared = [.. proposal.Shared.Select(Shown)] });
            else
            {
                Show($"{i + 1}.", proposal.One, proposal.Other, known);
                desk.Output.WriteLine($"   both: {string.Join(", ", proposal.Shared.Select(LabelOf))}");
                desk.Output.WriteLine($"   kb families accept {proposal.One} {proposal.Other}");
            }
        }
    }

    public async Task ShowAsync(ImmutableArray<FamilyDecision> decisions, bool asJson, CancellationToken cancel)
    {
        Dictionary<ArticleId, Article> known = await FindAsync(decisions.SelectMany(each => new[] { each.One, each.Other }), cancel);
        if (!asJson)
            desk.Output.WriteLine(Count.Of(decisions.Length, "decision"));
        foreach (FamilyDecision decision in decisions)
        {
            if (asJson)
                WriteJson(new ShownPair(Shown(decision.One, known), Shown(decision.Other, known)) { IsOneStory = decision.IsOneStory, DecidedAt = decision.DecidedAt });
            else
                Show(string.Create(CultureInfo.InvariantCulture, $"{decision.DecidedAt:yyyy-MM-dd HH:mm} UTC {(decision.IsOneStory ? "accepted" : "rejected")}:"), decision.One, decision.Other, known);
        }
    }

    void Show(string lead, ArticleId one, ArticleId other, Dictionary<ArticleId, Article> known)
    {
        desk.Output.WriteLine();
        desk.Output.WriteLine($"{lead} {HeadlineOf(one, known)}");
        desk.Output.WriteLine($"   {OriginOf(one, known)}");
        desk.Output.WriteLine($"   {HeadlineOf(other, known)}");
        desk.Output.WriteLine($"   {OriginOf(other, known)}");
    }

    void WriteJson(ShownPair pair) => desk.Output.WriteLine(JsonSerializer.Serialize(pair, PlainJson.Options));

    static string HeadlineOf(ArticleId id, Dictionary<ArticleId, Article> known) => known.TryGetValue(id, out Article? article) ? article.Headline : $"{id} (taken down)";

    string OriginOf(ArticleId id, Dictionary<ArticleId, Article> known) => known.TryGetValue(id, out Article? article)
        ? $"{article.Published?.ToString() ?? "undated"} · {article.Language.Endonym} · {names.Publisher(article.PublisherId)} · {article.Url}"
        : "no longer in the ledger";

    async Task<Dictionary<ArticleId, Article>> FindAsync(IEnumerable<ArticleId> ids, CancellationToken cancel)
    {
        // SQLite takes some thousand values at once; pages of articles also keep memory low.
        const int AtOnce = 500;
        Dictionary<ArticleId, Article> known = [];
        foreach (ArticleId[] some in ids.Distinct().Chunk(AtOnce))
        {
            foreach (Article article in await articles.FindAllAsync(some, cancel))
                known[article.Id] = article;
        }
        return known;
    }

    static ShownVersion Shown(ArticleId id, Dictionary<ArticleId, Article> known) =>
        known.GetValueOrDefault(id) is { } article ? new(id.Value, article.Headline, article.Language.Code, article.Published?.ToString(), article.PublisherId, article.Url) : new(id.Value, null, null, null, null, null);

    ShownMark Shown(FamilyMark mark) => new(mark.Kind.ToString().ToLowerInvariant(), mark.Value, LabelOf(mark));

    string LabelOf(FamilyMark mark) => mark.Kind switch
    {
        FamilyMarkKind.Person => names.Person(mark.Value),
        FamilyMarkKind.Organization => names.Organization(mark.Value),
        FamilyMarkKind.City => names.City(mark.Value),
        FamilyMarkKind.Figure => FigureOf(mark.Value),
        _ => mark.Value,
    };

    static string FigureOf(string value)
    {
        string[] parts = value.Split(' ', 2);
        string number = decimal.Parse(parts[0], CultureInfo.InvariantCulture).ToString("#,##0.############", CultureInfo.InvariantCulture);
        return parts.Length == 2 ? $"{number} {parts[1]}" : number;
    }
}

/// <summary>What <c>kb families --json</c> prints for each pair. Members may be added, but none is taken away or changed.</summary>
/// <param name="One">An article.</param>
/// <param name="Other">The other.</param>
sealed record ShownPair(ShownVersion One, ShownVersion Other)
{
    /// <summary>How far beyond chance is what they share; missing for a decision.</summary>
    public double? Score { get; init; }

    /// <summary>What both name, the rarest first; missing for a decision.</summary>
    public ShownMark[]? Shared { get; init; }

    /// <summary>True when an editor accepted the pair; missing for a proposal.</summary>
    public bool? IsOneStory { get; init; }

    /// <summary>When an editor decided; missing for a proposal.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>An article of a pair; all but its id is missing when it was taken down.</summary>
sealed record ShownVersion(string Id, string? Headline, string? Language, string? Published, string? Publisher, string? Url);

/// <summary>What both articles of a pair name.</summary>
/// <param name="Kind">person, organization, city, figure or day.</param>
/// <param name="Value">An id, a number with its unit, or a day.</param>
/// <param name="Label">The same for a person to read.</param>
sealed record ShownMark(string Kind, string Value, string Label);
