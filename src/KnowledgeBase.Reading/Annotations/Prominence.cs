using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Weighs mentions, so that a passing mention does not make the text be about something.</summary>
/// <param name="body">The text.</param>
/// <param name="lead">Its first sentence.</param>
/// <param name="mentions">What is named in it.</param>
/// <param name="inHeadline">What is named in its headline.</param>
/// <param name="scenes">Those of the mentions where something takes place.</param>
sealed class Prominence(string body, TextSpan lead, ImmutableArray<Mention> mentions, ImmutableArray<Mention> inHeadline, HashSet<Mention> scenes)
{
    /// <summary>A mention in the headline weighs as much as this many in the body (a guess, checked on the development articles).</summary>
    const double HeadlineWeight = 3;

    /// <summary>What the first sentence adds: news puts where and who there.</summary>
    const double LeadWeight = 1;

    /// <summary>What it adds that something takes place there.</summary>
    const double SceneWeight = 1;

    /// <summary>From this weight on a text is about the thing: two mentions, or one in the lead, in the headline, or where something takes place.</summary>
    const double LeastWeight = 2;

    /// <summary>In a text up to this weight (letters, a Han character being 3) one mention of an organisation is enough.</summary>
    const int ShortTextWeight = 600;

    /// <summary>Ids of the cities that the text is about, most prominent first.</summary>
    public ImmutableArray<string> RankCities() =>
        Rank(MentionKind.City, LeastWeight);

    /// <summary>Ids of the organisations that the text is about, most prominent first.</summary>
    public ImmutableArray<string> RankOrganizations() =>
        Rank(MentionKind.Organization, PlainText.Weigh(body) <= ShortTextWeight ? 1 : LeastWeight);

    ImmutableArray<string> Rank(MentionKind kind, double least) =>
    [
        .. mentions.Concat(inHeadline).Where(mention => mention.Kind == kind && IsSubject(mention))
            .Select(mention => mention.Id).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(id => (Id: id, Weight: WeightOf(kind, id)))
            .Where(thing => thing.Weight + (IsScene(kind, thing.Id) ? SceneWeight : 0) >= least)
            .OrderByDescending(thing => thing.Weight)
            .Select(thing => thing.Id),
    ];

    double WeightOf(MentionKind kind, string id)
    {
        List<Mention> own = [.. mentions.Where(mention => mention.Kind == kind && mention.Id == id && IsSubject(mention))];
        bool headline = inHeadline.Any(mention => mention.Kind == kind && mention.Id == id && IsSubject(mention));
        bool inLead = own.Any(mention => mention.Span.Start >= lead.Start && mention.Span.Start < lead.End);
        return own.Count + (headline ? HeadlineWeight : 0) + (inLead ? LeadWeight : 0);
    }

    bool IsScene(MentionKind kind, string id) => scenes.Any(mention => mention.Kind == kind && mention.Id == id && IsSubject(mention));

    static bool IsSubject(Mention mention) => mention is { Role: MentionRole.Text, IsPassing: false };
}
