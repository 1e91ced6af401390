using System.Globalization;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Words;
using Microsoft.AspNetCore.Html;

namespace KnowledgeBase.Web.Pages;

/// <summary>A city on the map of the home page.</summary>
/// <param name="City">Its id.</param>
/// <param name="Name">Its name in the visitor's language.</param>
/// <param name="Count">How many articles are about it.</param>
/// <param name="X">Where it is, in units of the drawing.</param>
/// <param name="Y">Where it is, in units of the drawing.</param>
/// <param name="Radius">How large its dot is.</param>
/// <param name="IsLabelled">True when its name fits without covering another.</param>
/// <param name="IsLabelLeft">True when the name stands left of the dot.</param>
sealed record MapPoint(string City, string Name, int Count, int X, int Y, int Radius, bool IsLabelled, bool IsLabelLeft)
{
    /// <summary>The name beside the dot. Written here because Razor keeps the element's name for itself.</summary>
    public IHtmlContent Label => new HtmlContentBuilder()
        .AppendHtml(string.Create(
            CultureInfo.InvariantCulture, $"<text x=\"{(IsLabelLeft ? X - Radius - 4 : X + Radius + 4)}\" y=\"{Y + 6}\" text-anchor=\"{(IsLabelLeft ? "end" : "start")}\">"))
        .Append(Name).AppendHtml("</text>");

    /// <summary>The drawing's width: 47 degrees of longitude, foreshortened as at 34° N.</summary>
    public const int Width = 779;

    /// <summary>The drawing's height: 27 degrees of latitude.</summary>
    public const int Height = 540;

    const double West = 100;
    const double North = 47;
    const double UnitsPerLatitude = 20;
    const double UnitsPerLongitude = UnitsPerLatitude * 0.829;

    // A label's line in the drawing's font size, and how wide its characters are.
    const int LineHeight = 22;
    const int HanWidth = 20;
    const int LatinWidth = 11;

    /// <summary>Most cities fit; more would be a stain.</summary>
    const int MaxPoints = 40;

    /// <summary>Places cities, the most frequent first: these get their labels.</summary>
    public static IReadOnlyList<MapPoint> Place(IEnumerable<FacetCount> counts, Vocabulary vocabulary, FacetNames names)
    {
        List<MapPoint> placed = [];
        List<(int X, int Y, int Right, int Bottom)> taken = [];
        foreach (FacetCount count in counts)
        {
            if (placed.Count == MaxPoints || vocabulary.FindCity(count.Value) is not { } city || FindPoint(city) is not var (x, y))
                continue;
            string name = names.Of(Facet.City, city.Id);
            int radius = Math.Clamp((int)Math.Round(3 + Math.Log2(count.Count)), 4, 9);
            int width = name.Sum(c => c >= '\u2E80' ? HanWidth : LatinWidth);
            (bool isLabelled, bool isLeft) = FitLabel(taken, x, y, radius, width);
            placed.Add(new(city.Id, name, count.Count, x, y, radius, isLabelled, isLeft));
        }
        return placed;
    }

    static (int X, int Y)? FindPoint(City city)
    {
        int x = (int)Math.Round((city.Longitude - West) * UnitsPerLongitude);
        int y = (int)Math.Round((North - city.Latitude) * UnitsPerLatitude);
        return x is > 0 and < Width && y is > 0 and < Height ? (x, y) : null;
    }

    static (bool IsLabelled, bool IsLeft) FitLabel(List<(int X, int Y, int Right, int Bottom)> taken, int x, int y, int radius, int width)
    {
        foreach (bool isLeft in new[] { false, true })
        {
            int left = isLeft ? x - radius - 4 - width : x + radius + 4;
            (int X, int Y, int Right, int Bottom) box = (left, y - (LineHeight / 2), left + width, y + (LineHeight / 2));
            if (box.X < 0 || box.Right > Width || taken.Any(other => box.X < other.Right && other.X < box.Right && box.Y < other.Bottom && other.Y < box.Bottom))
                continue;
            taken.Add(box);
            taken.Add((x - radius, y - radius, x + radius, y + radius));
            return (true, isLeft);
        }
        return (false, false);
    }
}
