using System.Collections.Immutable;

namespace KnowledgeBase.Editorial;

/// <summary>Reads <c>content/languages/question-words.tsv</c>.</summary>
static class QuestionWordFile
{
    const string Name = "languages/question-words.tsv";

    /// <summary>The words; none when there is no such file.</summary>
    public static ImmutableArray<string> Read(ContentFiles files, List<ContentProblem> problems)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int line, string[] columns) in files.Rows(Name))
        {
            if (columns is not [{ Length: > 0 } word] || word.Trim() != word)
                problems.Add(new(Name, line, "A line is one word or phrase that asks."));
            else if (!words.Add(word))
                problems.Add(new(Name, line, $"'{word}' already stands above."));
        }
        return [.. words];
    }
}
