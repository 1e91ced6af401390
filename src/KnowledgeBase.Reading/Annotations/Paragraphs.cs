using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>The lines of a body that hold something.</summary>
static class Paragraphs
{
    public static IEnumerable<TextSpan> Of(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
                yield return TextSpan.Between(start, end);
            start = end + 1;
        }
    }
}
