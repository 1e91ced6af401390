using AngleSharp.Html.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Puts back what stood between two blocks of a story on the page and was taken for something else: section headings above all.</summary>
static class StoryGaps
{
    /// <summary>A longer gap holds a picture, a form or another story. A guess, checked on the development pages.</summary>
    const int MaxBlocks = 2;

    const int MaxHeadingWeight = 150;

    public static StoryBody Fill(StoryBody story, IHtmlDocument document, Uri page)
    {
        if (story.Text.Length == 0 || document.Body is not { } body)
            return story;
        IReadOnlyList<StoryBlock> blocks = StoryBlock.Split(story);
        IReadOnlyList<StoryBlock> whole = StoryBlock.Split(ElementBody.Read(body, page));
        // The same words may stand in many places. Those behind which the story has gone on are taken off.
        Dictionary<string, Queue<int>> places = whole.Select((block, i) => (block.Text, i)).GroupBy(place => place.Text, place => place.i, StringComparer.Ordinal).ToDictionary(same => same.Key, same => new Queue<int>(same), StringComparer.Ordinal);
        List<StoryBlock> filled = [];
        int last = -1;
        foreach (StoryBlock block in blocks)
        {
            int at = places.TryGetValue(block.Text, out Queue<int>? same) ? NextAfter(last, same) : -1;
            if (at >= 0 && last >= 0)
                filled.AddRange(Missing(whole, last + 1, at));
            filled.Add(block);
            last = at >= 0 ? at : last;
        }
        return filled.Count == blocks.Count ? story : StoryBlock.Join(filled);
    }

    static int NextAfter(int last, Queue<int> places)
    {
        while (places.TryPeek(out int place) && place <= last)
            places.Dequeue();
        return places.TryPeek(out int next) ? next : -1;
    }

    static IEnumerable<StoryBlock> Missing(IReadOnlyList<StoryBlock> whole, int start, int end)
    {
        if (end - start > MaxBlocks)
            start = end - 1;
        for (int i = start; i < end; i++)
        {
            if (whole[i].IsHeading && whole[i].Weight <= MaxHeadingWeight && whole[i].LinkShare < 0.5 && !StoryTrim.IsSign(whole[i]))
                yield return whole[i];
        }
    }
}
