using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Markup;

/// <summary>Finds the words a document type declaration defines. External ones are not looked at.</summary>
static partial class Doctype
{
    const int MaxWords = 200;

    /// <summary>True when words are made of other words: nobody needs that but bombs.</summary>
    public static bool IsBomb(string declaration) => EntitiesOf(declaration).Any(word => Reference().IsMatch(word.Value));

    public static IEnumerable<(string Name, string Value)> EntitiesOf(string declaration) =>
        Definition().Matches(declaration).Take(MaxWords).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value));

    [GeneratedRegex("&(?!(amp|lt|gt|quot|apos);)[A-Za-z_]", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("""<!ENTITY\s+(?<name>[\w.-]{1,40})\s+(?<quote>["'])(?<value>[^"']{0,1000})\k<quote>\s*>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Definition();
}
