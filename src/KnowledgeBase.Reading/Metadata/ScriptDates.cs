using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds the dates that scripts of a page hold: structured data with a mistake in it, and the variables of page systems.</summary>
static partial class ScriptDates
{
    /// <summary>More holds the program, not the article.</summary>
    const int MaxCharacters = 200_000;

    /// <summary>A page that names more dates of publication than this lists other stories.</summary>
    const int MaxDates = 3;

    /// <summary>The name schema.org gives to the date of publication.</summary>
    public static Regex StructuredName => PublishedName();

    /// <summary>The names page systems give to it.</summary>
    public static Regex AnyName => SystemName();

    /// <summary>The dates given under a name, in the order of the page.</summary>
    public static IEnumerable<FoundDate> Find(IDocument document, Regex name) =>
        document.GetElementsByTagName("script")
            .Select(script => script.TextContent).Where(text => text.Length is > 20 and < MaxCharacters)
            .SelectMany(text => name.Matches(text).Take(MaxDates))
            .Select(match => DateText.FindAlone(match.Groups["date"].Value, MaxCharacters))
            .OfType<FoundDate>();

    [GeneratedRegex(@"""datePublished""\s{0,3}:\s{0,3}""(?<date>[^""]{8,40})""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PublishedName();

    [GeneratedRegex(
        @"(?:\b|_)(?:date_?(?:published|created|creation|publication)|publi(?:sh|shed|cation)[_-]?(?:date|time|at|on)|pub_?(?:date|time)|show_?date)[""']?\s{0,3}[:=(]\s{0,3}[""'](?<date>[^""']{8,40})[""']",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SystemName();
}
