namespace KnowledgeBase.Reading.Annotations;

/// <summary>Counts words; a Han character or kana counts as one.</summary>
static class WordCount
{
    public static int Of(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool begins = i == 0 || !FoldedText.IsAlphabetic(text[i - 1]);
            if (FoldedText.IsHanOrKana(text[i]) || (FoldedText.IsAlphabetic(text[i]) && begins))
                count++;
        }
        return count;
    }
}
