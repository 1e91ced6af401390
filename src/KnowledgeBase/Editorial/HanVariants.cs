using System.Collections.Frozen;

namespace KnowledgeBase.Editorial;

/// <summary>Han characters that are forms of one another (simplified, traditional, shinjitai), folded to one form for matching only, never for display.</summary>
/// <remarks>Read from <c>content/languages/han-variants.tsv</c>, whose head names its source. One UTF-16 unit becomes one, so offsets hold.</remarks>
public sealed class HanVariants(FrozenDictionary<char, char> forms)
{
    const char First = '\u3400';

    // Every character of every text is looked up: in a table, not a dictionary.
    readonly char[] _folded = [.. Enumerable.Range(First, char.MaxValue - First + 1).Select(c => forms.GetValueOrDefault((char)c, (char)c))];

    /// <summary>Folds nothing.</summary>
    public static HanVariants None { get; } = new(FrozenDictionary<char, char>.Empty);

    /// <summary>How many characters fold to another one.</summary>
    public int Count => forms.Count;

    /// <summary>The form a character folds to; itself when it has no other.</summary>
    public char Fold(char c) => c < First ? c : _folded[c - First];

    /// <summary>The text with every character folded.</summary>
    public string Fold(string text) => string.Create(text.Length, (text, this), static (folded, state) =>
    {
        for (int i = 0; i < folded.Length; i++)
            folded[i] = state.Item2.Fold(state.text[i]);
    });

    internal static HanVariants Read(ContentFiles files, List<ContentProblem> problems)
    {
        const string File = "languages/han-variants.tsv";
        var forms = new Dictionary<char, char>();
        foreach ((int line, string[] columns) in files.Rows(File))
        {
            if (columns is not [[var from], [var to], ..])
                problems.Add(new(File, line, "A line is: character, tab, the character it folds to (one UTF-16 unit each), tab, kind."));
            else if (!forms.TryAdd(from, to))
                problems.Add(new(File, line, $"'{from}' already stands above."));
        }
        return new HanVariants(forms.ToFrozenDictionary());
    }
}
