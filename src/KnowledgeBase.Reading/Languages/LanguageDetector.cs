using System.Collections.Frozen;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Languages;

/// <summary>Tells Chinese, Japanese and English apart, and all three from everything else, by their scripts and commonest words.</summary>
static class LanguageDetector
{
    /// <summary>Japanese prose is about half kana, its tables and titles a tenth; Chinese that quotes a Japanese name stays below a twentieth. A guess, not yet measured.</summary>
    const double MinKanaShare = 0.08;

    /// <summary>A third of the words of English prose are among the commonest thirty; of its nearest relatives less than a tenth. A guess, not yet measured.</summary>
    const double MinEnglishShare = 0.15;

    /// <summary>Fewer words prove nothing: then the page's own label counts.</summary>
    const int FewWords = 25;

    static readonly FrozenSet<string> EnglishWords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "the", "of", "and", "to", "for", "that", "is", "with", "on", "by", "as", "at", "from", "it", "its", "has", "have", "this", "are", "be", "which", "not", "were", "will", "or", "but", "their", "they", "been", "said");

    /// <summary>The language, or null when it is none of ours.</summary>
    /// <param name="text">Headline and body.</param>
    /// <param name="label">What the page or its source says; believed only where the text decides nothing.</param>
    public static Language? Find(string text, Language? label)
    {
        ScriptCount count = ScriptCount.Of(text);
        int eastAsian = count.Kana + count.Han;
        // Two Latin words say as much as three ideographs.
        if (PlainText.LettersPerIdeograph * Math.Max(eastAsian, count.Hangul) < count.Latin + count.Other)
            return FindAlphabetic(text, count, label);
        if (count.Hangul > eastAsian || eastAsian == 0)
            return null;
        if (count.Kana >= eastAsian * MinKanaShare)
            return Language.Japanese;
        bool isLabelledJapanese = label == Language.Japanese && eastAsian < FewWords;
        return isLabelledJapanese ? Language.Japanese : Language.Chinese;
    }

    static Language? FindAlphabetic(string text, ScriptCount count, Language? label)
    {
        if (count.Other > count.Latin / 10)
            return null;
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int known = words.Count(word => EnglishWords.Contains(word.Trim('.', ',', ';', ':', '“', '”', '"', '\'', '(', ')')));
        if (known >= words.Length * MinEnglishShare)
            return Language.English;
        return words.Length < FewWords && label == Language.English ? Language.English : null;
    }

    readonly record struct ScriptCount(int Kana, int Han, int Hangul, int Latin, int Other)
    {
        public static ScriptCount Of(string text)
        {
            var (kana, han, hangul, latin, other) = (0, 0, 0, 0, 0);
            foreach (char c in text)
            {
                _ = c switch
                {
                    >= '\u3041' and <= '\u309F' or >= '\u30A1' and <= '\u30FA' => kana++,
                    >= '\uAC00' and <= '\uD7AF' => hangul++,
                    _ when PlainText.IsIdeographic(c) => han++,
                    >= 'A' and <= 'z' or >= '\u00C0' and <= '\u024F' => char.IsLetter(c) ? latin++ : 0,
                    _ => char.IsLetter(c) ? other++ : 0,
                };
            }
            return new(kana, han, hangul, latin, other);
        }
    }
}
