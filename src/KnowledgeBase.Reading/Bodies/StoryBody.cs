using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Bodies;

/// <summary>A story as plain text: blocks separated by one empty line, and marks that say what is not a plain paragraph.</summary>
/// <param name="Text">The text.</param>
/// <param name="Marks">The marks, in the order of their positions.</param>
sealed record StoryBody(string Text, ImmutableArray<BodyMark> Marks)
{
    public static readonly StoryBody Empty = new("", []);

    /// <summary>This story, and what follows on another page.</summary>
    public StoryBody FollowedBy(StoryBody other)
    {
        int start = Text.Length + 2;
        return other.Text.Length == 0 ? this : new($"{Text}\n\n{other.Text}", [.. Marks, .. other.Marks.Select(mark => mark with { Span = new(mark.Span.Start + start, mark.Span.Length) })]);
    }

    /// <summary>How much is said, so that Chinese and Japanese compare with English: a Han character or kana weighs as much as 3 Latin letters.</summary>
    /// <remarks>3 is the usual ratio of characters between an English text and its Chinese translation (a guess, not yet measured on our own briefs).</remarks>
    public int Weight { get; } = PlainText.Weigh(Text);
}
