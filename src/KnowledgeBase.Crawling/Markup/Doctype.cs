using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Markup;

/// <summary>Finds the words a document type declaration defines. External ones are not looked at.</summary>
static partial class Doctype
{
    const int MaxWords = 200;

    public static IEnumerable<(string Name, string Value)> EntitiesOf(string declaration) =>
        Definition().Matches(declaration).Take(MaxWords).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value));

    [GeneratedRegex("""<!ENTITY\s+(?<name>[\w.-]{1,40})\s+(?<quote>["'])(?<value>[^"']{0,1000})\k<quote>\s*>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Definition();
}
