namespace KnowledgeBase.Web.Suggestions;

/// <summary>A line below the search box, as the script there reads it.</summary>
/// <param name="Label">What is suggested, in the reader's language where it has a name there.</param>
/// <param name="Other">The name that fits what was typed, where it is another than the label; null otherwise.</param>
/// <param name="Hint">What it is: city, topic, article.</param>
/// <param name="Lang">The language of the label, as <c>lang</c> has it; null for the page's.</param>
/// <param name="Address">Where it leads.</param>
sealed record SuggestedLine(string Label, string? Other, string Hint, string? Lang, string Address);
