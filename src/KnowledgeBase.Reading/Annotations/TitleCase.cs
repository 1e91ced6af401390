namespace KnowledgeBase.Reading.Annotations;

/// <summary>Tells the title of a work or event from speech: Every Long Word Has a Capital.</summary>
static class TitleCase
{
    /// <summary>Shorter words (of, with) are written small in titles, too.</summary>
    const int LongWord = 5;

    public static bool Is(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] later = [.. words.Skip(1).Where(word => char.IsLetter(word[0]))];
        return !".!?,".Contains(text[^1]) && later.Length > 0
            && later.Where(word => word.Length >= LongWord).All(word => char.IsUpper(word[0]))
            && later.Count(word => char.IsUpper(word[0])) * 2 >= later.Length;
    }
}
