using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>Reads <c>content/languages/&lt;code&gt;.yml</c>.</summary>
sealed class LanguageFiles(ContentFiles files)
{
    public ImmutableArray<LanguageRules> Read() =>
        [.. files.Entries("languages").Select(ReadRules)];

    static LanguageRules ReadRules(YamlEntry entry)
    {
        var rules = new LanguageRules
        {
            Language = entry.FindLanguage("language") ?? Language.English,
            ReportingVerbs = entry.Texts("reportingVerbs"),
        };
        entry.ReportUnknownKeys();
        return rules;
    }
}
