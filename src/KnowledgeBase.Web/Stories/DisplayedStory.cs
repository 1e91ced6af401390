using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Web.Stories;

/// <summary>As much of a story as its publisher's display policy lets the site show.</summary>
/// <param name="Blocks">The blocks shown; none where only the headline may be shown.</param>
/// <param name="IsWhole">True when nothing is left out.</param>
sealed record DisplayedStory(ImmutableArray<StoryBlock> Blocks, bool IsWhole)
{
    // Two paragraphs introduce a news story; the limit keeps one endless paragraph from being the whole of it. A guess, not yet measured.
    const int MaxExcerptBlocks = 2;
    const int MaxExcerptCharacters = 900;

    /// <summary>True when no word of a publisher's texts but the headline may be shown: no summary, no passage, no quote.</summary>
    public static bool IsHeadlineOnly(Publisher? publisher) => publisher?.Display == DisplayPolicy.Link;

    /// <summary>What may be shown of an article. A publisher that the content folder no longer knows is shown as an excerpt.</summary>
    public static DisplayedStory Of(Article article, Publisher? publisher)
    {
        ImmutableArray<StoryBlock> all = StoryBlocks.Of(article);
        return publisher?.Display switch
        {
            DisplayPolicy.Full => new(all, true),
            DisplayPolicy.Link => new([], false),
            _ => Excerpt(all),
        };
    }

    static DisplayedStory Excerpt(ImmutableArray<StoryBlock> all)
    {
        int characters = 0;
        ImmutableArray<StoryBlock> shown =
            [.. all.Where(block => block.Kind is null).Take(MaxExcerptBlocks).TakeWhile(block => (characters += block.Span.Length) <= MaxExcerptCharacters)];
        return new(shown, shown.Length == all.Length);
    }
}
