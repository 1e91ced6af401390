namespace KnowledgeBase.Families;

/// <summary>How many articles name a mark.</summary>
/// <param name="Near">Of the articles of the days in which versions of one story appear.</param>
/// <param name="Around">Of the articles of the weeks around them.</param>
readonly record struct MarkCount(int Near, int Around);
