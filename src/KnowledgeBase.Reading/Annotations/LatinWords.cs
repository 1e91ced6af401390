using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Cuts a text into its words in Latin letters, without the full stops of abbreviations.</summary>
static class LatinWords
{
    public static List<TextSpan> Cut(string text)
    {
        List<TextSpan> words = [];
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && IsPart(text, end, i))
                end++;
            if (end > i)
                words.Add(TextSpan.Between(i, end));
            i = Math.Max(end, i + 1);
        }
        return words;
    }

    static bool IsPart(string text, int at, int start) =>
        FoldedText.IsAlphabetic(text[at]) || text[at] == '&'
        || (at > start && text[at] is '\'' or '’' or '-' or '.' && at + 1 < text.Length && FoldedText.IsAlphabetic(text[at + 1]) && FoldedText.IsAlphabetic(text[at - 1]));
}
