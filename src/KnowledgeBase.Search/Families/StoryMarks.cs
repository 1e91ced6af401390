using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;

namespace KnowledgeBase.Search.Families;

/// <summary>Finds in an article what its versions in other languages name as well: people, organisations, cities, figures, days.</summary>
static class StoryMarks
{
    // A table of statistics has hundreds of figures; those with the most digits tell enough.
    const int MostFigures = 40;
    const int MostNames = 30;

    // One, two or three of something are counted in every text.
    const int LeastCount = 10;

    /// <summary>What it names; nothing without the full date of a day, for without it there are no articles of the same days.</summary>
    public static ImmutableArray<FamilyMark> Of(Article article)
    {
        if (article.Published is not { Day: not null } published)
            return [];
        return [.. NamesOf(article).Distinct().Take(MostNames), .. NamedDays.Of(article.Body, published.FirstDay).Select(DayOf).Take(MostNames), .. FiguresOf(article).Take(MostFigures)];
    }

    static IEnumerable<FamilyMark> NamesOf(Article article) =>
    [
        .. article.People.Select(person => person.PersonId)
            .Concat(article.Quotes.Select(quote => quote.PersonId).OfType<string>())
            .Concat(article.Mentions.Where(mention => mention.Kind == MentionKind.Person).Select(mention => mention.Id).OfType<string>())
            .Select(id => new FamilyMark(FamilyMarkKind.Person, id)),
        .. article.Organizations.Select(id => new FamilyMark(FamilyMarkKind.Organization, id)),
        .. article.Cities.Select(id => new FamilyMark(FamilyMarkKind.City, id)),
    ];

    static IEnumerable<FamilyMark> FiguresOf(Article article) => article.Figures
        .Where(figure => IsExact(figure.Unit) ? figure.Value != 0 : figure.Value >= LeastCount)
        .Select(figure => new FamilyMark(FamilyMarkKind.Figure, NumberOf(figure.Value) + (IsExact(figure.Unit) ? " " + figure.Unit : "")))
        .Distinct()
        .OrderByDescending(mark => mark.Value.Count(c => c is >= '1' and <= '9'))
        .ThenBy(mark => mark.Value, StringComparer.Ordinal);

    // Money and shares are called the same in every language; what is counted is not.
    static bool IsExact(string unit) => unit is "percent" or "percentage point" or "basis point" || (unit.Length == 3 && unit.All(char.IsAsciiLetterUpper));

    // Without the zeros after the point that a decimal remembers.
    static string NumberOf(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    static FamilyMark DayOf(DateOnly day) => new(FamilyMarkKind.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
