using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Quality.Tests.Annotations;

/// <summary>Compares what is found in articles with what was marked in them.</summary>
sealed class AnnotationScore
{
    readonly Tally _cities = new("cities");
    readonly Tally _facets = new("city facets");
    readonly Tally _governments = new("governments");
    readonly Tally _organizations = new("organizations");
    readonly Tally _figures = new("figures");
    readonly Tally _topics = new("topics");
    readonly Dictionary<string, Tally> _byTopic = new(StringComparer.Ordinal);

    IEnumerable<Tally> All => [_cities, _facets, _governments, _organizations, _figures, _topics];

    public IEnumerable<string> Mistakes => All.SelectMany(tally => tally.Mistakes);

    /// <summary>The measure a floor is set for.</summary>
    public double Of(string measure) => measure switch
    {
        "cities" => _cities.F1,
        "city facets" => _facets.F1,
        "organizations" => _organizations.F1,
        "figures" => _figures.F1,
        "topics" => TopicsMacroF1,
        _ => throw new ArgumentException($"'{measure}' is not measured.", nameof(measure)),
    };

    /// <summary>Only topics that were marked somewhere are classes of their own; the others count in the sum over all.</summary>
    List<Tally> Marked => [.. _byTopic.Values.Where(topic => topic.IsMarked)];

    /// <summary>The mean over the topics that were marked; a wrong topic counts against its own precision.</summary>
    double TopicsMacroF1 => Marked.Average(topic => topic.F1);

    public void Add(AnnotatedArticle gold, AnnotatedBody found)
    {
        List<Mention> Firsts(MentionKind kind, Func<Mention, bool> isMeant) =>
            [.. found.Mentions.Where(mention => mention.Kind == kind && isMeant(mention)).DistinctBy(mention => mention.Id ?? mention.Span.In(gold.Text))];
        _cities.Count(gold.Id, gold.Cities.Where(city => city.Role != "government"), Firsts(MentionKind.City, mention => mention.Role != MentionRole.Government).Select(mention => MarkedAs(gold, mention)), IsSameName);
        _governments.Count(gold.Id, gold.Cities.Where(city => city is { Role: "government", Id: not null }), Firsts(MentionKind.City, mention => mention.Role == MentionRole.Government).Select(mention => MarkedAs(gold, mention)), IsSameName);
        _organizations.Count(gold.Id, gold.Organizations, Firsts(MentionKind.Organization, mention => mention.Role != MentionRole.Dateline).Select(mention => MarkedAs(gold, mention)), IsSameName);
        _facets.Count(gold.Id, gold.Cities.Where(city => city is { Role: "place", Id: not null }).Select(city => city.Id), found.Cities, (marked, id) => marked == id);
        _figures.Count(gold.Id, gold.Figures, found.Figures.Select(figure => new MarkedFigure(figure.Span.In(gold.Text), figure.Value, figure.Unit, figure.Span.Start, figure.Span.End)), IsSameFigure);
        AddTopics(gold, found);
    }

    public override string ToString() =>
        string.Join('\n', All.Select(tally => tally.ToString()).Append(FormattableString.Invariant($"topics, mean over {Marked.Count} topics: F1 {TopicsMacroF1:0.000}")));

    void AddTopics(AnnotatedArticle gold, AnnotatedBody found)
    {
        _topics.Count(gold.Id, gold.Topics, found.Topics, (marked, id) => marked == id);
        foreach (string topic in gold.Topics.Union(found.Topics))
        {
            if (!_byTopic.TryGetValue(topic, out Tally? tally))
                _byTopic[topic] = tally = new Tally(topic);
            tally.Count(gold.Id, gold.Topics.Where(id => id == topic), found.Topics.Where(id => id == topic), (marked, id) => marked == id);
        }
    }

    static MarkedName MarkedAs(AnnotatedArticle gold, Mention mention) =>
        new(mention.Id, mention.Span.In(gold.Text), mention.Span.Start, mention.Span.End, mention.IsPassing ? "passing" : $"{mention.Role}");

    static bool IsSameName(MarkedName gold, MarkedName found) =>
        gold.Id == found.Id && (gold.Id is not null || Overlap(gold.Start, gold.End, found.Start, found.End));

    /// <summary>One counted thing has several names; money, shares and multiples have one each.</summary>
    static bool IsSameFigure(MarkedFigure gold, MarkedFigure found) =>
        gold.Value == found.Value && (gold.Unit == found.Unit || (!IsExact(gold.Unit) && !IsExact(found.Unit))) && Overlap(gold.Start, gold.End, found.Start, found.End);

    static bool IsExact(string unit) => unit is "percent" or "percentage point" or "basis point" or "times" || (unit.Length == 3 && unit.All(char.IsAsciiLetterUpper));

    static bool Overlap(int start, int end, int otherStart, int otherEnd) => start < otherEnd && otherStart < end;
}
