using System.Collections.Frozen;
using System.Text;

namespace KnowledgeBase.Editorial;

/// <summary>How names written in kanji are read in Japanese, in hiragana: for suggestions to whoever has not converted yet.</summary>
/// <remarks>Read from <c>content/languages/readings.tsv</c>. The reading of a name is put together from its longest words.</remarks>
public sealed class Readings(FrozenDictionary<string, string> words)
{
    readonly int _longest = words.Keys.Select(word => word.Length).DefaultIfEmpty(0).Max();

    /// <summary>No readings.</summary>
    public static Readings None { get; } = new(FrozenDictionary<string, string>.Empty);

    /// <summary>The reading of a name; null when a kanji of it is in no known word. Kana read themselves; what is neither is left out.</summary>
    public string? Find(string name)
    {
        var reading = new StringBuilder();
        for (int at = 0; at < name.Length;)
        {
            string? word = Enumerable.Range(1, Math.Min(_longest, name.Length - at)).Reverse().Select(length => name.Substring(at, length)).FirstOrDefault(words.ContainsKey);
            if (word is null && name[at] is >= '\u3400' and <= '\u9FFF')
                return null;
            reading.Append(word is not null ? words[word] : IsKana(name[at]) ? Hiragana(name[at]) : "");
            at += word?.Length ?? 1;
        }
        return reading.Length == 0 ? null : reading.ToString();
    }

    /// <summary>A kana in hiragana; other characters as they are.</summary>
    public static char Hiragana(char c) => c is >= '\u30A1' and <= '\u30F6' ? (char)(c - 0x60) : c;

    internal static Readings Read(ContentFiles files, List<ContentProblem> problems)
    {
        const string File = "languages/readings.tsv";
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((int line, string[] columns) in files.Rows(File))
        {
            if (columns is not [{ Length: > 0 } word, { Length: > 0 } reading] || !reading.All(c => IsKana(c) && Hiragana(c) == c))
                problems.Add(new(File, line, "A line is: word, tab, its reading in hiragana."));
            else if (!words.TryAdd(word, reading))
                problems.Add(new(File, line, $"'{word}' already stands above."));
        }
        return new Readings(words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    static bool IsKana(char c) => c is >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' or 'ー';
}
