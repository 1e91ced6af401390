using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>Makes the plain words of a title that may hold HTML.</summary>
static partial class PlainTitle
{
    /// <summary>The words in one line, or null when there are none.</summary>
    public static string? Find(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return null;
        string words = Markup().IsMatch(title) ? new HtmlParser().ParseDocument(title).Body?.TextContent ?? "" : title;
        words = Spaces().Replace(words, " ").Trim();
        return words.Length == 0 ? null : words;
    }

    [GeneratedRegex("</?[a-zA-Z]|&#?[a-zA-Z0-9]+;", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
