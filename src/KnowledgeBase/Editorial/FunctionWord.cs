using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>Words that hold a sentence together and are each other's translation: we, 我们, 私たち.</summary>
/// <param name="Forms">By language the words; a language in which there are none is not there.</param>
/// <remarks>Read from <c>content/languages/function-words.tsv</c>.</remarks>
public sealed record FunctionWord(ImmutableDictionary<Language, ImmutableArray<FunctionWordForm>> Forms)
{
    const string File = "languages/function-words.tsv";
    const string None = "-";
    const string Meaning = "~";

    /// <summary>The lines of the file; none when there is no such file.</summary>
    internal static ImmutableArray<FunctionWord> Read(ContentFiles files, List<ContentProblem> problems)
    {
        var words = ImmutableArray.CreateBuilder<FunctionWord>();
        foreach ((int line, string[] columns) in files.Rows(File))
        {
            if (columns.Length != Language.All.Count || columns.Any(column => column.Trim() != column || column.Split(' ').Any(word => word.Length == 0 || word == Meaning)))
                problems.Add(new(File, line, "A line is: English, tab, Chinese, tab, Japanese words, one blank between words and - where a language has none."));
            else
                words.Add(new(Language.All.Zip(columns).Where(pair => pair.Second != None).ToImmutableDictionary(pair => pair.First, pair => FormsIn(pair.Second))));
        }
        return words.ToImmutable();
    }

    static ImmutableArray<FunctionWordForm> FormsIn(string column) =>
        [.. column.Split(' ').Select(word => word.StartsWith(Meaning, StringComparison.Ordinal) ? new FunctionWordForm(word[Meaning.Length..], true) : new(word, false))];
}

/// <summary>One of these words.</summary>
/// <param name="Text">The word.</param>
/// <param name="HasMeaning">True when it stands for the others but is by itself a word like any other.</param>
public readonly record struct FunctionWordForm(string Text, bool HasMeaning);
