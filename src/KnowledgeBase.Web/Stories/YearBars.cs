using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Html;

namespace KnowledgeBase.Web.Stories;

/// <summary>A bar of the histogram of years.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">How many articles.</param>
/// <param name="X">Left edge, in units of the drawing.</param>
/// <param name="Width">Width, in units of the drawing.</param>
/// <param name="Height">Height, in units of the drawing; at least 2 where there is any article.</param>
/// <param name="IsChosen">True when the search is narrowed to the year, or to days of it.</param>
sealed record YearBar(string Year, int Count, string X, string Width, double Height, bool IsChosen);

/// <summary>Articles over the years, to be drawn.</summary>
static class YearBars
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 288;

    /// <summary>Height of the tallest bar.</summary>
    public const int Height = 56;

    // One lonely year is a bar, not a wall.
    const double MaxBarWidth = 24;

    // Where texts of a century are found, the last decades still have bars that can be hit with a finger.
    const int MaxYears = 40;

    /// <summary>The bars from the first to the last year, years without articles between them included.</summary>
    public static ImmutableArray<YearBar> Of(IEnumerable<FacetCount> counts, SearchQuery query)
    {
        Dictionary<int, int> byYear = counts.Where(each => each.Count > 0).ToDictionary(each => int.Parse(each.Value, CultureInfo.InvariantCulture), each => each.Count);
        if (byYear.Count == 0)
            return [];
        int last = byYear.Keys.Max();
        int first = Math.Max(byYear.Keys.Min(), last - MaxYears + 1);
        int most = byYear.Values.Max();
        double step = (double)Width / (last - first + 1);
        return
        [
            .. Enumerable.Range(first, last - first + 1).Select(year => (year, name: year.ToString(CultureInfo.InvariantCulture), count: byYear.GetValueOrDefault(year)))
                .Select(each => new YearBar(
                    each.name, each.count, Number((each.year - first) * step), Number(Math.Clamp(step - Math.Min(3, step / 5), 1, MaxBarWidth)),
                    each.count == 0 ? 0 : Math.Max(2, Math.Round((double)Height * each.count / most)), query.IsChosen(Facet.Year, each.name) || IsWithin(each.year, query))),
        ];
    }

    static bool IsWithin(int year, SearchQuery query) =>
        (query.From is not null || query.To is not null) && year >= (query.From?.Year ?? int.MinValue) && year <= (query.To?.Year ?? int.MaxValue);

    /// <summary>A word below the bars. Written here because Razor keeps the element's name for itself.</summary>
    public static IHtmlContent Caption(int x, string anchor, string words) =>
        new HtmlContentBuilder().AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{Height + 13}\" text-anchor=\"{anchor}\">")).Append(words).AppendHtml("</text>");

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
