using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Weighs mentions, so that a passing mention in a long text does not make the text be about something.</summary>
sealed class Prominence(string body, ImmutableArray<Mention> mentions, ImmutableArray<Mention> inHeadline)
{
    /// <summary>A mention in the headline weighs as much as this many in the body (a guess, not yet measured).</summary>
    const double HeadlineWeight = 3;

    /// <summary>What the first paragraph adds: news puts where and who there (a guess, not yet measured).</summary>
    const double LeadWeight = 1;

    /// <summary>From this weight on a text is about the thing: two mentions, or one in the lead, or one in the headline.</summary>
    const double LeastWeight = 2;

    /// <summary>In a text up to this weight (letters, a Han character being 3) one mention is enough.</summary>
    const int ShortTextWeight = 600;

    readonly int _leadEnd = LeadEndOf(body);

    /// <summary>Ids of the things of a kind that the text is about, most prominent first.</summary>
    public ImmutableArray<string> Rank(MentionKind kind)
    {
        double least = PlainText.Weigh(body) <= ShortTextWeight ? 1 : LeastWeight;
        return
        [
            .. mentions.Concat(inHeadline).Where(mention => mention.Kind == kind && mention.Role == MentionRole.Text)
                .Select(mention => mention.Id).Distinct(StringComparer.Ordinal)
                .Select(id => (Id: id, Weight: WeightOf(kind, id)))
                .Where(thing => thing.Weight >= least)
                .OrderByDescending(thing => thing.Weight)
                .Select(thing => thing.Id),
        ];
    }

    double WeightOf(MentionKind kind, string id)
    {
        List<Mention> own = [.. mentions.Where(mention => mention.Kind == kind && mention.Id == id && mention.Role == MentionRole.Text)];
        bool headline = inHeadline.Any(mention => mention.Kind == kind && mention.Id == id && mention.Role == MentionRole.Text);
        bool lead = own.Any(mention => mention.Span.Start < _leadEnd);
        return own.Count + (headline ? HeadlineWeight : 0) + (lead ? LeadWeight : 0);
    }

    static int LeadEndOf(string body)
    {
        int end = body.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? body.Length : end;
    }
}
