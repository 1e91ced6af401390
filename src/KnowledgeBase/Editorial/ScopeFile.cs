using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>Reads <c>content/scope.yml</c>.</summary>
static class ScopeFile
{
    const string Name = "scope.yml";

    static readonly ImmutableArray<string> Parties = ["china", "japan"];

    /// <summary>The rule; null when there is no such file: then everything is in scope.</summary>
    public static ScopeRule? Read(ContentFiles files, Vocabulary vocabulary, List<ContentProblem> problems)
    {
        if (!files.Exists(Name) || YamlFile.Read(files.ReadText(Name), Name, 0, problems) is not [var entry, ..])
            return null;
        var rule = new ScopeRule
        {
            Parties = [.. Parties.Select(key => ReadParty(entry, key)).OfType<ScopeParty>()],
            LeastMentions = (int)entry.Number("leastMentions", 1, 100),
            HeadlineWeight = (int)entry.Number("headlineWeight", 1, 100),
            LeadWeight = (int)entry.Number("leadWeight", 1, 100),
            EconomyWords = entry.PerLanguage("economy", (words, code) => words.Texts(code)),
            LeastEconomyWords = (int)entry.Number("leastEconomyWords", 1, 100),
            NotEconomy = entry.Texts("notEconomy"),
        };
        foreach (string unknown in rule.NotEconomy.Where(id => vocabulary.FindTopic(id) is null))
            entry.Report("notEconomy", $"There is no topic '{unknown}' in content/topics.");
        entry.ReportUnknownKeys();
        return rule;
    }

    static ScopeParty? ReadParty(YamlEntry entry, string key)
    {
        if (entry.FindEntry(key) is not { } party)
        {
            entry.Report($"'{key}' is missing: the words that speak for it.");
            return null;
        }
        var read = new ScopeParty(char.ToUpperInvariant(key[0]) + key[1..], party.Text("country"), Language.All.ToImmutableDictionary(language => language, language => party.Texts(language.Code)));
        party.ReportUnknownKeys();
        return read;
    }
}
