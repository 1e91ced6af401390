using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>A city outside the vocabulary, known by its names alone, so that it is told from other words.</summary>
/// <param name="English">Its English name; empty when that is another city's, too.</param>
/// <param name="Chinese">Its Chinese name; empty when it is written as in Japanese.</param>
/// <param name="Japanese">Its Japanese name; empty when it is written as in Chinese.</param>
/// <param name="IsDoubtful">True when the bare name is also a family name, a word or another place.</param>
/// <param name="IsDoubtfulInEnglish">The same of the English name alone.</param>
public sealed record OtherCity(string English, string Chinese, string Japanese, bool IsDoubtful, bool IsDoubtfulInEnglish)
{
    const string File = "languages/other-cities.tsv";

    /// <summary>The name in a language; empty when there is none.</summary>
    public string NameIn(Language language) =>
        language == Language.English ? English
        : language == Language.Chinese ? (Chinese.Length > 0 ? Chinese : Japanese)
        : Japanese.Length > 0 ? Japanese : Chinese;

    /// <summary>True when the bare name needs a word beside it that makes it a city.</summary>
    public bool IsDoubtfulIn(Language language) => IsDoubtful || (IsDoubtfulInEnglish && language == Language.English);

    internal static ImmutableArray<OtherCity> Read(ContentFiles files, List<ContentProblem> problems)
    {
        var cities = ImmutableArray.CreateBuilder<OtherCity>();
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((int line, string[] columns) in files.Rows(File))
        {
            if (columns is not [var english, var chinese, var japanese, var mark] || mark is not ("" or "doubtful" or "doubtful en") || (chinese.Length == 0 && japanese.Length == 0))
                problems.Add(new(File, line, "A line is: English, Chinese and Japanese name (one of the last two may be empty), and nothing, 'doubtful' or 'doubtful en', with tabs between."));
            else if (english.Length > 0 && !names.Add(english))
                problems.Add(new(File, line, $"'{english}' already stands above."));
            else
                cities.Add(new(english, chinese, japanese, mark == "doubtful", mark.Length > 0));
        }
        return cities.ToImmutable();
    }
}
