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

    /// <summary>The same without the blanks around each.</summary>
    public static IEnumerable<TextSpan> TrimmedOf(string text) => Of(text).Select(line => Trim(text, line)).Where(line => line.Length > 0);

    static TextSpan Trim(string text, TextSpan line)
    {
        (int start, int end) = (line.Start, line.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.Between(start, end);
    }
}
