using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>An organisation outside the vocabulary, known by its names alone: reports name it without saying what it is.</summary>
/// <param name="English">Its English name.</param>
/// <param name="Chinese">Its Chinese name; empty when not known.</param>
/// <param name="Japanese">Its Japanese name; empty when not known.</param>
public sealed record OtherOrganization(string English, string Chinese, string Japanese)
{
    const string File = "languages/other-organizations.tsv";

    /// <summary>The names met in texts of a language; Chinese and Japanese ones are met in both.</summary>
    public IEnumerable<string> NamesIn(Language language) =>
        (language == Language.English ? [English] : new[] { English, Chinese, Japanese }).Where(name => name.Length > 0);

    internal static ImmutableArray<OtherOrganization> Read(ContentFiles files, List<ContentProblem> problems)
    {
        var organizations = ImmutableArray.CreateBuilder<OtherOrganization>();
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((int line, string[] columns) in files.Rows(File))
        {
            if (columns is not [{ Length: > 1 } english, var chinese, var japanese])
                problems.Add(new(File, line, "A line is: English, Chinese and Japanese name, with tabs between; the last two may be empty."));
            else if (!names.Add(english))
                problems.Add(new(File, line, $"'{english}' already stands above."));
            else
                organizations.Add(new(english, chinese, japanese));
        }
        return organizations.ToImmutable();
    }
}
