using System.Globalization;
using System.Text;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Queries;

/// <summary>The fields a query can name: each facet, the headline, the time.</summary>
static class QueryField
{
    const string Title = "title";
    const string Date = "date";

    /// <summary>The field of a name as written, in any case and width, or null.</summary>
    public static string? Find(string written)
    {
        string name = Fold(written);
        return name is Title or Date || Facet.Find(name) is not null ? name : null;
    }

    /// <summary>A part as its field means it; null for a date that is none.</summary>
    public static QueryPart? Of(string field, QueryPart part) => (field, part) switch
    {
        (Title, _) => new QueryPart.InTitle(part),
        (_, QueryPart.All(var parts)) => Join(parts.Select(each => Of(field, each)), all => new QueryPart.All([.. all])),
        (_, QueryPart.Any(var parts)) => Join(parts.Select(each => Of(field, each)), any => new QueryPart.Any([.. any])),
        (_, QueryPart.Without(var not)) => Of(field, not) is { } inner ? new QueryPart.Without(inner) : null,
        (Date or "year", _) => FindDates(TextOf(part)),
        _ => new QueryPart.Value(Facet.Find(field)!, TextOf(part), []),
    };

    /// <summary>The words of a leaf, with the sign that excludes it.</summary>
    public static string TextOf(QueryPart part) => part switch
    {
        QueryPart.Words(var text) => text,
        QueryPart.Phrase(var text, _) => text,
        QueryPart.Beginning(var text) => text,
        QueryPart.Without(var inner) => $"-{TextOf(inner)}",
        _ => "",
    };

    // 2019-10, 2018..2020, ..2019-03-01, 2020..
    static QueryPart.Dates? FindDates(string text)
    {
        string[] ends = Fold(text).Split("..");
        if (ends is [var only])
            return PartialDate.Find(only.Trim()) is { } date ? new(date.FirstDay, date.LastDay) : null;
        if (ends is not [var first, var last] || (first.Length == 0 && last.Length == 0))
            return null;
        PartialDate? from = PartialDate.Find(first.Trim());
        PartialDate? to = PartialDate.Find(last.Trim());
        return (from is null && first.Length > 0) || (to is null && last.Length > 0) ? null : new(from?.FirstDay, to?.LastDay);
    }

    static QueryPart? Join(IEnumerable<QueryPart?> parts, Func<IEnumerable<QueryPart>, QueryPart> join) =>
        parts.ToList() is var all && all.TrueForAll(each => each is not null) ? join(all.OfType<QueryPart>()) : null;

    static string Fold(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);
        }
        catch (ArgumentException)
        {
            // Halves of surrogate pairs have no normal form.
            return text;
        }
    }
}
